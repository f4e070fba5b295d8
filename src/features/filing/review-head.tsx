import { Text, View } from '@tarojs/components';
import { formLabels } from '@contract/form';
import { filingLabels } from '@contract/rules/filing';
import { lateWords } from '@contract/rules/handover';
import type { Output } from '@contract/index';
import { Card } from '@/components/card';
import { Tag } from '@/components/tag';
import { showAt } from '@/lib/show-time';
import { inFormOrder, stateTones } from './words';

/** Whose registration for which seat, how far it is, and what was decided. */
export function ReviewHead({ sent }: { sent: Output<'filing.get'> }) {
  const { unitName, form, seatName, state, turn, submittedAt, numbers, note, returned, handover } = sent;
  return (
    <Card
      title={`${unitName} · ${form.name ?? ''}`}
      side={<Tag tone={stateTones[state]}>{filingLabels[state]}</Tag>}
    >
      <View className="filing-tags">
        <Tag tone="accent">{seatName}</Tag>
        {handover && <Tag>{`接任${handover.leaverName}`}</Tag>}
        {handover && handover.lateBy > 0 && <Tag tone="danger">{lateWords(handover.lateBy)}</Tag>}
      </View>
      {numbers.map((number) => (
        <Text key={number} className="filing-good">
          备案号 {number}
        </Text>
      ))}
      <Text className="consent-text">{sent.blocked ?? turn}</Text>
      <Text className="filing-second">{showAt(submittedAt)}提交</Text>
      {state === 'refused' && <Text className="consent-text">不予受理的原因：{note}</Text>}
      {inFormOrder(returned).map(({ key, reason }) => (
        <View key={key} className="said">
          <Text className="said-label">{formLabels[key]}</Text>
          <Text className="said-value">{reason}</Text>
        </View>
      ))}
      {state === 'returned' && note && <Text className="consent-text">说明：{note}</Text>}
    </Card>
  );
}
