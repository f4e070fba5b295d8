import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Missing } from '@/components/missing';
import { Paged } from '@/components/paged';
import { Press } from '@/components/press';
import { Ring } from '@/components/ring';
import { SearchField } from '@/components/search-field';
import { Async, Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { ProgressList } from '@/features/notice/progress-list';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';
import { useQuery } from '@/lib/use-query';
import { useWindow } from '@/lib/use-window';
import './notice.scss';

type Item = Output<'notice.list'>['notices'][number];

const tabs = { running: '进行中', over: '已结束', all: '全部' };
type Show = keyof typeof tabs;

/** All notices with their rings, first those that run; any of them opens 还差谁. */
export function Overview({ session }: { session: Session }) {
  const [show, setShow] = useState<Show>('running');
  const [search, setSearch] = useState('');
  const query = usePages('notice.list', { show, ...(search && { search }) });
  const { wide } = useWindow();
  const [chosen, setChosen] = useState<string | null>(null);
  useDidShow(() => void query.reload());
  const open = (noticeId: string) => (wide ? setChosen(noticeId) : go('notice.progress', { noticeId }));
  const rows = query.pages.flatMap(({ notices }) => notices);
  const list = (
    <Paged query={query} words="看更早的通知">
      {({ notices }) =>
        notices.map((item) => (
          <OverviewItem
            key={item.noticeId}
            item={item}
            on={item.noticeId === chosen}
            onOpen={() => open(item.noticeId)}
          />
        ))
      }
    </Paged>
  );
  const detail = chosen ? (
    <ProgressList key={chosen} noticeId={chosen} />
  ) : (
    <Empty title="请在左边选一条通知" how="还差谁、谁已确认会显示在这里。" />
  );
  return (
    <>
      {session.can('notice.publish') && (
        <View className="overview-actions">
          <Button onPress={() => go('notice.compose')}>＋ 发通知</Button>
          <DraftsButton />
          <Button kind="plain" onPress={() => go('notice.numbers')}>
            文号登记簿
          </Button>
          <Button kind="plain" onPress={() => go('notice.statistics')}>
            通知统计
          </Button>
        </View>
      )}
      <Tabs value={show} tabs={tabs} onChange={setShow} />
      <SearchField value={search} placeholder="搜标题或文号" onChange={setSearch} />
      <Async query={query}>
        {() =>
          rows.length === 0 ? (
            <Nothing show={show} search={search} />
          ) : (
            <TwoPanes list={list} detail={detail} />
          )
        }
      </Async>
    </>
  );
}

function Nothing({ show, search }: { show: Show; search: string }) {
  if (search) return <Empty title="没有找到这样的通知" how="请换几个字再搜，或点“全部”在所有通知里找。" />;
  if (show === 'over')
    return <Empty title="还没有结束的通知" how="到期且全部单位办理完的通知会移到这里，撤回的也在这里。" />;
  if (show === 'all')
    return <Empty title="还没有发过通知" how="点“发通知”写第一条，发出后这里显示各单位的回执。" />;
  return (
    <Empty title="没有进行中的通知" how="发出的通知会在这里，直到到期且全部单位办理完；以前的点“全部”看。" />
  );
}

const MINE = { shelf: 'mine' } as const;

/** Own drafts and what waits for the own look. */
function DraftsButton() {
  const query = useQuery('notice.listDrafts', MINE);
  useDidShow(() => void query.reload());
  const { mine = 0, review = 0 } = query.data?.counts ?? {};
  return (
    <Button kind="plain" onPress={() => go('notice.drafts')}>
      {mine + review > 0 ? `草稿与送审（${mine + review}）` : '草稿与送审'}
    </Button>
  );
}

function OverviewItem({ item, on, onOpen }: { item: Item; on: boolean; onOpen: () => void }) {
  const { title, number, ask, counts, publishedAt } = item;
  const stands = item.state === 'published' || item.state === 'publishing';
  return (
    <Press className={`card overview-item ${on ? 'on' : ''}`} onPress={onOpen}>
      <Ring {...counts} />
      <View className="overview-words">
        <Text className="strong">{title}</Text>
        <View className="inbox-line">
          {stands && <Missing ask={ask} {...counts} />}
          <Tag>{stateWords(item)}</Tag>
        </View>
        <View className="inbox-stamps">
          {number && <Text>{number}</Text>}
          <Text>{showAt(publishedAt)}发布</Text>
        </View>
      </View>
    </Press>
  );
}

function stateWords({ state, dueText }: Item): string {
  if (state === 'publishing') return '正在发出';
  if (state === 'withdrawn') return '已撤回';
  return state === 'corrected' ? '已更正' : dueText;
}
