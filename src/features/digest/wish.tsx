import { useState } from 'react';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { change, sentenceOf } from '@/lib/call';
import { offerMessages } from '@/lib/subscribe';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';

const NOTHING = {};

/** Whether one is sent a message with each digest; WeChat's own question comes with the tap that switches it on. */
export function Wish() {
  const query = useQuery('digest.get', NOTHING);
  const [busy, setBusy] = useState(false);
  if (!query.data) return null;
  const { subscribed } = query.data;
  const toggle = async () => {
    setBusy(true);
    try {
      const { on } = await change('digest.subscribe', { on: !subscribed });
      toast(on ? '已打开，工作日早上推送给您' : '已关闭早报推送');
      await query.reload();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card>
      <Row
        title={subscribed ? '早报推送：已打开' : '早报推送：已关闭'}
        note="打开后，工作日早上发一条微信消息，只有数字，没有姓名"
        side={
          <Button
            kind="plain"
            busy={busy}
            onPress={() => {
              if (!subscribed) offerMessages('todo');
              void toggle();
            }}
          >
            {subscribed ? '关闭' : '打开'}
          </Button>
        }
      />
    </Card>
  );
}
