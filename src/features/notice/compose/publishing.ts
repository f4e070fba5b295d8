import { useState } from 'react';
import * as v from 'valibot';
import { runsText, type Block, type Body } from '@contract/body';
import { noticeContract, type Audience } from '@contract/notice';
import { ask, CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { replace } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { scrollToField } from '@/lib/scroll-to';
import { toast } from '@/lib/toast';
import type { Draft } from '@/lib/use-draft';
import { dueFrom } from './due';

export interface Writing {
  title: string;
  hostId: string;
  body: Body;
  audience: Audience;
  day: string;
  time: string;
  /** Absent in drafts of an earlier version. */
  urgent?: boolean;
  /** Kept with the draft: publishing again after a lost answer publishes once. */
  requestId: string;
}

interface Fault {
  field: string;
  message: string;
}

/** Sends what is written, after asking once; what is wrong is brought into view. */
export function usePublishing({ value, set, clear }: Draft<Writing>, hostId: string) {
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);

  const fail = (field: string, message: string) => {
    const place = placeOf(field, value.body);
    setFault({ field: place, message });
    if (place) scrollToField(place);
  };

  const publish = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { title, audience, requestId, urgent = false } = value;
      const body = value.body.flatMap(filled);
      const notice = { title, hostId, body, audience, dueAt: dueFrom(value.day, value.time), urgent };
      const { issues } = v.safeParse(noticeContract['notice.publish'].input, notice);
      if (issues) return fail(v.getDotPath(issues[0]) ?? '', issues[0].message);
      if (!(await confirm('发布这条通知？', `${await reachOf(audience)}发出后不能撤回。`, '发布'))) return;
      const reply = await change('notice.publish', notice, requestId);
      clear();
      toast(`已发给${reply.total}家单位`);
      replace('notice.progress', { noticeId: reply.noticeId });
    } catch (error) {
      if (CallError.is(error) && error.code === 'conflict') set({ requestId: newRequestId() });
      fail((CallError.is(error) && error.field) || '', sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };

  return { fault, busy, publish: () => void publish() };
}

/** Without a network the number is not known, the question is asked all the same. */
async function reachOf(audience: Audience): Promise<string> {
  try {
    const { total, push, group, phone } = await ask('notice.reach', { audience });
    return `将发给${total}家单位（可推送${push}家、仅群内${group}家、需电话${phone}家）。`;
  } catch (error) {
    if (CallError.offline(error)) return '';
    throw error;
  }
}

/** The block as it is sent: nothing when there is nothing in it. */
function filled(block: Block): Body {
  switch (block.type) {
    case 'paragraph':
      return runsText(block.runs).trim() ? [block] : [];
    case 'list': {
      const items = block.items.filter((item) => runsText(item).trim());
      return items.length ? [{ ...block, items }] : [];
    }
    case 'table':
      return block.rows.length ? [block] : [];
    default:
      return [block];
  }
}

/** Where on the page the field at fault is: of the body the block as it stands there, empty ones counted. */
function placeOf(field: string, body: Body): string {
  const [first = '', index] = field.split('.');
  if (first !== 'body' || index === undefined) return first;
  const sent = body.flatMap((block, i) => (filled(block).length ? [i] : []));
  return `body.${sent[Number(index)] ?? 0}`;
}
