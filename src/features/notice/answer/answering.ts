import { useEffect, useRef, useState } from 'react';
import { checkAnswers, type Answers } from '@contract/answers';
import type { Question } from '@contract/asking';
import { CallError, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { changeOrKeep, dropPending, pending } from '@/lib/queue';
import { scrollToField } from '@/lib/scroll-to';
import { useSignal } from '@/lib/signal';
import { offerMessages } from '@/lib/subscribe';
import { toast } from '@/lib/toast';
import { keptDraft, useDraft } from '@/lib/use-draft';
import { toAnswers, toFilling, type Filling, type Typed } from './filling';
import type { HandedInForm } from './handed-in';

interface Form {
  noticeId: string;
  unitId: string;
  title: string;
  questions: Question[];
  /** What stands at the server, null before anything was handed in. */
  form: HandedInForm | null;
  onChange: () => Promise<void>;
  onGiveUp: () => void;
}

/** Beside the questions: the version of the form that was seen when the filling began. */
const SEEN = 'version';

/** A form being filled in: kept on the device at every change, sent or kept in the queue, never over what was not seen. */
export function useAnswering({ noticeId, unitId, title, questions, form, onChange, onGiveUp }: Form) {
  const key = `answer:${noticeId}:${unitId}`;
  // A draft is whole by itself: nothing of a form that came in meanwhile is mixed into it.
  const draft = useDraft<Filling>(key, form && !keptDraft(key) ? toFilling(questions, form.answers) : {});
  // An upload ends after other fields were typed into.
  const latest = useRef(draft);
  latest.current = draft;
  const [fault, setFault] = useState<{ at: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const stands = form?.version ?? '';
  const typed = draft.savedAt !== null;
  const kept = draft.value[SEEN];
  const began = typeof kept === 'string' ? kept : '';
  const seen = typed ? began : stands;
  const queued = useSignal(pending).find(
    ({ action, input, refused }) => action === 'notice.answer' && !refused && isFor(input, noticeId, unitId),
  );

  // What waited in the queue has arrived: it is no draft any more.
  const landed = typed && !queued && form !== null && same(questions, draft.value, form.answers);
  const { clear } = draft;
  useEffect(() => {
    if (landed) clear();
  }, [landed, clear]);

  const fail = (at: string, message: string) => {
    setFault({ at, message });
    if (at) scrollToField(`answers.${at}`);
  };

  const send = async (answers: Answers) => {
    setBusy(true);
    setFault(null);
    try {
      for (const entry of pending.get())
        if (entry.action === 'notice.answer' && isFor(entry.input, noticeId, unitId))
          dropPending(entry.requestId);
      const input = { noticeId, unitId, answers, ...(seen && { version: seen }) };
      const how = await changeOrKeep('notice.answer', input, `回执表《${title}》`);
      toast(how === 'done' ? '回执表已提交' : '网络不稳，已暂存，联网后自动提交');
      if (how === 'done') clear();
      await onChange();
    } catch (error) {
      const field = (CallError.is(error) && error.field) || '';
      fail(field.replace(/^answers\.?/, ''), sentenceOf(error));
      if (CallError.is(error) && error.code === 'conflict') await onChange();
    } finally {
      setBusy(false);
    }
  };

  return {
    filling: draft.value,
    savedAt: draft.savedAt,
    typed,
    fault,
    busy,
    /** Waits in the queue as it stands here. */
    kept: !!queued && same(questions, draft.value, (queued.input as { answers: Answers }).answers),
    queued: !!queued,
    /** Somebody handed in or changed it since this filling began. */
    overtaken: typed && !queued && !landed && seen !== stands,
    set: (id: string, value: Typed) => {
      const { savedAt, value: whole, set } = latest.current;
      set(savedAt === null ? { ...whole, [SEEN]: stands, [id]: value } : { [id]: value });
    },
    /** Goes on with what was typed here, in place of what stands there. */
    insist: () => draft.set({ [SEEN]: stands }),
    giveUp: () =>
      void confirm('放弃没有交的内容？', '您在本机填写、还没有提交的内容将清除。', '放弃').then(
        (yes) => yes && (clear(), onGiveUp()),
      ),
    send: () => {
      const { answers, fault: wrong } = checkAnswers(questions, toAnswers(questions, draft.value));
      if (!answers) return fail(wrong.at, wrong.message);
      // In the tap itself, but not where the form has to be looked at again.
      offerMessages('notice', 'todo');
      void send(answers);
    },
  };
}

const isFor = (input: object, noticeId: string, unitId: string): boolean => {
  const about = input as { noticeId?: string; unitId?: string };
  return about.noticeId === noticeId && about.unitId === unitId;
};

/** The same answers, whatever they were typed like. */
function same(questions: Question[], filling: Filling, answers: Answers): boolean {
  const [mine, theirs] = [toAnswers(questions, filling), answers].map(
    (given) => checkAnswers(questions, given).answers,
  );
  return !!mine && JSON.stringify(mine) === JSON.stringify(theirs);
}
