import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { isDone, receiptLabel } from '@contract/rules/receipt';
import { Paged } from '@/components/paged';
import { Press } from '@/components/press';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { NoticeReader } from '@/features/notice/reader';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { role } from '@/lib/device/a11y';
import './notice.scss';

type Item = Output<'notice.inbox'>['notices'][number];

export function Inbox({ unitId }: { unitId: string }) {
  const query = usePages('notice.inbox', { unitId });
  const { wide } = useWindow();
  const [chosen, setChosen] = useState<string | null>(null);
  useDidShow(() => void query.reload());
  const open = (noticeId: string) => (wide ? setChosen(noticeId) : go('notice.detail', { noticeId }));
  const rows = query.pages.flatMap(({ notices }) => notices);
  const list = (
    <Paged query={query} words="看更早的通知">
      {({ notices }) =>
        notices.map((item) => (
          <InboxItem
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
    <NoticeReader key={chosen} noticeId={chosen} unitId={unitId} onChange={() => void query.reload()} />
  ) : (
    <Empty title="请在左边选一条通知" how="全文和确认按钮会显示在这里。" />
  );
  return (
    <Async query={query}>
      {() =>
        rows.length === 0 ? (
          <Empty title="还没有通知" how="协会发给您单位的通知会在这里，新的在最上面。" />
        ) : (
          <TwoPanes list={list} detail={detail} />
        )
      }
    </Async>
  );
}

function InboxItem({ item, on, onOpen }: { item: Item; on: boolean; onOpen: () => void }) {
  const { title, hostName, publishedAt, ask, state, turn } = item;
  const unread = state === 'waiting';
  return (
    <Press className={`card inbox-item ${on ? 'on' : ''}`} onPress={onOpen}>
      <View className="inbox-title">
        {unread && <View className="unread" aria-label="未读" {...role('img')} />}
        <Text className={unread ? 'strong' : ''}>{title}</Text>
      </View>
      <View className="inbox-line">
        <Tag tone={isDone(ask, state) ? 'success' : unread ? 'danger' : 'warning'}>
          {unread ? '未读' : receiptLabel(ask, state)}
        </Tag>
        <Text>{turn}</Text>
      </View>
      <Text className="inbox-stamp">
        {hostName} {showAt(publishedAt)}
      </Text>
    </Press>
  );
}
