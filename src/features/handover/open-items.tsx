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
  const { notice, matters } = open;
  const { total, items } = notice;
  const words = {
    leaver: '这些通知还没有办，交接后由接任人接着办。您现在也可以先办完。',
    successor: '这些通知还没有办，接任后由您接着办。',
    staff: '这些通知还没有办，交接后由接任人接着办。',
  };
  const all = total + matters.length;
  return (
    <Card title="未办事项" side={<Text>{all > 0 ? `${all}项` : ''}</Text>}>
      {matters.map(({ kind, id, title, note }) => (
        <Row key={`${kind}-${id}`} title={title} note={note} />
      ))}
      <Text className="handover-second">{total > 0 ? words[reader] : '没有未办的通知。'}</Text>
      {items.map(({ id, title, asked, dueText, overdue }) => (
        <Row
          key={id}
          title={title}
          note={asked}
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
