import { useState } from 'react';
import * as v from 'valibot';
import type { Output } from '@contract/index';
import { jielongContract, type Channel } from '@contract/jielong';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { back } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';

type Receipt = Output<'notice.receipts'>['receipts'][number];

interface Answer {
  channel: Channel | '';
  name: string;
  note: string;
  /** Kept with the draft: sending again after a lost answer enters it once. */
  requestId: string;
}

/** Enters what a unit answered, or takes the entry back. */
export function useRecording(noticeId: string, { unitId, unitName, liaison }: Receipt) {
  const { value, set, savedAt, clear } = useDraft<Answer>(`record:${noticeId}:${unitId}`, {
    channel: '',
    name: liaison?.name ?? '',
    note: '',
    requestId: newRequestId(),
  });
  const [fault, setFault] = useState<{ field: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      if (CallError.is(error) && error.field) setFault({ field: error.field, message: error.message });
      else toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };

  const send = async () => {
    const { requestId, ...answer } = value;
    const parsed = v.safeParse(jielongContract['notice.record'].input, { noticeId, unitId, ...answer });
    if (!parsed.success) {
      const [issue] = parsed.issues;
      return setFault({ field: v.getDotPath(issue) ?? '', message: issue.message });
    }
    await change('notice.record', parsed.output, requestId);
    clear();
    toast(`已为${unitName}代录`);
    back();
  };

  const undo = async (onDone: () => void) => {
    if (!(await confirm('撤销这次代录？', `${unitName}将重新算作未确认。`, '撤销'))) return;
    await change('notice.unrecord', { noticeId, unitId });
    toast('已撤销代录');
    onDone();
  };

  return {
    value,
    set,
    savedAt,
    fault,
    busy,
    send: () => void during(send),
    undo: (onDone: () => void) => void during(() => undo(onDone)),
  };
}
