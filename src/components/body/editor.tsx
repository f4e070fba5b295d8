import { useRef, useState } from 'react';
import { Input, Text, Textarea, View } from '@tarojs/components';
import { filesOf, fromPlainText, MAX_FILES, runsText, type Block, type Body } from '@contract/body';
import { sentenceOf } from '@/lib/call';
import { pickFiles, pickPictures, type Picked } from '@/lib/device/file';
import { toast } from '@/lib/toast';
import { upload } from '@/lib/upload';
import { role } from '@/lib/device/a11y';
import { Button } from '../button';
import { Press } from '../press';
import { showSize } from './reader';
import './body.scss';
import './editor.scss';

interface Props {
  body: Body;
  onChange: (body: Body) => void;
  error?: string | undefined;
}

const EXTENSIONS = ['pdf', 'docx', 'xlsx', 'jpg', 'png'];

/** Writes structured text block by block (decision D12); pasted text becomes paragraphs with its numbering kept. */
export function BodyEditor({ body, onChange, error }: Props) {
  const put = (i: number, ...blocks: Block[]) =>
    onChange([...body.slice(0, i), ...blocks, ...body.slice(i + 1)]);
  const move = (i: number, by: -1 | 1) => {
    const [a, b] = [body[i], body[i + by]];
    if (a && b) onChange(body.map((block, j) => (j === i ? b : j === i + by ? a : block)));
  };
  const left = MAX_FILES - filesOf(body).length;
  // An upload takes a while: what was typed meanwhile must not be lost.
  const latest = useRef(body);
  latest.current = body;
  return (
    <View className="editor">
      {body.map((block, i) => (
        <View key={i} className="editor-block">
          <BlockEditor block={block} onChange={(...blocks) => put(i, ...blocks)} />
          <View className="editor-tools">
            {i > 0 && <Tool words="上移" onPress={() => move(i, -1)} />}
            {i < body.length - 1 && <Tool words="下移" onPress={() => move(i, 1)} />}
            {body.length > 1 && <Tool words="删除" onPress={() => put(i)} />}
          </View>
        </View>
      ))}
      {error && (
        <View className="field-error" {...role('alert')}>
          {error}
        </View>
      )}
      <View className="editor-adds">
        <Button kind="plain" onPress={() => onChange([...body, { type: 'paragraph', runs: [{ text: '' }] }])}>
          ＋ 段落
        </Button>
        <Button kind="plain" onPress={() => onChange([...body, { type: 'heading', text: '' }])}>
          ＋ 小标题
        </Button>
        <AddFiles left={left} onAdd={(blocks) => onChange([...latest.current, ...blocks])} />
      </View>
    </View>
  );
}

const Tool = ({ words, onPress }: { words: string; onPress: () => void }) => (
  <Press className="editor-tool" onPress={onPress}>
    <Text>{words}</Text>
  </Press>
);

function BlockEditor({ block, onChange }: { block: Block; onChange: (...blocks: Block[]) => void }) {
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
      return (
        <Textarea
          className="field-lines"
          value={runsText(block.runs)}
          placeholder="正文，可直接粘贴，分段和编号会保留"
          maxlength={20000}
          autoHeight
          onInput={(e) => onChange(...paragraphs(e.detail.value))}
        />
      );
    case 'picture':
      return (
        <Input
          className="field-input"
          value={block.caption}
          placeholder="图片已上传，可在此写图片说明"
          maxlength={100}
          onInput={(e) => onChange({ ...block, caption: e.detail.value })}
        />
      );
    case 'file':
      return (
        <View className="body-file">
          <Text className="body-file-name">{block.name}</Text>
          <Text className="body-file-size">{showSize(block.size)}</Text>
        </View>
      );
    case 'list':
    case 'table':
      return <Text>{block.type === 'list' ? block.items.map(runsText).join('；') : '表格'}</Text>;
  }
}

/** One line stays as typed (the cursor is in it); several, as when pasted, become as many paragraphs. */
function paragraphs(typed: string): Body {
  const blocks = /\n\s*\S/.test(typed) ? fromPlainText(typed) : [];
  return blocks.length > 1 ? blocks : [{ type: 'paragraph', runs: [{ text: typed.replace(/\n+$/, '') }] }];
}

function AddFiles({ left, onAdd }: { left: number; onAdd: (blocks: Body) => void }) {
  const [busy, setBusy] = useState(false);
  const add = async (use: 'picture' | 'attachment', picked: Picked[]) => {
    setBusy(true);
    const added: Body = [];
    try {
      for (const one of picked) {
        const { fileKey, name, size } = await upload(use, one);
        added.push(
          use === 'picture'
            ? { type: 'picture', fileKey, caption: '' }
            : { type: 'file', fileKey, name, size },
        );
      }
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
      if (added.length) onAdd(added);
    }
  };
  if (left <= 0) return <Text className="field-rule">图片和附件最多{MAX_FILES}个</Text>;
  return (
    <>
      <Button
        kind="plain"
        busy={busy}
        onPress={() => void pickPictures(left).then((picked) => add('picture', picked))}
      >
        ＋ 图片
      </Button>
      <Button
        kind="plain"
        busy={busy}
        onPress={() => void pickFiles(left, EXTENSIONS).then((picked) => add('attachment', picked))}
      >
        ＋ 附件
      </Button>
    </>
  );
}
