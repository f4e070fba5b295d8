import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { shanghaiDay } from '@contract/rules/calendar';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Tag } from '@/components/tag';
import { sentenceOf } from '@/lib/call';
import { go } from '@/lib/go';
import { changeOrKeep, isKept, pending } from '@/lib/queue';
import { useSignal } from '@/lib/signal';
import { toast } from '@/lib/toast';
import './home.scss';

type Home = Output<'home.liaison'>;
type Own = NonNullable<Home['record']>;

/** How many things of the own seat wait for the liaison. */
export const ownWaiting = ({ record, handover }: Home): number =>
  Number(!!record?.due) + Number(record?.change?.state === 'refused') + Number(!!handover?.mine);

/** What waits for the liaison as the holder of the seat: handover, refused changes, the check. */
export function OwnMatters({ unitId, home, onDone }: { unitId: string; home: Home; onDone: () => void }) {
  const { record, handover } = home;
  return (
    <>
      {handover && (
        <Card>
          <View className="waiting-head">
            <Tag tone={handover.mine ? 'warning' : 'neutral'}>席位交接</Tag>
          </View>
          <Text className="waiting-line">{handover.turn}</Text>
          <View className="waiting-foot">
            <Button
              kind={handover.mine ? 'primary' : 'plain'}
              onPress={() => go('handover.view', { handoverId: handover.handoverId })}
            >
              {handover.mine ? '去办理' : '看进度'}
            </Button>
          </View>
        </Card>
      )}
      {record?.change?.state === 'refused' && <Refused note={record.change.note} />}
      {record?.due && <CheckCard unitId={unitId} record={record} onDone={onDone} />}
    </>
  );
}

/** Changes that were refused, each with its reason. */
const Refused = ({ note }: { note: string }) => (
  <Card>
    <View className="waiting-head">
      <Tag tone="danger">资料变更有未同意的项目</Tag>
    </View>
    <Text className="waiting-line">{note}</Text>
    <View className="waiting-foot">
      <Button kind="plain" onPress={() => go('record.mine')}>
        看结果
      </Button>
    </View>
  </Card>
);

/** The twice-yearly check: one tap here is enough. */
function CheckCard({ unitId, record, onDone }: { unitId: string; record: Own; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const kept = isKept(useSignal(pending), 'record.check', { unitId });
  const check = async () => {
    setBusy(true);
    try {
      const how = await changeOrKeep('record.check', { unitId }, '核对登记资料：无变更');
      toast(how === 'done' ? '已核对，谢谢您' : '网络不稳，已暂存，联网后自动提交');
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
      onDone();
    }
  };
  return (
    <Card>
      <View className="waiting-head">
        <Tag tone="warning">核对资料</Tag>
        <Text className="waiting-host">上次核对 {shanghaiDay(new Date(record.verifiedAt))}</Text>
      </View>
      <Text className="waiting-line">等您：核对您的登记资料。没有变化点“无变更”，有变化点“修改”。</Text>
      <View className="waiting-foot">
        <Button kind="plain" onPress={() => go('record.mine')}>
          看资料
        </Button>
        <Button kind="plain" onPress={() => go('record.correct')}>
          修改
        </Button>
        <Button busy={busy} disabled={kept} onPress={() => void check()}>
          {kept ? '已暂存' : '无变更'}
        </Button>
      </View>
    </Card>
  );
}

/** Where the own record is, and how a change of it stands. */
export function OwnRecord({ record }: { record: Own }) {
  const { change, verifiedAt } = record;
  const note =
    change?.state === 'open'
      ? '您申请的变更秘书处审核中，您无需操作'
      : change?.state === 'agreed'
        ? `您申请的变更已办结：${change.note}`
        : `核对于 ${shanghaiDay(new Date(verifiedAt)).slice(0, 7)}`;
  return (
    <Card>
      <Row title="我的资料" note={note} onPress={() => go('record.mine')} />
    </Card>
  );
}
