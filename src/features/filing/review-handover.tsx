import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { handoverLabels, lateWords } from '@contract/rules/handover';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField } from '@/components/field';
import { Tag } from '@/components/tag';
import { anchorOf } from '@/lib/scroll-to';
import { go } from '@/lib/go';
import { showAt } from '@/lib/show-time';
import { councilChoices, type Reviewing } from './reviewing';
import { Thumbs } from './thumbs';

type Sent = Output<'filing.get'>;

/** Who hands the seat over, what both said, and the council's word where the rulebook asks for it (D). */
export function HandoverCard({ sent, reviewing }: { sent: Sent; reviewing: Reviewing }) {
  const { handover, handed, holder, seatName, state, council } = sent;
  const waits = state === 'submitted';
  if (!handover)
    return waits && holder ? (
      <Card title="席位已有人">
        <Text className="filing-alert">
          这家单位的{seatName}现在是{holder}。请联系单位办理交接；如果只是重复登记，请不予受理。
        </Text>
      </Card>
    ) : null;
  const { state: at, leaverName, changedOn, reason, lateBy, turn } = handover;
  const line = (label: string, value: string) => (
    <View className="said">
      <Text className="said-label">{label}</Text>
      <Text className="said-value">{value}</Text>
    </View>
  );
  return (
    <Card
      title="变更交接"
      side={<Tag tone={at === 'approved' ? 'success' : 'warning'}>{handoverLabels[at]}</Tag>}
    >
      {waits && <Text className="consent-text">{turn}</Text>}
      {line(`原${seatName}`, leaverName)}
      {line('变更日期', changedOn)}
      {line('变更原因', reason)}
      {lateBy > 0 && <Text className="filing-alert">{lateWords(lateBy)}，超过制度规定的备案期限</Text>}
      {handed &&
        line(
          `原${seatName}意见`,
          agreedWords(handed.leaverAgreedAt, handed.letterUrl ? '由单位来函代替' : '还没有确认'),
        )}
      {handed && line('接任人意见', agreedWords(handed.successorAgreedAt, '还没有确认'))}
      {handed?.letterUrl && <Thumbs pictures={[{ label: '单位盖章来函', src: handed.letterUrl }]} />}
      {waits && council && !sent.blocked && (
        <View className="filing-council">
          <ChoiceField
            label={`理事会意见：${council.post}由接任人继任`}
            id={anchorOf('council')}
            required
            value={reviewing.council ?? ''}
            choices={councilChoices}
            rule="代表离任后协会职务随之终止，接任人经理事会同意才能继任"
            onChange={reviewing.setCouncil}
          />
        </View>
      )}
      <View className="filing-carry">
        <Button kind="plain" onPress={() => go('handover.view', { handoverId: handover.handoverId })}>
          看交接详情
        </Button>
      </View>
    </Card>
  );
}

const agreedWords = (at: string | null, otherwise: string): string =>
  at ? `${showAt(at)}已确认` : otherwise;
