import { useRef, useState } from 'react';
import type { Body } from '@contract/body';
import type { Asking } from '@contract/asking';
import type { Audience, Style } from '@contract/notice';
import { ask, CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { replace } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { offerMessages } from '@/lib/subscribe';
import { toast } from '@/lib/toast';
import type { Draft } from '@/lib/use-draft';
import { dueFrom } from './due';
import type { Kept } from './kept';
import { placeOf, publicationOf, type Publication } from './publication';
import type { SendAt } from './when';

export interface Writing {
  title: string;
  hostId: string;
  body: Body;
  audience: Audience;
  day: string;
  time: string;
  /** Absent in drafts of an earlier version. */
  urgent?: boolean;
  /** Rungs of 自动催办 switched off, by their working days; absent in drafts of an earlier version. */
  rungsOff?: number[];
  asking: Asking;
  style: Style;
  /** Kept with the draft: publishing again after a lost answer publishes once. */
  requestId: string;
}

export const emptyWriting = (): Writing => ({
  title: '',
  hostId: '',
  body: [{ type: 'paragraph', runs: [{ text: '' }] }],
  audience: { kind: 'all' },
  day: '',
  time: '17:00',
  urgent: false,
  asking: { kind: 'confirm' },
  style: 'plain',
  requestId: newRequestId(),
});

interface Fault {
  field: string;
  message: string;
}

/** Sends what is written, after asking once; what is wrong is brought into view. */
export function usePublishing({ value, set, clear }: Draft<Writing>, hostId: string, kept: Kept) {
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  // The same until it is answered: pressed again after a lost answer it has one effect.
  const intention = useRef(newRequestId());

  const fail = (field: string, message: string) => {
    const place = placeOf(field, value.body);
    setFault({ field: place, message });
    if (place) scrollToField(place);
  };

  const carefully = async (act: (sent: Publication) => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      const { sent, fault: wrong } = publicationOf(value, hostId);
      if (wrong) return fail(wrong.field, wrong.message);
      await act(sent);
      intention.current = newRequestId();
    } catch (error) {
      if (!CallError.offline(error)) intention.current = newRequestId();
      fail((CallError.is(error) && error.field) || '', sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };

  const publish = async (sent: Publication) => {
    if (!(await confirm('发布这条通知？', `${await reachOf(sent.audience)}发出后可以更正或撤回。`, '发布')))
      return;
    try {
      const reply = await change('notice.publish', sent, value.requestId);
      done();
      toast(`已发给${reply.total}家单位`);
      replace('notice.progress', { noticeId: reply.noticeId });
    } catch (error) {
      if (CallError.is(error) && error.code === 'conflict') set({ requestId: newRequestId() });
      throw error;
    }
  };

  /** On the server first: what is looked over or scheduled is the draft as it stands there. */
  const withDraft = async (act: (draft: { draftId: string; version: number }) => Promise<unknown>) => {
    const version = await kept.flush();
    if (version === null)
      throw new CallError('offline', '草稿还没有存到服务器，请联网后再试；写下的内容都在');
    const draftId = value.requestId;
    await act({ draftId, version });
    done();
    replace('notice.draft', { draftId });
  };

  const submit = async (sent: Publication) => {
    if (!(await confirm('送同事审定？', '审定之前不能修改，要改可以随时取回。', '送审'))) return;
    await withDraft((draft) =>
      change('notice.submitDraft', { ...draft, publication: sent }, intention.current),
    );
    toast('已送审');
  };

  const schedule = async (sent: Publication, { day, time }: SendAt) => {
    const publishAt = dueFrom(day, time);
    if (publishAt === '') return fail('publishAt', '请选择发布日期');
    const reach = await reachOf(sent.audience);
    if (!(await confirm('定时发布？', `${reach}到${day} ${time}自动发出，之前可以取回。`, '定时'))) return;
    await withDraft((draft) =>
      change('notice.scheduleDraft', { ...draft, publishAt, publication: sent }, intention.current),
    );
    toast('已定时');
  };

  const done = () => {
    clear();
    kept.forget();
  };

  return {
    fault,
    busy,
    publish: () => void carefully(publish),
    // What becomes of it is told by a message: offered in the tap itself.
    submit: () => {
      offerMessages('result');
      void carefully(submit);
    },
    schedule: (at: SendAt) => {
      offerMessages('result');
      void carefully((sent) => schedule(sent, at));
    },
  };
}

/** Without a network the number is not known, the question is asked all the same. */
export async function reachOf(audience: Audience): Promise<string> {
  try {
    const { total, push, group, phone } = await ask('notice.reach', { audience });
    return `将发给${total}家单位（可推送${push}家、仅群内${group}家、需电话${phone}家）。`;
  } catch (error) {
    if (CallError.offline(error)) return '';
    throw error;
  }
}
