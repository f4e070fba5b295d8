import { useState } from 'react';
import { Image, Input, Text, Textarea, View } from '@tarojs/components';
import { fromPlainText, runsText, type Block, type Body, type Run } from '@contract/body';
import { alt } from '@/lib/device/a11y';
import { Toggle } from './toggle';
import { showSize } from './reader';
import { TableEditor } from './table-editor';

interface Props {
  block: Block;
  /** Address of the picture, as far as it is known. */
  preview: string | undefined;
  onChange: (...blocks: Block[]) => void;
}

export function BlockEditor({ block, preview, onChange }: Props) {
  switch (block.type) {
    case 'heading':
      return (
        <Input
          className="field-input strong"
          value={block.text}
          placeholder="小标题"
          maxlength={100}
          onInput={(e) => onChange({ ...block, text: e.detail.value })}
        />
      );
    case 'paragraph':
      return <ParagraphEditor runs={block.runs} onChange={onChange} />;
    case 'list':
      return (
        <>
          <Textarea
            className="field-lines"
            value={block.items.map(runsText).join('\n')}
            placeholder="列表，一行一条"
            maxlength={20000}
            autoHeight
            onInput={(e) =>
              onChange({ ...block, items: e.detail.value.split('\n').map((text) => [{ text }]) })
            }
          />
          <View className="editor-toggles">
            <Toggle
              words="编号"
              on={block.ordered}
              onPress={() => onChange({ ...block, ordered: !block.ordered })}
            />
          </View>
        </>
      );
    case 'table':
      return <TableEditor rows={block.rows} onChange={(rows) => onChange({ ...block, rows })} />;
    case 'picture':
      return (
        <View className="editor-picture">
          <Thumb key={preview} src={preview} />
          <Input
            className="field-input editor-caption"
            value={block.caption}
            placeholder="图片说明，可不填"
            maxlength={100}
            onInput={(e) => onChange({ ...block, caption: e.detail.value })}
          />
        </View>
      );
    case 'file':
      return (
        <View className="body-file">
          <Text className="body-file-name">{block.name}</Text>
          <Text className="body-file-size">{showSize(block.size)}</Text>
        </View>
      );
  }
}

type Style = Pick<Run, 'bold' | 'color'>;

/** Bold and red hold for the whole paragraph. */
function ParagraphEditor({ runs, onChange }: { runs: Run[]; onChange: (...blocks: Block[]) => void }) {
  const { bold = false, color = 'default' }: Style = runs[0] ?? {};
  const style = { bold, color };
  const restyle = (change: Style) => onChange(...styled([runsText(runs)], { ...style, ...change }));
  return (
    <>
      <Textarea
        className={`field-lines ${bold ? 'strong' : ''} run-${color}`}
        value={runsText(runs)}
        placeholder="正文，可直接粘贴，分段和编号会保留"
        maxlength={20000}
        autoHeight
        onInput={(e) => onChange(...paragraphs(e.detail.value, style))}
      />
      <View className="editor-toggles">
        <Toggle words="加粗" on={bold} onPress={() => restyle({ bold: !bold })} />
        <Toggle
          words="红色"
          on={color === 'red'}
          onPress={() => restyle({ color: color === 'red' ? 'default' : 'red' })}
        />
      </View>
    </>
  );
}

/** One line stays as typed (the cursor is in it); several, as when pasted, become paragraphs and tables. */
function paragraphs(typed: string, style: Style): Body {
  const blocks = /\n\s*\S/.test(typed) ? fromPlainText(typed) : [];
  if (blocks.length > 1 || blocks[0]?.type === 'table')
    return blocks.flatMap((block) =>
      block.type === 'paragraph' ? styled([runsText(block.runs)], style) : [block],
    );
  return styled([typed.replace(/\n+$/, '')], style);
}

const styled = (texts: string[], { bold, color }: Style): Body =>
  texts.map((text) => ({
    type: 'paragraph',
    runs: [{ text, ...(bold && { bold }), ...(color && color !== 'default' && { color }) }],
  }));

function Thumb({ src }: { src: string | undefined }) {
  const [dead, setDead] = useState(false);
  if (!src || dead) return <Text className="editor-thumb">已上传的图片</Text>;
  return (
    <Image
      className="editor-thumb"
      src={src}
      mode="aspectFill"
      {...alt('已上传的图片')}
      onError={() => setDead(true)}
    />
  );
}
