import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { Page } from '@/components/page';
import { SavedLine } from '@/components/saved-line';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { replace } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { useQuery } from '@/lib/use-query';
import '../correct/correct.scss';

/** Takes a notice back; the reason is what every unit reads in its place. */
export default function Withdraw() {
  const { noticeId = '' } = useRouter().params;
  return <StaffOnly right="notice.publish">{() => <OfNotice noticeId={noticeId} />}</StaffOnly>;
}

function OfNotice({ noticeId }: { noticeId: string }) {
  const notice = useQuery('notice.get', { noticeId });
  const { value, set, savedAt, clear } = useDraft(`withdraw:${noticeId}`, {
    reason: '',
    requestId: newRequestId(),
  });
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const whole = notice.data?.view === 'whole' ? notice.data : null;
  const stands = whole?.state === 'published' || whole?.state === 'publishing';

  const send = async () => {
    const reason = value.reason.trim();
    setFault(reason ? '' : '请填写撤回原因');
    if (!reason) return;
    const words = '撤回后各单位看不到正文，不能再确认；撤回不能取消。';
    if (!(await confirm('撤回这条通知？', words, '撤回'))) return;
    setBusy(true);
    try {
      await change('notice.withdraw', { noticeId, reason }, value.requestId);
      clear();
      toast('已撤回');
      replace('notice.progress', { noticeId });
    } catch (error) {
      if (CallError.is(error) && error.field === 'reason') setFault(error.message);
      else toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const foot = stands && (
    <Button kind="danger" wide busy={busy} onPress={() => void send()}>
      撤回
    </Button>
  );
  return (
    <Page narrow foot={foot}>
      <Async query={notice} rows={2}>
        {() =>
          whole && stands ? (
            <>
              <SavedLine at={savedAt} />
              <Card title={whole.title}>
                <Text className="correct-line">
                  {`发给${whole.counts?.total ?? 0}家，${whole.counts?.confirmed ?? 0}家已确认。撤回后都不用再办理，已收到或打开的单位会收到撤回消息。`}
                </Text>
                {whole.number && (
                  <Text className="correct-line">{`文号${whole.number}不再使用，登记簿里记为“已撤回”。`}</Text>
                )}
                <TextField
                  label="撤回原因"
                  required
                  value={value.reason}
                  placeholder="如：会议改期，另行通知"
                  max={100}
                  lines
                  rule="各单位会看到这句话"
                  error={fault || undefined}
                  onChange={(reason) => set({ reason })}
                />
              </Card>
            </>
          ) : (
            <Empty title="这条通知已经撤回或更正" how="请返回“通知”查看。" />
          )
        }
      </Async>
    </Page>
  );
}
