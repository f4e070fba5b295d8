import { useState } from 'react';
import { formLabels, type FormKey } from '@contract/form';
import type { Output } from '@contract/index';
import { CallError, change } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { scrollToField, scrollToTop } from '@/lib/scroll-to';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { useQuery } from '@/lib/use-query';
import { unsentWords } from './words';

export type Asked = Output<'record.correction'>;

interface Draft {
  agreed: { [K in FormKey]?: boolean };
  reasons: { [K in FormKey]?: string };
}

const EMPTY: Draft = { agreed: {}, reasons: {} };

/** One request being decided field by field; what was chosen stays on the device until it is sent. */
export function useDeciding(correctionId: string, onDecided: () => void) {
  const query = useQuery('record.correction', { correctionId });
  const draft = useDraft<Draft>(`decide:${correctionId}`, EMPTY);
  const [wrong, setWrong] = useState<{ [path: string]: string }>({});
  const [busy, setBusy] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const { agreed, reasons } = draft.value;

  const write = (next: Partial<Draft>) => {
    draft.set(next);
    setWrong({});
    setRequestId(newRequestId());
  };
  const choose = (key: FormKey, yes: boolean) => write({ agreed: { ...agreed, [key]: yes } });
  const say = (key: FormKey, reason: string) => write({ reasons: { ...reasons, [key]: reason } });
  const chooseAll = (keys: FormKey[], yes: boolean) =>
    write({ agreed: Object.fromEntries(keys.map((key) => [key, yes])) });

  const show = (path: string, words: string) => {
    setWrong({ [path]: words });
    if (path) scrollToField(path);
  };

  const send = async ({ keys }: Asked) => {
    const left = keys.find((key) => agreed[key] === undefined);
    if (left) return show(left, `请选择是否同意“${formLabels[left]}”`);
    const mute = keys.find((key) => !agreed[key] && !reasons[key]?.trim());
    if (mute) return show(mute, '请写明不同意的原因，联络员会看到');
    setBusy(true);
    try {
      const decisions = keys.map((key) => ({ key, agreed: !!agreed[key], reason: reasons[key] ?? '' }));
      const told = await change('record.decide', { correctionId, decisions }, requestId);
      draft.clear();
      toast(
        told.refused > 0 ? `已办结：同意${told.agreed}项，不同意${told.refused}项` : '已办结，资料已更新',
      );
      await query.reload();
      onDecided();
      scrollToTop();
    } catch (error) {
      show('', unsentWords(error));
      if (!CallError.offline(error)) setRequestId(newRequestId());
      if (CallError.is(error) && (error.code === 'closed' || error.code === 'conflict')) void query.reload();
    } finally {
      setBusy(false);
    }
  };

  return { query, agreed, reasons, wrong, busy, choose, say, chooseAll, send, savedAt: draft.savedAt };
}

export type Deciding = ReturnType<typeof useDeciding>;
