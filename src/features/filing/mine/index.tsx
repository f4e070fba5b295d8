import { useDidShow, useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { formLabels } from '@contract/form';
import { filingLabels } from '@contract/rules/filing';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { go } from '@/lib/go';
import { scanCode } from '@/lib/scan-code';
import { showAt } from '@/lib/show-time';
import { useQuery } from '@/lib/use-query';
import { inFormOrder, stateTones } from '../words';
import { Correction } from './correction';
import '../filing.scss';

const NOTHING = {};

/** My own registrations; with `filingId` the correction of one that was sent back. */
export default function Mine() {
  const { filingId } = useRouter().params;
  return filingId ? <Correction filingId={filingId} /> : <MyFilings />;
}

function MyFilings() {
  const query = useQuery('filing.mine', NOTHING);
  useDidShow(() => void query.reload());
  return (
    <Page narrow>
      <Async query={query}>
        {({ filings }) =>
          filings.length === 0 ? (
            <Empty title="还没有登记" how="扫描协会发给您单位的登记码，填写并提交后，进度会显示在这里。">
              <Button onPress={() => void scanCode()}>扫登记码</Button>
            </Empty>
          ) : (
            filings.map((filing) => <MyFiling key={filing.filingId} filing={filing} />)
          )
        }
      </Async>
    </Page>
  );
}

function MyFiling({ filing }: { filing: Output<'filing.mine'>['filings'][number] }) {
  const { filingId, unitName, seatName, handover, state, turn, submittedAt, numbers, returned, note } =
    filing;
  return (
    <Card title={unitName} side={<Tag tone={stateTones[state]}>{filingLabels[state]}</Tag>}>
      {!(state === 'submitted' && isOpen(handover)) && (
        <Text className={state === 'returned' ? 'filing-note' : 'consent-text'}>{turn}</Text>
      )}
      <Text className="filing-second">
        登记为{seatName}
        {handover ? `，接任${handover.leaverName}` : ''}
      </Text>
      {numbers.map((number) => (
        <Text key={number} className="filing-good">
          备案号 {number}
        </Text>
      ))}
      {state === 'refused' && note && <Text className="consent-text">原因：{note}</Text>}
      {inFormOrder(returned).map(({ key, reason }) => (
        <View key={key} className="said">
          <Text className="said-label">{formLabels[key]}</Text>
          <Text className="said-value">{reason}</Text>
        </View>
      ))}
      {state === 'returned' && note && <Text className="consent-text">秘书处说明：{note}</Text>}
      {state === 'returned' && (
        <View className="filing-stack-top">
          <Button wide onPress={() => go('filing.mine', { filingId })}>
            去补正
          </Button>
        </View>
      )}
      {handover && <HandoverLine handover={handover} />}
      {(state === 'submitted' || state === 'returned' || state === 'approved') && (
        <View className="filing-stack-top">
          <Button kind="plain" wide onPress={() => go('paper.own', { filingId })}>
            打印登记表
          </Button>
        </View>
      )}
      <Text className="filing-second">{showAt(submittedAt)}提交</Text>
    </Card>
  );
}

/** Not decided yet: what it waits for says more than the registration does. */
const isOpen = (handover: Output<'filing.mine'>['filings'][number]['handover']): boolean =>
  handover?.state === 'open' || handover?.state === 'ready';

/** How far the handover is, and where to say one's word. */
function HandoverLine({
  handover,
}: {
  handover: NonNullable<Output<'filing.mine'>['filings'][number]['handover']>;
}) {
  const { handoverId, turn, mine } = handover;
  if (!isOpen(handover)) return null;
  return (
    <>
      <Text className={mine ? 'filing-note' : 'consent-text'}>{mine ? turn : `交接：${turn}`}</Text>
      <View className="filing-stack-top">
        <Button kind={mine ? 'primary' : 'plain'} wide onPress={() => go('handover.view', { handoverId })}>
          {mine ? '去确认接手' : '看交接详情'}
        </Button>
      </View>
    </>
  );
}
