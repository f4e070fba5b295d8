import { useEffect, useMemo, useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import type { Block, Body, Run } from '@contract/body';
import { alt } from '@/lib/device/a11y';
import { openFile } from '@/lib/device/file';
import { previewPictures } from '@/lib/device/picture';
import { Press } from '../press';
import { chunksOf } from './chunks';
import './body.scss';

interface Props {
  body: Body;
  /** Temporary addresses by file key. */
  urls: Record<string, string>;
}

/** Structured text as it reads (decision D12). A long one comes to the screen in pieces, the first at once. */
export function BodyReader({ body, urls }: Props) {
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
            <BlockView key={j} block={block} urls={urls} />
          ))}
        </View>
      ))}
    </View>
  );
}

function BlockView({ block, urls }: { block: Block; urls: Record<string, string> }) {
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
      return <Picture url={urls[block.fileKey]} caption={block.caption} />;
    case 'file':
      return <FileRow url={urls[block.fileKey]} name={block.name} size={block.size} />;
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

const Runs = ({ runs }: { runs: Run[] }) => (
  <>
    {runs.map((run, i) => (
      <Text key={i} className={`${run.bold ? 'strong' : ''} run-${run.color ?? 'default'}`}>
        {run.text}
      </Text>
    ))}
  </>
);

function Picture({ url, caption }: { url: string | undefined; caption: string }) {
  if (!url) return <Text className="body-lost">图片暂时取不到，请联网后重试</Text>;
  return (
    <View className="body-picture">
      <Press label={`查看图片${caption}`} onPress={() => previewPictures([url])}>
        <Image src={url} mode="widthFix" className="body-image" {...alt(caption || '正文图片')} />
      </Press>
      {caption && <Text className="body-caption">{caption}</Text>}
    </View>
  );
}

function FileRow({ url, name, size }: { url: string | undefined; name: string; size: number }) {
  return (
    <Press className="body-file" onPress={() => url && void openFile(url, name)}>
      <Text className="body-file-name">{name}</Text>
      <Text className="body-file-size">{url ? `${showSize(size)} · 打开` : '暂时取不到'}</Text>
    </Press>
  );
}

export const showSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}MB`;
