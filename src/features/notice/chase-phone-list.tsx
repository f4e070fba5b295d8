import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Check } from '@/components/check';
import { CallError, change, sentenceOf } from '@/lib/call';
import { deliver } from '@/lib/device/deliver';
import { newRequestId } from '@/lib/request-id';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';

/** WeChat may want a rest between links; so often it is waited for before the rest is left. */
const RESTS = 6;

/** 电话催办单 of the missing as a paper to tick or a workbook, on wish with each liaison's own link for an SMS. */
export function PhoneList({ noticeId }: { noticeId: string }) {
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  const [links, setLinks] = useState(false);
  const [busy, setBusy] = useState<'docx' | 'xlsx' | null>(null);
  const [said, setSaid] = useState('');
  // Kept after a lost answer: asked again, the same file comes.
  const [requestId, setRequestId] = useState(newRequestId);

  const make = async (format: 'docx' | 'xlsx') => {
    setBusy(format);
    try {
      const withLinks = links && format === 'xlsx';
      // Whatever becomes of the links, the list of numbers comes.
      const lacking = withLinks ? await makeLinks(noticeId, setSaid) : '';
      setSaid('');
      const file = await change('report.phoneList', { noticeId, format, links: withLinks }, requestId);
      setRequestId(newRequestId());
      setSaid(lacking);
      await deliver(file);
    } catch (error) {
      if (!CallError.offline(error)) setRequestId(newRequestId());
      setSaid('');
      toast(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };

  if (!open)
    return (
      <Button kind="plain" wide onPress={() => setOpen(true)}>
        导出电话催办单
      </Button>
    );
  return (
    <View className="phone-list">
      <Text className="strong">电话催办单</Text>
      <Text className="receipt-note">还差的单位按地区排列，手机号完整列出；导出会记录，本人可以查到。</Text>
      {can('notice.publish') && (
        <Check checked={links} onChange={setLinks}>
          <Text>在Excel表格里附短信链接（每位联络员一条；Word打印版不带）</Text>
        </Check>
      )}
      {said && <Text className="receipt-note">{said}</Text>}
      <View className="phone-list-acts">
        <Button busy={busy === 'docx'} disabled={busy !== null || links} onPress={() => void make('docx')}>
          Word 打印版
        </Button>
        <Button
          kind="plain"
          busy={busy === 'xlsx'}
          disabled={busy !== null}
          onPress={() => void make('xlsx')}
        >
          Excel 表格
        </Button>
      </View>
    </View>
  );
}

const LEFT_OUT = '没有链接的在表里留空，电话照列';

/** Page by page; what was made is kept, so whoever comes back goes on from there. Gives what is lacking, in words. */
async function makeLinks(noticeId: string, say: (words: string) => void): Promise<string> {
  try {
    const failed = await makeAll(noticeId, say);
    return failed ? `有${failed}条短信链接微信没有给出，可稍后再导出一次；${LEFT_OUT}` : '';
  } catch (error) {
    if (CallError.offline(error)) throw error;
    return `${sentenceOf(error)}；${LEFT_OUT}`;
  }
}

async function makeAll(noticeId: string, say: (words: string) => void): Promise<number> {
  let done = 0;
  let rests = 0;
  let failed = 0;
  for (let cursor = ''; ;) {
    const reply = await change('notice.links', { noticeId, ...(cursor && { cursor }) });
    done += reply.made;
    say(`正在生成短信链接，新生成${done}条`);
    failed += reply.failed;
    if (reply.next === null) return failed;
    if (reply.wait > 0) {
      rests += 1;
      if (rests > RESTS)
        throw new CallError('busy', `微信限制生成速度，已生成的${done}条已保存，请过几分钟再点一次`);
      say(`微信限制生成速度，${reply.wait}秒后继续，新生成${done}条`);
      await new Promise((resolve) => setTimeout(resolve, reply.wait * 1000));
    }
    cursor = reply.next;
  }
}
