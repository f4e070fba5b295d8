import { Card, Row } from '@/components/card';
import { dropPending, flush, pending } from '@/lib/queue';
import { useSignal } from '@/lib/signal';

/** What was done without a network and the server does not have yet. */
export function Kept() {
  const list = useSignal(pending);
  if (list.length === 0) return null;
  return (
    <Card title="已暂存，联网后自动提交">
      {list.map(({ requestId, label, refused }) => (
        <Row
          key={requestId}
          title={label}
          note={refused ?? '等待网络'}
          side={refused ? '删除' : '现在提交'}
          onPress={() => (refused ? dropPending(requestId) : void flush())}
        />
      ))}
    </Card>
  );
}
