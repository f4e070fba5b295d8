import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { newRequestId } from '@/lib/request-id';
import { go } from '@/lib/go';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { afterWords, type Check } from './words';

interface Props {
  check: Check;
  onDecided: () => void;
}

/** 通过 in one tap; 不通过 asks for a note first, which is the pause before what hides something for good. */
export function Decision({ check: { checkId, kind, own, notices }, onDecided }: Props) {
  const mayWithdraw = useSession().can('notice.publish');
  const draft = useDraft(`check:${checkId}`, { note: '', refusing: false, requestId: newRequestId() });
  const { note, refusing, requestId } = draft.value;
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const decide = async (pass: boolean) => {
    setBusy(true);
    setWrong('');
    try {
      await change(
        'check.decide',
        { checkId, pass, note: pass ? '' : note },
        `${requestId}${pass ? 'P' : 'R'}`,
      );
      draft.clear();
      const out = kind === 'text' && !pass && mayWithdraw && notices.find(({ stands }) => stands);
      if (out) await offerWithdrawal(out);
      else toast(pass ? '已通过' : '已设为不通过');
      onDecided();
    } catch (error) {
      setWrong(sentenceOf(error));
      if (CallError.offline(error)) return;
      draft.set({ requestId: newRequestId() });
      if (CallError.is(error) && error.code === 'closed') onDecided();
    } finally {
      setBusy(false);
    }
  };
  return (
    <View className="check-acts">
      {own && <Text className="check-second">这是您自己提交的内容，如有其他同事可审核，请由他审核。</Text>}
      {wrong && <Text className="field-error">{wrong}</Text>}
      <Text className="check-second">{refusing ? afterWords[kind].refuse : afterWords[kind].pass}</Text>
      {refusing ? (
        <>
          <TextField
            label="审核意见"
            max={200}
            lines
            value={note}
            placeholder="如：含有广告，不宜发布"
            onChange={(words) => draft.set({ note: words })}
          />
          <View className="check-buttons">
            <Button kind="danger" busy={busy} onPress={() => void decide(false)}>
              确定不通过
            </Button>
            <Button kind="plain" onPress={() => draft.set({ refusing: false })}>
              取消
            </Button>
          </View>
        </>
      ) : (
        <View className="check-buttons">
          <Button busy={busy} onPress={() => void decide(true)}>
            通过
          </Button>
          <Button kind="plain" onPress={() => draft.set({ refusing: true })}>
            不通过…
          </Button>
        </View>
      )}
    </View>
  );
}

/** Refused words that went out already stand there until the notice is taken back. */
async function offerWithdrawal({ noticeId, title }: Check['notices'][number]): Promise<void> {
  const words = `这段文字已随通知《${title}》发出，通知不会自动撤回。现在去撤回吗？`;
  if (await confirm('已设为不通过', words, '去撤回')) go('notice.withdraw', { noticeId });
}
