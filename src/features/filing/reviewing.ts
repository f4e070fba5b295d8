import { useState } from 'react';
import { takeable } from '@contract/filing';
import type { FormKey } from '@contract/form';
import type { Input } from '@contract/index';
import { CallError, change, sentenceOf } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import { scrollToTop } from '@/lib/scroll-to';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { useQuery } from '@/lib/use-query';

export type Mode = 'look' | 'return' | 'refuse';
type Take = NonNullable<Input<'filing.approve'>['take']>[number];

interface Writing {
  /** Fields to send back, each with its reason. */
  reasons: Partial<Record<FormKey, string>>;
  note: string;
  refusal: string;
}

const EMPTY: Writing = { reasons: {}, note: '', refusal: '' };

export const isTakeable = (key: string): key is Take => takeable.some((one) => one === key);

type Council = NonNullable<Input<'filing.approve'>['council']>;

/** What the council may say of the successor (D). */
export const councilChoices: Record<Council, string> = {
  approved: '理事会同意继任',
  lapsed: '不继任，职务终止',
};

/** One registration being reviewed; reasons typed stay on the device until they are sent. */
export function useReviewing(filingId: string, onDecided: () => void) {
  const query = useQuery('filing.get', { filingId });
  const writing = useDraft<Writing>(`review:${filingId}`, EMPTY);
  const [mode, setMode] = useState<Mode>('look');
  const [take, setTake] = useState<Take[]>([]);
  const [council, chooseCouncil] = useState<Council | null>(null);
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const { reasons, note, refusal } = writing.value;
  const fields = (Object.keys(reasons) as FormKey[]).map((key) => ({
    key,
    reason: (reasons[key] ?? '').trim(),
  }));

  const turnTo = (next: Mode) => {
    setMode(next);
    setWrong('');
    setRequestId(newRequestId());
    if (next !== 'look') scrollToTop();
  };

  /** Does it once, however often it is tapped; then shows what became of it. */
  const decide = async (act: () => Promise<unknown>, words: string) => {
    setBusy(true);
    setWrong('');
    try {
      await act();
      writing.clear();
      setMode('look');
      toast(words);
      await query.reload();
      onDecided();
      scrollToTop();
    } catch (error) {
      setWrong(sentenceOf(error));
      if (!CallError.offline(error)) setRequestId(newRequestId());
      if (CallError.is(error) && (error.code === 'conflict' || error.code === 'closed')) void query.reload();
    } finally {
      setBusy(false);
    }
  };

  const approve = () => {
    if (query.data?.council && !council) return setWrong('请选择理事会意见');
    const input = { filingId, take, ...(council && { council }) };
    return decide(() => change('filing.approve', input, requestId), '已同意备案');
  };
  const setCouncil = (chosen: string) => {
    chooseCouncil(chosen as Council);
    setWrong('');
    // Another decision is another request: the first may have arrived although its answer did not.
    setRequestId(newRequestId());
  };
  const sendBack = () => {
    if (fields.length === 0) return setWrong('请勾选要补正的项目');
    if (fields.some(({ reason }) => !reason)) return setWrong('请给每个勾选的项目写明原因');
    return decide(
      () => change('filing.return', { filingId, fields, note }, requestId),
      '已退回，等联络员补正',
    );
  };
  const refuse = () => {
    if (!refusal.trim()) return setWrong('请写明不予受理的原因，联络员会看到');
    return decide(() => change('filing.refuse', { filingId, reason: refusal }, requestId), '已记为不予受理');
  };

  return {
    query,
    mode,
    turnTo,
    take,
    setTake,
    council,
    setCouncil,
    wrong,
    busy,
    reasons,
    note,
    refusal,
    chosen: fields.length,
    write: writing.set,
    savedAt: writing.savedAt,
    approve: () => void approve(),
    sendBack: () => void sendBack(),
    refuse: () => void refuse(),
  };
}

export type Reviewing = ReturnType<typeof useReviewing>;
