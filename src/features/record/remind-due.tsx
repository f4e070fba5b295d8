import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { toast } from '@/lib/toast';

/** Reminds everybody whose check is due; a unit is reminded once a day at most, whatever it owes. */
export function RemindDue() {
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const words =
      '只提醒还没有核对的联络员；每家每天最多提醒一次，通知的催办也算在内。夜间提交的，次日早上发出。';
    if (!(await confirm('发送核对提醒？', words, '提醒'))) return;
    setBusy(true);
    try {
      const sum = { queued: 0, already: 0, unreachable: 0 };
      for (let cursor: string | undefined; ;) {
        const reply = await change('record.remind', { ...(cursor && { cursor }) });
        sum.queued += reply.queued;
        sum.already += reply.already;
        sum.unreachable += reply.unreachable;
        if (!reply.next) break;
        cursor = reply.next;
      }
      toast(wordsOf(sum));
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <View className="record-remind">
      <Button wide busy={busy} onPress={() => void send()}>
        提醒未核对的联络员
      </Button>
    </View>
  );
}

const wordsOf = ({ queued, already, unreachable }: Record<'queued' | 'already' | 'unreachable', number>) =>
  [
    queued > 0 ? `已提醒${queued}家` : '没有可提醒的单位',
    already > 0 && `${already}家今天已提醒过`,
    unreachable > 0 && `${unreachable}家推送不到，请打电话`,
  ]
    .filter(Boolean)
    .join('；');
