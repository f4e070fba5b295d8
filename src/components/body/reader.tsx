import { useEffect, useMemo, useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import type { Block, Body, Run } from '@contract/body';
import { alt } from '@/lib/device/a11y';
import { deliver } from '@/lib/device/deliver';
import { previewPictures } from '@/lib/device/picture';
import { toast } from '@/lib/toast';
import { Press } from '../press';
import { chunksOf } from './chunks';
import './body.scss';

interface Props {
  body: Body;
  /** Temporary addresses by file key. */
  urls: Record<string, string>;
  /** Pictures whose content is looked at, or was not found fine. */
  held?: Record<string, Held> | undefined;
}

type Held = 'checking' | 'refused';

/** Structured text as it reads (decision D12). A long one comes to the screen in pieces, the first at once. */
export function BodyReader({ body, urls, held = {} }: Props) {
  const chunks = useMemo(() => chunksOf(body), [body]);
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown >= chunks.length) return undefined;
    const timer = setTimeout(() => setShown(shown + 1), 30);
    return () => clearTimeout(timer);
  }, [shown, chunks.length]);
  return (
    <View className="body">
      {chunks.slice(0, shown).map((blocks, i) => (
        <View key={i}>
          {blocks.map((block, j) => (
            <BlockView key={j} block={block} urls={urls} held={held} />
          ))}
        </View>
      ))}
    </View>
  );
}

interface BlockProps {
  block: Block;
  urls: Record<string, string>;
  held: Record<string, Held>;
}

function BlockView({ block, urls, held }: BlockProps) {
  switch (block.type) {
    case 'heading':
      return <Text className="body-heading">{block.text}</Text>;
    case 'paragraph':
      return (
        <View className="body-paragraph">
          <Runs runs={block.runs} />
        </View>
      );
    case 'list':
      return (
        <View className="body-list">
          {block.items.map((item, i) => (
            <View key={i} className="body-item">
              <Text className="body-mark">{block.ordered ? `${i + 1}.` : '·'}</Text>
              <View className="body-item-text">
                <Runs runs={item} />
              </View>
            </View>
          ))}
        </View>
      );
    case 'table':
      return <TableView rows={block.rows} />;
    case 'picture':
      return <Picture url={urls[block.fileKey]} caption={block.caption} held={held[block.fileKey]} />;
    case 'file':
      return (
        <FileRow url={urls[block.fileKey]} name={block.name} size={block.size} held={held[block.fileKey]} />
      );
  }
}

/** A wide one is moved sideways. */
export const TableView = ({ rows }: { rows: string[][] }) => (
  <View className="body-wide">
    <View className="body-table">
      {rows.map((row, i) => (
        <View key={i} className="body-row">
          {row.map((cell, j) => (
            <Text key={j} className="body-cell">
              {cell}
            </Text>
          ))}
        </View>
      ))}
    </View>
  </View>
);

export const Runs = ({ runs }: { runs: Run[] }) => (
  <>
    {runs.map((run, i) => (
      <Text key={i} className={`${run.bold ? 'strong' : ''} run-${run.color ?? 'default'}`}>
        {run.text}
      </Text>
    ))}
  </>
);

const heldWords: Record<Held, string> = {
  checking: '图片审核中，通过后显示',
  refused: '这张图片没有通过内容审核，不能显示',
};

interface PictureProps {
  url: string | undefined;
  caption: string;
  held: Held | undefined;
}

/** Whoever sees it although it is looked at (its author, staff) is told so. */
function Picture({ url, caption, held }: PictureProps) {
  // The address is good for a time only: without a network a new one cannot be had.
  const [lost, setLost] = useState<string>();
  const shown = url && url !== lost ? url : '';
  return (
    <View className="body-picture">
      {shown ? (
        <Press label={`查看图片${caption}`} onPress={() => previewPictures([shown])}>
          <Image
            src={shown}
            mode="widthFix"
            className="body-image"
            onError={() => setLost(shown)}
            {...alt(caption || '正文图片')}
          />
        </Press>
      ) : (
        <Text className="body-lost">{held && !url ? heldWords[held] : '图片暂时取不到，请联网后重试'}</Text>
      )}
      {shown && held && <Text className="body-caption">图片审核中，会员单位暂时看不到</Text>}
      {caption && <Text className="body-caption">{caption}</Text>}
    </View>
  );
}

interface FileProps {
  url: string | undefined;
  name: string;
  size: number;
  held: Held | undefined;
}

/** A picture is shown, any other file handed over: 打开 · 发到聊天 · 存到电脑 · 复制临时链接 (decision D11). */
function FileRow({ url, name, size, held }: FileProps) {
  const open = () => {
    if (!url) return toast(held ? heldWords[held] : '附件暂时取不到，请联网后重试');
    if (/\.(jpe?g|png)$/i.test(name)) return previewPictures([url]);
    return void deliver({ url, name });
  };
  return (
    <Press className="body-file" onPress={open}>
      <Text className="body-file-name">{name}</Text>
      <Text className="body-file-size">
        {url
          ? `${showSize(size)} · 打开`
          : held
            ? held === 'checking'
              ? '审核中'
              : '未通过审核'
            : '暂时取不到'}
      </Text>
    </Press>
  );
}

export const showSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}MB`;
