import { useRef, useState } from 'react';
import { Text } from '@tarojs/components';
import { shanghaiDay } from '@contract/rules/calendar';
import type { SeatKind } from '@contract/me';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { DayField, TextField } from '@/components/field';
import { Page } from '@/components/page';
import { Async, Empty } from '@/components/states';
import { CallError, change, sentenceOf } from '@/lib/call';
import { go, replace } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import '../handover.scss';

/** The leaver begins; an open handover of the seat is shown instead of a second beginning. */
export default function Start() {
  const session = useSession();
  const { acting, me } = session;
  const unitId = acting.kind === 'seat' ? acting.unitId : '';
  const seat = me?.person?.seats.find((one) => one.unitId === unitId);
  if (seat) return <Begin key={unitId} unitId={unitId} unitName={seat.unitName} kind={seat.kind} />;
  return (
    <Page narrow>
      <Async query={session} rows={2}>
        {() => <Empty title="交接由联络员本人发起" how="请先在“我的”里切换到您担任联络员的单位。" />}
      </Async>
    </Page>
  );
}

interface Props {
  unitId: string;
  unitName: string;
  kind: SeatKind;
}

function Begin({ unitId, unitName, kind }: Props) {
  const home = useQuery('home.liaison', { unitId });
  const { me } = useSession();
  const [changedOn, setChangedOn] = useState(shanghaiDay(new Date()));
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const attempt = useRef(newRequestId());
  const open = home.data?.handover?.handoverId;
  const seatName = me?.seatNames?.[kind] ?? '联络员';
  const start = async () => {
    if (!reason.trim()) return setWrong({ reason: '请填写变更原因' });
    setBusy(true);
    setWrong({});
    try {
      const input = { unitId, kind, changedOn, reason };
      const { handoverId } = await change('handover.start', input, attempt.current);
      replace('handover.view', { handoverId });
    } catch (error) {
      if (CallError.is(error) && error.field) setWrong({ [error.field]: error.message });
      else toast(sentenceOf(error));
      if (!CallError.offline(error)) attempt.current = newRequestId();
    } finally {
      setBusy(false);
    }
  };
  if (open)
    return (
      <Page
        narrow
        foot={
          <Button wide onPress={() => go('handover.view', { handoverId: open })}>
            看交接
          </Button>
        }
      >
        <Empty title="交接正在办理" how={`您在“${unitName}”的${seatName}席位已有一次交接没有办结。`} />
      </Page>
    );
  return (
    <Page
      narrow
      foot={
        <Button wide busy={busy} onPress={() => void start()}>
          生成交接码
        </Button>
      }
    >
      <Card title="办理交接">
        <Text className="handover-words">
          离任前把席位交给接任人：生成交接码，接任人扫码登记，双方确认，秘书处审核。审核通过前，您照常办理各项事务。
        </Text>
        <Row title="单位" note={unitName} />
        <Row title="席位" side={seatName} />
        <Row title="还没有办的通知" side={home.data ? `${home.data.total}项` : ''} />
      </Card>
      <Card>
        <DayField
          label="变更日期"
          required
          rule="您不再担任的日期。"
          value={changedOn}
          error={wrong.changedOn}
          onChange={setChangedOn}
        />
        <TextField
          label="变更原因"
          required
          lines
          max={100}
          placeholder="如：调到生产部"
          value={reason}
          error={wrong.reason}
          onChange={setReason}
        />
      </Card>
    </Page>
  );
}
