import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { shanghaiDay } from '@contract/rules/calendar';
import { scopes as scopeNames, type Scope } from '@contract/rules/rights';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DayField } from '@/components/field';
import { SeveralField } from '@/components/several-field';
import { CallError, change, sentenceOf } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';

interface Props {
  unitId: string;
  /** Longest, days. */
  days: number;
  onLent: (proxyId: string) => void;
  onCancel: () => void;
}

/** Matters there is something to do in today; further ones come with their features. */
const offered: Partial<Record<Scope, string>> = { notice: scopeNames.notice };

/** From when, until when, in what. */
export function Lend({ unitId, days, onLent, onCancel }: Props) {
  const today = shanghaiDay(new Date());
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['notice']);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const attempt = useRef(newRequestId());
  const lend = async () => {
    setBusy(true);
    setWrong({});
    try {
      const { proxyId } = await change('seat.lend', { unitId, from, to, scopes }, attempt.current);
      onLent(proxyId);
    } catch (error) {
      if (CallError.is(error) && error.field) setWrong({ [error.field]: error.message });
      else toast(sentenceOf(error));
      if (!CallError.offline(error)) attempt.current = newRequestId();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="请同事临时代理">
      <DayField label="开始日期" required value={from} start={today} error={wrong.from} onChange={setFrom} />
      <DayField
        label="结束日期"
        required
        rule={`含当天，最长${days}天`}
        value={to}
        from={from}
        start={from}
        error={wrong.to}
        onChange={setTo}
      />
      <SeveralField
        label="代理事项"
        required
        rule="同事只能办选中的事项，不能办理交接，也不能再请别人代理。"
        values={scopes}
        choices={offered}
        error={wrong.scopes}
        onChange={(values) => setScopes(values as Scope[])}
      />
      <View className="seat-acts">
        <Button busy={busy} onPress={() => void lend()}>
          生成代理码
        </Button>
        <Button kind="plain" onPress={onCancel}>
          取消
        </Button>
      </View>
    </Card>
  );
}
