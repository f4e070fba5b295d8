import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { sentenceOf } from '@/lib/call';
import { go } from '@/lib/go';
import { changeOrKeep, isKept, pending } from '@/lib/queue';
import { useSignal } from '@/lib/signal';
import { offerMessages } from '@/lib/subscribe';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { focusable, role } from '@/lib/device/a11y';
import { OwnMatters, OwnRecord, ownWaiting } from './own-matters';
import './home.scss';

type Item = Output<'home.liaison'>['waiting'][number];

export function LiaisonHome({ unitId }: { unitId: string }) {
  const query = useQuery('home.liaison', { unitId });
  useDidShow(() => void query.reload());
  return (
    <Async query={query}>
      {(home) => {
        const reload = () => void query.reload();
        const waits = home.total + ownWaiting(home);
        return (
          <>
            {waits === 0 ? (
              <Empty title="没有等您处理的事" how="协会发来通知后，会在这里等您确认。" />
            ) : (
              <Text className="home-heading">等您处理（{waits}件）</Text>
            )}
            {home.waiting.map((item) => (
              <Waiting key={item.noticeId} item={item} unitId={unitId} onDone={reload} />
            ))}
            <OwnMatters unitId={unitId} home={home} onDone={reload} />
            {home.record && <OwnRecord record={home.record} />}
          </>
        );
      }}
    </Async>
  );
}

/** One notice; a tap on 确认收到 here is enough. */
function Waiting({ item, unitId, onDone }: { item: Item; unitId: string; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const input = { noticeId: item.noticeId, unitId };
  const kept = isKept(useSignal(pending), 'notice.confirm', input);
  const confirm = async () => {
    setBusy(true);
    try {
      const how = await changeOrKeep('notice.confirm', input, `确认收到《${item.title}》`);
      toast(how === 'done' ? '已确认收到' : '网络不稳，已暂存，联网后自动提交');
      onDone();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  // Offered in the tap itself, beside the confirmation and never before it.
  const tapped = () => {
    offerMessages('notice', 'todo');
    void confirm();
  };
  const open = () => go('notice.detail', { noticeId: item.noticeId });
  return (
    <Card>
      <View className="waiting-head">
        <Tag tone={item.overdue ? 'danger' : 'warning'}>{`通知 · ${item.dueText}`}</Tag>
        <Text className="waiting-host">{item.hostName}</Text>
      </View>
      <View {...role('link')} {...focusable} className="waiting-title" onClick={open}>
        <Text>{item.title}</Text>
      </View>
      <View className="waiting-foot">
        {item.ask === 'confirm' && (
          <Button kind="plain" onPress={open}>
            看全文
          </Button>
        )}
        {item.ask === 'confirm' ? (
          <Button busy={busy} disabled={kept} onPress={tapped}>
            {kept ? '已暂存' : '确认收到'}
          </Button>
        ) : (
          <Button onPress={open}>{item.ask === 'form' ? '去填写' : '去阅读'}</Button>
        )}
      </View>
    </Card>
  );
}
