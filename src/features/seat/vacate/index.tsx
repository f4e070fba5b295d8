import { useRef, useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { shanghaiDay } from '@contract/rules/calendar';
import type { SeatKind } from '@contract/me';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { DayField, TextField } from '@/components/field';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { back } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import '../seat.scss';

/** Staff end a seat that has no successor. */
export default function Vacate() {
  const { unitId = '', kind } = useRouter().params;
  return (
    <StaffOnly right="filing.review">
      {() => <Leaving unitId={unitId} kind={kind === 'deputy' ? 'deputy' : 'main'} />}
    </StaffOnly>
  );
}

function Leaving({ unitId, kind }: { unitId: string; kind: SeatKind }) {
  const query = useQuery('unit.get', { unitId });
  const { me } = useSession();
  const [on, setOn] = useState(shanghaiDay(new Date()));
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const attempt = useRef(newRequestId());
  const holder = query.data?.seats.find((seat) => seat.kind === kind);
  const seatName = me?.seatNames?.[kind] ?? '联络员';
  const vacate = async () => {
    if (!reason.trim()) return setWrong({ reason: '请填写离任原因' });
    const after = kind === 'main' ? '单位会列入“无联络员”，' : '';
    const words = `${holder?.name ?? ''}的备案终止，登录权限立即停止；${after}需要新人扫码登记。此操作不能撤回。`;
    if (!(await confirm(`终止${seatName}席位？`, words, '终止'))) return;
    setBusy(true);
    setWrong({});
    try {
      await change('seat.vacate', { unitId, kind, on, reason }, attempt.current);
      toast('席位已终止');
      back();
    } catch (error) {
      if (CallError.is(error) && error.field) setWrong({ [error.field]: error.message });
      else toast(sentenceOf(error));
      if (!CallError.offline(error)) attempt.current = newRequestId();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page
      narrow
      foot={
        holder ? (
          <Button kind="danger" wide busy={busy} onPress={() => void vacate()}>
            终止席位
          </Button>
        ) : undefined
      }
    >
      <Async query={query}>
        {({ name }) =>
          holder ? (
            <>
              <Card title="终止席位">
                <Text className="seat-words">
                  联络员已离任、又还没有接任人时使用。有接任人的，请让接任人扫登记码办理交接。
                </Text>
                <Row title="单位" note={name} />
                <Row title={seatName} side={holder.name} />
              </Card>
              <Card>
                <DayField label="离任日期" required value={on} error={wrong.on} onChange={setOn} />
                <TextField
                  label="离任原因"
                  required
                  lines
                  placeholder="如：退休"
                  value={reason}
                  error={wrong.reason}
                  onChange={setReason}
                />
              </Card>
            </>
          ) : (
            <Empty title="这个席位现在没有人" how={`${name}的${seatName}席位是空的，不用终止。`} />
          )
        }
      </Async>
    </Page>
  );
}
