import { useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { filesOf, MAX_FILES, type Block, type Body } from '@contract/body';
import { role } from '@/lib/device/a11y';
import { anchorOf } from '@/lib/scroll-to';
import { Button } from '../button';
import { Press } from '../press';
import { AddFiles } from './add-files';
import { ImportWord } from './import-word';
import { BlockEditor } from './block-editor';
import './body.scss';
import './editor.scss';

interface Props {
  body: Body;
  onChange: (body: Body) => void;
  /** The title beside the body and how it is set, where a Word paper's own title goes. */
  title?: string;
  onTitle?: (title: string) => void;
  /** Addresses of the pictures that stand in it already. */
  urls?: Record<string, string>;
  error?: string | undefined;
  /** What is wrong with one block. */
  fault?: { at: number; message: string };
}

/** What an adder begins with. */
const fresh = {
  段落: { type: 'paragraph', runs: [{ text: '' }] },
  小标题: { type: 'heading', text: '' },
  列表: { type: 'list', ordered: true, items: [[{ text: '' }]] },
  表格: { type: 'table', rows: [] },
} satisfies Record<string, Block>;

/** Writes structured text block by block (decision D12); pasted text becomes paragraphs with its numbering kept. */
export function BodyEditor({ body, onChange, error, fault, title, onTitle, urls = {} }: Props) {
  const put = (i: number, ...blocks: Block[]) =>
    onChange([...body.slice(0, i), ...blocks, ...body.slice(i + 1)]);
  const move = (i: number, by: -1 | 1) => {
    const [a, b] = [body[i], body[i + by]];
    if (a && b) onChange(body.map((block, j) => (j === i ? b : j === i + by ? a : block)));
  };
  /** Addresses of the pictures uploaded here: a draft taken up again knows none. */
  const [previews, setPreviews] = useState<Record<string, string>>({});
  // An upload takes a while: what was typed meanwhile must not be lost.
  const latest = useRef(body);
  latest.current = body;
  return (
    <View className="editor">
      {error && <Wrong words={error} />}
      <ImportWord
        body={body}
        title={title}
        onTitle={onTitle}
        onChange={onChange}
        onPictures={(urls) => setPreviews((was) => ({ ...was, ...urls }))}
      />
      {body.map((block, i) => (
        <View
          key={i}
          className={`editor-block ${body.length > 1 ? 'editor-one' : ''}`}
          id={anchorOf(`body.${i}`)}
        >
          <BlockEditor
            block={block}
            preview={block.type === 'picture' ? (previews[block.fileKey] ?? urls[block.fileKey]) : undefined}
            onChange={(...blocks) => put(i, ...blocks)}
          />
          {fault?.at === i && <Wrong words={fault.message} />}
          <View className="editor-tools">
            {i > 0 && <Tool words="上移" onPress={() => move(i, -1)} />}
            {i < body.length - 1 && <Tool words="下移" onPress={() => move(i, 1)} />}
            {body.length > 1 && <Tool words="删除" onPress={() => put(i)} />}
          </View>
        </View>
      ))}
      <View className="editor-adds">
        {Object.entries(fresh).map(([words, block]) => (
          <Button key={words} kind="plain" onPress={() => onChange([...body, block])}>
            {`＋ ${words}`}
          </Button>
        ))}
        <AddFiles
          left={MAX_FILES - filesOf(body).length}
          onAdd={(block, url) => {
            onChange([...latest.current, block]);
            setPreviews((was) => ({ ...was, [block.fileKey]: url }));
          }}
        />
      </View>
    </View>
  );
}

const Wrong = ({ words }: { words: string }) => (
  <View className="field-error" {...role('alert')}>
    {words}
  </View>
);

const Tool = ({ words, onPress }: { words: string; onPress: () => void }) => (
  <Press className="editor-tool" onPress={onPress}>
    <Text>{words}</Text>
  </Press>
);
