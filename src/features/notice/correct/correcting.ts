import { useState } from 'react';
import * as v from 'valibot';
import type { Body } from '@contract/body';
import { versionContract } from '@contract/notice-version';
import { shanghaiDay } from '@contract/rules/calendar';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { replace } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { toast } from '@/lib/toast';
import { useDraft } from '@/lib/use-draft';
import { dueFrom } from '../compose/due';
import { filled, placeOf } from '../compose/publication';
import type { Whole } from '../reader';

export interface Correcting {
  title: string;
  body: Body;
  day: string;
  time: string;
  note: string;
  again: boolean;
  /** Kept with the draft: sending again after a lost answer corrects once. */
  requestId: string;
}

/** What is being corrected, begun with the text as it stands, and sending it after asking once. */
export function useCorrecting(notice: Whole) {
  const { noticeId, title, body, dueAt, asking, counts } = notice;
  const { value, set, savedAt, clear } = useDraft<Correcting>(`correct:${noticeId}:${notice.revisions}`, {
    title,
    body,
    ...clockOf(dueAt),
    note: '',
    again: false,
    requestId: newRequestId(),
  });
  const [fault, setFault] = useState<{ field: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);

  const fail = (field: string, message: string) => {
    const place = placeOf(field, value.body);
    setFault({ field: place, message });
    if (place) scrollToField(place);
  };

  const send = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { requestId, day, time, ...words } = value;
      const input = {
        noticeId,
        ...words,
        body: value.body.flatMap(filled),
        dueAt: asking.kind === 'nothing' ? dueAt : untouched(value, dueAt) ? dueAt : dueFrom(day, time),
      };
      const { issues } = v.safeParse(versionContract['notice.correct'].input, input);
      if (issues) return fail(v.getDotPath(issues[0]) ?? '', issues[0].message);
      const effect = value.again
        ? `将重新发给${counts?.total ?? 0}家单位，原来确认过的也要再确认一次。`
        : '各单位的回执保持不变，不会再次推送。';
      if (!(await confirm('发出这次更正？', effect, '更正'))) return;
      const reply = await change('notice.correct', input, requestId);
      clear();
      toast(value.again ? `更正已发给${reply.total}家单位` : '已更正');
      replace('notice.progress', { noticeId: reply.noticeId });
    } catch (error) {
      if (CallError.is(error) && error.code === 'conflict') set({ requestId: newRequestId() });
      fail((CallError.is(error) && error.field) || '', sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { value, set, savedAt, fault, busy, send: () => void send() };
}

/** Day and `HH:MM` of an instant in Asia/Shanghai. */
const clockOf = (iso: string) => {
  const at = new Date(iso);
  return {
    day: shanghaiDay(at),
    time: new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16),
  };
};

/** A deadline that was not touched stays to the second, also when it is over. */
const untouched = ({ day, time }: Correcting, dueAt: string): boolean => {
  const before = clockOf(dueAt);
  return before.day === day && before.time === time;
};
