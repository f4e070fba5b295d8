import { Text } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import type { Handover } from './handover-body';

interface Props {
  open: NonNullable<Handover['open']>;
  reader: Handover['reader'];
}

/** What is not done yet and passes to the successor; a card for each kind. */
export function OpenItems({ open, reader }: Props) {
  const { total, items } = open.notice;
  const words = {
    leaver: '这些通知还没有确认，交接后由接任人接着办。您现在也可以先办完。',
    successor: '这些通知还没有确认，接任后由您接着办。',
    staff: '这些通知还没有确认，交接后由接任人接着办。',
  };
  return (
    <Card title="未办事项" side={<Text>{total > 0 ? `${total}项` : ''}</Text>}>
      <Text className="handover-second">{total > 0 ? words[reader] : '没有未确认的通知。'}</Text>
      {items.map(({ id, title, dueText, overdue }) => (
        <Row
          key={id}
          title={title}
          side={<Tag tone={overdue ? 'danger' : 'neutral'}>{dueText}</Tag>}
          {...(reader !== 'successor' && { onPress: () => go('notice.detail', { noticeId: id }) })}
        />
      ))}
      {total > items.length && (
        <Text className="handover-second">另有{total - items.length}项没有列出。</Text>
      )}
    </Card>
  );
}
