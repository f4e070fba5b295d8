import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { shanghaiDay } from '@contract/rules/calendar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DayField, TextField } from '@/components/field';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';
import type { Unit } from './unit-file';

/** A unit leaves, or is taken back: asked once, can be undone. */
export function Leaving({ unit, onChanged }: { unit: Unit; onChanged: () => void }) {
  const [open, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    onChanged();
  };
  if (unit.left) return <Return unit={unit} onDone={done} />;
  if (open) return <Leave unit={unit} onDone={done} onGiveUp={() => setOpen(false)} />;
  return (
    <View className="unit-code">
      <Button kind="plain" onPress={() => setOpen(true)}>
        办理退会
      </Button>
    </View>
  );
}

interface LeaveProps {
  unit: Unit;
  onDone: () => void;
  onGiveUp: () => void;
}

function Leave({ unit, onDone, onGiveUp }: LeaveProps) {
  const today = shanghaiDay(new Date());
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  /** One for all tries, so that a lost answer does no harm. */
  const [requestId] = useState(newRequestId);
  const leave = async () => {
    if (!reason.trim()) return setWrong({ reason: '请填写退会原因' });
    const what = `${unit.name}的联络员席位立即终止，正在办理的登记不再受理；档案保留，可以恢复。`;
    if (!(await confirm('办理退会？', what, '退会'))) return;
    setBusy(true);
    setWrong({});
    try {
      const { refused } = await change('unit.leave', { unitId: unit.unitId, on, reason }, requestId);
      toast(refused ? `已退会，同时终止了${refused}件在办登记` : '已办理退会，档案保留');
      onDone();
    } catch (error) {
      setWrong({ [(CallError.is(error) && error.field) || 'reason']: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="办理退会">
      <DayField label="退会日期" required value={on} end={today} error={wrong.on} onChange={setOn} />
      <TextField
        label="退会原因"
        required
        max={100}
        value={reason}
        error={wrong.reason}
        rule="记入单位档案，如“企业注销”"
        onChange={setReason}
      />
      <View className="unit-buttons">
        <Button kind="danger" busy={busy} onPress={() => void leave()}>
          确认退会
        </Button>
        <Button kind="plain" onPress={onGiveUp}>
          不办了
        </Button>
      </View>
    </Card>
  );
}

function Return({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const [requestId] = useState(newRequestId);
  const rejoin = async () => {
    if (!(await confirm('恢复会员单位？', `${unit.name}重新成为会员单位，暂无联络员。`, '恢复'))) return;
    setBusy(true);
    try {
      await change('unit.rejoin', { unitId: unit.unitId }, requestId);
      toast('已恢复，请为这家单位出登记码');
      onDone();
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="恢复会员单位">
      <Text className="unit-second">恢复后单位名称、资料和历史都在，联络员需要重新登记。</Text>
      {fault && <View className="field-error">{fault}</View>}
      <View className="unit-code">
        <Button kind="plain" busy={busy} onPress={() => void rejoin()}>
          恢复会员单位
        </Button>
      </View>
    </Card>
  );
}
