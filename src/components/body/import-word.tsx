import { useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { filesOf, plainText, type Body } from '@contract/body';
import type { Output } from '@contract/index';
import { change, sentenceOf } from '@/lib/call';
import { role } from '@/lib/device/a11y';
import { forget, pickFiles } from '@/lib/device/file';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';
import { upload } from '@/lib/upload';
import { Button } from '../button';

type Paper = Output<'manuscript.read'>;

interface Props {
  body: Body;
  title: string | undefined;
  onTitle: ((title: string) => void) | undefined;
  onChange: (body: Body) => void;
  onPictures: (urls: Record<string, string>) => void;
}

/** What stood there before: taken back once. */
interface Before {
  body: Body;
  title: string | undefined;
  count: number;
  left: string[];
}

/** 导入Word文档: a .docx as blocks, in place of what is written or after it; what could not be taken is named. */
export function ImportWord({ body, title, onTitle, onChange, onPictures }: Props) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const [read, setRead] = useState<Paper | null>(null);
  const [before, setBefore] = useState<Before | null>(null);
  // Reading takes a while: what was typed meanwhile must not be lost.
  const latest = useRef({ body, title });
  latest.current = { body, title };

  const put = (paper: Paper, how: 'replace' | 'append') => {
    const was = latest.current;
    const same = squeezed(was.title) === squeezed(paper.title);
    const asTitle = !same && onTitle && takesTitle(how, was.title);
    const blocks = !paper.title || same || asTitle ? paper.blocks : withTitle(paper);
    setRead(null);
    setBefore({ ...was, count: blocks.length, left: paper.left });
    onPictures(paper.urls);
    if (asTitle && paper.title) onTitle(paper.title);
    onChange(how === 'append' ? [...written(was.body), ...blocks] : blocks);
  };
  const pick = async () => {
    const [picked] = await pickFiles(1, ['docx', 'doc', 'wps']);
    if (!picked) return;
    setBusy(true);
    setWrong('');
    try {
      const { fileKey } = await upload('manuscript', picked);
      const paper = await change('manuscript.read', { fileKey }, newRequestId());
      forget(picked.path);
      if (isEmpty(latest.current.body)) put(paper, 'append');
      else setRead(paper);
    } catch (error) {
      setWrong(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const takeBack = () => {
    if (!before) return;
    onChange(before.body);
    if (before.title !== undefined) onTitle?.(before.title);
    setBefore(null);
    toast('已撤销导入');
  };

  return (
    <View className="editor-import">
      <Button kind="plain" busy={busy} onPress={() => void pick()}>
        导入Word文档
      </Button>
      {wrong && (
        <View className="field-error" {...role('alert')}>
          {wrong}
        </View>
      )}
      {read && (
        <View className="editor-note" {...role('alert')}>
          <Text>正文里已有内容，导入的{read.blocks.length}段放在哪里？</Text>
          {onTitle && read.title && title?.trim() && squeezed(title) !== squeezed(read.title) && (
            <Text className="editor-left">选“替换现有内容”时，标题也换成“{read.title}”</Text>
          )}
          <View className="editor-toggles">
            <Button onPress={() => put(read, 'append')}>接在后面</Button>
            <Button kind="plain" onPress={() => put(read, 'replace')}>
              替换现有内容
            </Button>
            <Button kind="plain" onPress={() => setRead(null)}>
              不导入
            </Button>
          </View>
        </View>
      )}
      {before && <Imported before={before} onTakeBack={takeBack} onDone={() => setBefore(null)} />}
    </View>
  );
}

interface ImportedProps {
  before: Before;
  onTakeBack: () => void;
  onDone: () => void;
}

const Imported = ({ before: { count, left }, onTakeBack, onDone }: ImportedProps) => (
  <View className="editor-note" {...role('status')}>
    <Text>{`已导入${count}段，请核对${left.length ? '；以下内容需要您处理：' : ''}`}</Text>
    {left.map((one) => (
      <Text key={one} className="editor-left">
        · {one}
      </Text>
    ))}
    <View className="editor-toggles">
      <Button kind="plain" onPress={onTakeBack}>
        撤销导入
      </Button>
      <Button kind="plain" onPress={onDone}>
        知道了
      </Button>
    </View>
  </View>
);

const isEmpty = (body: Body): boolean => plainText(body).trim() === '' && filesOf(body).length === 0;

/** Without the empty paragraphs an editor begins with. */
const written = (body: Body): Body => body.filter((block) => !isEmpty([block]));

/** The paper's title goes where none is yet, or in place of what is replaced. */
const takesTitle = (how: 'replace' | 'append', title = ''): boolean => how === 'replace' || !title.trim();

const squeezed = (words = ''): string => words.replace(/\s/g, '');

/** A title of its own is there already: the paper's stands above its text. */
const withTitle = ({ title, blocks }: Paper): Body => [{ type: 'heading', text: title }, ...blocks];
