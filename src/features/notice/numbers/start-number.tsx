import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';
import './numbers.scss';

interface Props {
  hostId: string;
  year: number;
  last: number;
  onDone: () => void;
}

/** The paper register already reached a number: the next document takes the one after it. */
export function StartNumber({ hostId, year, last, onDone }: Props) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const wanted = Number(typed);
    if (!/^\d{1,4}$/.test(typed) || wanted <= last)
      return setFault(`请填写比${last}大的号数，如${last + 10}`);
    setFault('');
    const words = `${year}年已用到${wanted}号，下一份正式文件从${wanted + 1}号开始。调大后不能再调小。`;
    if (!(await confirm('调整文号？', words, '调整'))) return;
    setBusy(true);
    try {
      await change('notice.startNumber', { hostId, year, last: wanted }, newRequestId());
      setTyped('');
      toast('已调整');
      onDone();
    } catch (error) {
      if (CallError.is(error) && error.field === 'last') setFault(error.message);
      else toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="接着纸质登记簿编号">
      <Text className="numbers-note">
        今年已在纸质登记簿上编过号的，请填写已用到第几号，小程序接着往下编。
      </Text>
      <TextField
        label="已用到第几号"
        value={typed}
        keyboard="number"
        max={4}
        placeholder={`现在是${last}号`}
        error={fault || undefined}
        onChange={setTyped}
      />
      <Button kind="plain" busy={busy} onPress={() => void send()}>
        调整
      </Button>
    </Card>
  );
}
