import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Press } from '@/components/press';
import { change, sentenceOf } from '@/lib/call';
import { copy } from '@/lib/device/clipboard';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';

interface Props {
  noticeId: string;
  row: { unitId: string; unitName: string };
}

/** Words for an SMS to this unit's liaison, with a link of his own. */
export function SmsLink({ noticeId, row: { unitId, unitName } }: Props) {
  const { can } = useSession();
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const { text } = await change('notice.link', { noticeId, unitId });
      if (!(await copy(text))) toast('没有复制成功，请允许使用剪贴板后重试');
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  if (!can('notice.publish')) return null;
  return (
    <Press className="receipt-record" label={`复制给${unitName}的短信`} onPress={() => void press()}>
      <Text>{busy ? '正在生成短信链接…' : '复制短信（带链接）'}</Text>
    </Press>
  );
}
