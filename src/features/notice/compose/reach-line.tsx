import { Text } from '@tarojs/components';
import type { Audience } from '@contract/notice';
import { useQuery } from '@/lib/use-query';

/** How many units will get it, before it is sent, and how many of them have nobody to read it. */
export function ReachLine({ audience }: { audience: Audience }) {
  const ready = audience.kind === 'all' || audience.unitIds.length > 0;
  const { data } = useQuery('notice.reach', ready ? { audience } : null);
  if (!ready) return <Text>请先选择发给哪些单位</Text>;
  if (!data) return <Text>正在统计发送范围…</Text>;
  const none = data.total - data.seated;
  return (
    <Text>
      将发给{data.total}家单位{none > 0 ? `，其中${none}家没有联络员，需电话通知` : ''}
    </Text>
  );
}
