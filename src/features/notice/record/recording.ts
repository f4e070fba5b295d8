import { useState } from 'react';
import * as v from 'valibot';
import type { Output } from '@contract/index';
import { checkAnswers } from '@contract/answers';
import type { Question } from '@contract/asking';
import { jielongContract, type Channel } from '@contract/jielong';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { back } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { toAnswers, type Filling } from '../answer/filling';

type Receipt = Output<'notice.receipts'>['receipts'][number];

interface Answer {
  channel: Channel | '';
  name: string;
  note: string;
  /** Of a form, by question. */
  filling?: Filling;
  /** Kept with the draft: sending again after a lost answer enters it once. */
  requestId: string;
}

/** Enters what a unit answered, of a form with its `questions`, or takes the entry back. */
export function useRecording(
  noticeId: string,
  { unitId, unitName, liaison }: Receipt,
  questions: Question[] | null,
) {
  const { value, set, savedAt, clear } = useDraft<Answer>(`record:${noticeId}:${unitId}`, {
    channel: '',
    name: liaison?.name ?? '',
    note: '',
    requestId: newRequestId(),
  });
  const [fault, setFault] = useState<{ field: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);

  const fail = (field: string, message: string) => {
    setFault({ field, message });
    scrollToField(field);
  };

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      if (CallError.is(error) && error.field) fail(error.field, error.message);
      else toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };

  const send = async () => {
    const { requestId, filling = {}, ...answer } = value;
    const parsed = v.safeParse(jielongContract['notice.record'].input, { noticeId, unitId, ...answer });
    if (!parsed.success) {
      const [issue] = parsed.issues;
      return fail(v.getDotPath(issue) ?? '', issue.message);
    }
    if (questions) {
      const { answers, fault: wrong } = checkAnswers(questions, toAnswers(questions, filling));
      if (!answers) return fail(`answers.${wrong.at}`, wrong.message);
      parsed.output.answers = answers;
    }
    await change('notice.record', parsed.output, requestId);
    clear();
    toast(`已为${unitName}代录`);
    back();
  };

  const undo = async (onDone: () => void) => {
    if (!(await confirm('撤销这次代录？', `${unitName}将重新算作未办理。`, '撤销'))) return;
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
