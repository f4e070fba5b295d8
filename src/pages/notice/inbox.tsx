import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { isDone, receiptLabel } from '@contract/rules/receipt';
import { Button } from '@/components/button';
import { Paged } from '@/components/paged';
import { Press } from '@/components/press';
import { SearchField } from '@/components/search-field';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { NoticeReader } from '@/features/notice/reader';
import { go } from '@/lib/go';
import { isKept, pending } from '@/lib/queue';
import { showAt } from '@/lib/show-time';
import { useSignal } from '@/lib/signal';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { role } from '@/lib/device/a11y';
import { seenBefore } from './seen';
import './notice.scss';

type Item = Output<'notice.inbox'>['notices'][number];

/** What waits for the unit, then the rest; or what a search finds. */
export function Inbox({ unitId }: { unitId: string }) {
  const [search, setSearch] = useState('');
  const query = usePages('notice.inbox', { unitId, ...(search && { search }) });
  const { wide } = useWindow();
  const [chosen, setChosen] = useState<string | null>(null);
  useDidShow(() => void query.reload());
  const open = (noticeId: string) => (wide ? setChosen(noticeId) : go('notice.detail', { noticeId }));
  const drawn = (item: Item) => (
    <InboxItem
      key={item.noticeId}
      item={item}
      unitId={unitId}
      on={item.noticeId === chosen}
      onOpen={() => open(item.noticeId)}
    />
  );
  const rows = query.pages.flatMap(({ notices }) => notices);
  const list = (
    <Paged query={query} words="看更早的通知">
      {({ notices }) =>
        notices.map((item) => (
          <View key={item.noticeId}>
            {!search && headingOf(item, rows[rows.indexOf(item) - 1])}
            {drawn(item)}
          </View>
        ))
      }
    </Paged>
  );
  const here = search && query.offline && !query.data ? seenBefore(unitId, search) : null;
  const detail = chosen ? (
    <NoticeReader key={chosen} noticeId={chosen} unitId={unitId} onChange={() => void query.reload()} />
  ) : (
    <Empty title="请在左边选一条通知" how="全文和确认按钮会显示在这里。" />
  );
  return (
    <>
      <SearchField value={search} placeholder="搜标题或文号" onChange={setSearch} />
      {here ? (
        <>
          <Text className="age">网络不稳，只在本机看过的通知里找</Text>
          {here.length > 0 ? (
            <TwoPanes list={<View>{here.map(drawn)}</View>} detail={detail} />
          ) : (
            <Empty title="本机看过的通知里没有" how="联网后再搜，可以找到发给您单位的全部通知。">
              <Button kind="plain" onPress={() => void query.reload()}>
                重试
              </Button>
            </Empty>
          )}
        </>
      ) : (
        <Async query={query}>
          {() => (rows.length === 0 ? <Nothing search={search} /> : <TwoPanes list={list} detail={detail} />)}
        </Async>
      )}
    </>
  );
}

const Nothing = ({ search }: { search: string }) =>
  search ? (
    <Empty title="没有找到这样的通知" how="请换几个字再搜，标题和文号都可以只写一部分。" />
  ) : (
    <Empty title="还没有通知" how="协会发给您单位的通知会在这里，等您办理的在最上面。" />
  );

/** Where what waits begins, and where the rest does. */
function headingOf({ waiting }: Item, before: Item | undefined) {
  if (before?.waiting === waiting) return null;
  return <Text className="inbox-heading">{waiting ? '等您办理' : '其他通知'}</Text>;
}

interface ItemProps {
  item: Item;
  unitId: string;
  on: boolean;
  onOpen: () => void;
}

function InboxItem({ item, unitId, on, onOpen }: ItemProps) {
  const { noticeId, title, number, hostName, publishedAt, state, closed, turn } = item;
  const unread = state === 'waiting' && !closed;
  const kept = isKept(useSignal(pending), 'notice.confirm', { noticeId, unitId });
  return (
    <Press className={`card inbox-item ${on ? 'on' : ''}`} onPress={onOpen}>
      <View className="inbox-title">
        {unread && <View className="unread" aria-label="未读" {...role('img')} />}
        <Text className={unread ? 'strong' : ''}>{title}</Text>
      </View>
      <View className="inbox-line">
        {kept ? <Tag tone="warning">已暂存</Tag> : <StateTag {...item} />}
        <Text>{kept ? '已确认，联网后自动提交' : turn}</Text>
      </View>
      <View className="inbox-stamps">
        <Text>{hostName}</Text>
        {number && <Text>{number}</Text>}
        <Text>{showAt(publishedAt)}</Text>
      </View>
    </Press>
  );
}

const closedWords = { withdrawn: '已撤回', corrected: '已更正', left: '已终止' };

function StateTag({ ask, state, closed }: Item) {
  if (closed) return <Tag>{closedWords[closed]}</Tag>;
  if (state === 'waiting') return <Tag tone={ask === 'nothing' ? 'neutral' : 'danger'}>未读</Tag>;
  return <Tag tone={isDone(ask, state) ? 'success' : 'warning'}>{receiptLabel(ask, state)}</Tag>;
}
