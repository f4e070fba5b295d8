import { useState } from 'react';
import { Image, Input, Text, Textarea, View } from '@tarojs/components';
import { runsText, type Block } from '@contract/body';
import { alt } from '@/lib/device/a11y';
import { MOST_TYPED, ParagraphEditor } from './paragraph-editor';
import { showSize } from './reader';
import { itemsOf } from './runs';
import { TableEditor } from './table-editor';
import { Toggle } from './toggle';

interface Props {
  block: Block;
  /** Address of the picture, as far as it is known. */
  preview: string | undefined;
  /** What sets its look is shown. */
  active: boolean;
  /** To be typed into at once. */
  focus: boolean;
  onBlur: () => void;
  onChange: (...blocks: Block[]) => void;
  /** Pictures came with what is pasted, and were dropped. */
  onPictures: (count: number) => void;
}

export function BlockEditor({ block, preview, active, onChange, ...field }: Props) {
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
      return <ParagraphEditor runs={block.runs} active={active} onChange={onChange} {...field} />;
    case 'list':
      return (
        <>
          <Textarea
            className="field-lines"
            value={block.items.map(runsText).join('\n')}
            placeholder="列表，一行一条"
            maxlength={MOST_TYPED}
            autoHeight
            onInput={(e) => onChange({ ...block, items: itemsOf(block.items, e.detail.value) })}
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
