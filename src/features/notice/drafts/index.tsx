import { useState } from 'react';
import { useDidShow, useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { draftShelves, type DraftShelf } from '@contract/notice-draft';
import type { Output } from '@contract/index';
import { draftLabels } from '@contract/rules/draft';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { DraftView } from './draft-view';
import { DropDraft } from './drop-draft';
import { mayDrop, stateTones } from './words';
import './drafts.scss';

/** 草稿与送审: what I write, what waits for my look, what goes out by itself. */
export default function Drafts() {
  return <StaffOnly>{() => <Shelves />}</StaffOnly>;
}

type Item = Output<'notice.listDrafts'>['drafts'][number];

const empty: Record<DraftShelf, { title: string; how: string }> = {
  mine: { title: '没有草稿', how: '在“发通知”里写下的内容会自动存在这里，换台设备也能接着写。' },
  review: { title: '没有等您审定的通知', how: '同事送审的通知会出现在这里，您同意后才能发布。' },
  scheduled: { title: '没有定时的通知', how: '定好时间的通知会列在这里，到时自动发出，之前可以取回。' },
};

/** What is still being written is written on; what was sent on is looked at. */
const isWritten = ({ mine, state }: Item): boolean => mine && (state === 'writing' || state === 'returned');

function Shelves() {
  const { shelf: asked } = useRouter().params;
  const [shelf, setShelf] = useState<DraftShelf>(asked === 'review' ? asked : 'mine');
  const [chosen, setChosen] = useState<string | null>(null);
  const { wide } = useWindow();
  const query = usePages('notice.listDrafts', { shelf });
  useDidShow(() => void query.reload());
  const counts = query.data?.counts;
  const tabs = Object.fromEntries(
    (Object.keys(draftShelves) as DraftShelf[]).map((key) => [
      key,
      counts?.[key] ? `${draftShelves[key]} ${counts[key]}` : draftShelves[key],
    ]),
  ) as Record<DraftShelf, string>;

  const open = (item: Item) => {
    const { draftId } = item;
    if (isWritten(item)) return go('notice.compose', { draftId });
    return wide ? setChosen(draftId) : go('notice.draft', { draftId });
  };
  const list = (
    <>
      <Tabs
        value={shelf}
        tabs={tabs}
        onChange={(to) => {
          setShelf(to);
          setChosen(null);
        }}
      />
      <Listed query={query} rowsOf={({ drafts }) => drafts} empty={empty[shelf]} words="看更早的草稿">
        {(item) => (
          <DraftItem
            key={item.draftId}
            item={item}
            on={item.draftId === chosen}
            onPress={() => open(item)}
            onDropped={() => {
              if (item.draftId === chosen) setChosen(null);
              void query.reload();
            }}
          />
        )}
      </Listed>
    </>
  );
  return (
    <Page>
      <TwoPanes
        list={list}
        detail={
          chosen ? (
            <DraftView key={chosen} draftId={chosen} onMoved={() => void query.reload()} />
          ) : (
            <Empty title="请在左边选一份" how="送审、审定或定时的通知会照发出后的样子显示在这里。" />
          )
        }
      />
    </Page>
  );
}

interface ItemProps {
  item: Item;
  on: boolean;
  onPress: () => void;
  onDropped: () => void;
}

function DraftItem({ item, on, onPress, onDropped }: ItemProps) {
  const { title, state, mine, writer, turn, waits, savedAt, publishAt, note } = item;
  return (
    <View className={`card drafts-item ${on ? 'on' : ''}`}>
      <Press onPress={onPress}>
        <Text className="drafts-title">{title || '（还没有标题）'}</Text>
        <View className="drafts-line">
          <Text className={waits ? 'drafts-turn' : ''}>{turn}</Text>
          <Tag tone={stateTones[state]}>{draftLabels[state]}</Tag>
        </View>
        {state === 'returned' && note && <Text className="drafts-line">退回原因：{note}</Text>}
        <View className="drafts-line">
          <Text>{mine ? '本人拟稿' : `${writer}拟稿`}</Text>
          <Text>{publishAt ? `${showAt(publishAt)}自动发布` : `${showAt(savedAt)}保存`}</Text>
        </View>
      </Press>
      {mayDrop(item) && <DropDraft draft={item} onDropped={onDropped} />}
    </View>
  );
}
