import { Fragment, useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { filesOf, MAX_FILES, type Block, type Body } from '@contract/body';
import { role } from '@/lib/device/a11y';
import { anchorOf } from '@/lib/scroll-to';
import { Button } from '../button';
import { Press } from '../press';
import { AddFiles } from './add-files';
import { BlockEditor } from './block-editor';
import { useEditing } from './editing';
import { HappenedNote, Misnumbered } from './editor-notes';
import { ImportWord } from './import-word';
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
  const editing = useEditing(body, onChange);
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
        <Fragment key={i}>
          <HappenedNote at={i} editing={editing} />
          <View
            className={`editor-block ${body.length > 1 ? 'editor-one' : ''}`}
            id={anchorOf(`body.${i}`)}
            onClick={() => editing.setActive(i)}
          >
            <BlockEditor
              block={block}
              preview={
                block.type === 'picture' ? (previews[block.fileKey] ?? urls[block.fileKey]) : undefined
              }
              active={i === editing.active}
              focus={i === editing.focus}
              onBlur={() => editing.endFocus(i)}
              onChange={(...blocks) => editing.put(i, ...blocks)}
              onPictures={(count) => editing.pictured(i, count)}
            />
            {fault?.at === i && <Wrong words={fault.message} />}
            {body.length > 1 && i === editing.active && (
              <View className="editor-tools" onClick={(tap) => tap.stopPropagation()}>
                {i > 0 && <Tool words="上移" onPress={() => editing.move(i, -1)} />}
                {i < body.length - 1 && <Tool words="下移" onPress={() => editing.move(i, 1)} />}
                <Tool words="下面加一段" onPress={() => editing.add(i + 1, fresh.段落)} />
                <Tool words="删除" onPress={() => editing.drop(i)} />
              </View>
            )}
          </View>
        </Fragment>
      ))}
      <HappenedNote at={body.length} editing={editing} />
      <Misnumbered
        body={body}
        onRenumber={(next, at) => editing.change(next, { at, words: '已按顺序重新编号' })}
      />
      <View className="editor-adds">
        {Object.entries(fresh).map(([words, block]) => (
          <Button key={words} kind="plain" onPress={() => editing.add(body.length, block)}>
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
