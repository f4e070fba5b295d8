import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Missing } from '@/components/missing';
import { Paged } from '@/components/paged';
import { Press } from '@/components/press';
import { Ring } from '@/components/ring';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { ProgressList } from '@/features/notice/progress-list';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { showAt } from '@/lib/show-time';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import './notice.scss';

type Item = Output<'notice.list'>['notices'][number];

const NOTHING = {};

/** All notices with their rings; any of them opens 还差谁. */
export function Overview({ session }: { session: Session }) {
  const query = usePages('notice.list', NOTHING);
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
        </View>
      )}
      <Async query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title="还没有发过通知" how="点“发通知”写第一条，发出后这里显示各单位的回执。" />
          ) : (
            <TwoPanes list={list} detail={detail} />
          )
        }
      </Async>
    </>
  );
}

function OverviewItem({ item, on, onOpen }: { item: Item; on: boolean; onOpen: () => void }) {
  const { title, ask, counts, state, dueText, publishedAt } = item;
  return (
    <Press className={`card overview-item ${on ? 'on' : ''}`} onPress={onOpen}>
      <Ring {...counts} />
      <View className="overview-words">
        <Text className="strong">{title}</Text>
        <View className="inbox-line">
          <Missing ask={ask} {...counts} />
          <Tag>{state === 'publishing' ? '正在发出' : dueText}</Tag>
        </View>
        <Text className="inbox-stamp">{showAt(publishedAt)}发布</Text>
      </View>
    </Press>
  );
}
