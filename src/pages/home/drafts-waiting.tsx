import { useDidShow } from '@tarojs/taro';
import { Card, Row } from '@/components/card';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import { useQuery } from '@/lib/use-query';

const MINE = { shelf: 'mine' } as const;

/** Drafts in which it is one's own turn (送审): what colleagues sent to be looked over, and what came back; nothing else. */
export function DraftsWaiting() {
  const query = useQuery('notice.listDrafts', MINE);
  useDidShow(() => void query.reload());
  const { review = 0, back = 0 } = query.data?.counts ?? {};
  if (review + back === 0) return null;
  return (
    <Card title="等您处理的通知草稿">
      {review > 0 && (
        <Row
          title="同事送审，等您审定"
          side={<Tag tone="warning">{`${review}份`}</Tag>}
          onPress={() => go('notice.drafts', { shelf: 'review' })}
        />
      )}
      {back > 0 && (
        <Row
          title="您的草稿已审定或退回"
          side={<Tag tone="warning">{`${back}份`}</Tag>}
          onPress={() => go('notice.drafts')}
        />
      )}
    </Card>
  );
}
