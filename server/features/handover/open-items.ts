import type { Output } from '@contract/index';
import { dueText } from '@contract/rules/calendar';
import { asks } from '@contract/rules/receipt';
import { isWorkday } from '../../kit/calendar';
import type { Policy } from '@contract/policy/schema';
import type { Handover } from '../../stores/handovers';
import { notices } from '../../stores/notices';
import { receipts } from '../../stores/receipts';
import { mattersOf } from './matters';

const SHOWN = 50;

type Items = NonNullable<Output<'handover.get'>['open']>;

/** What passes to the successor undone, and what ends with the handover. Eight requests at most, side by side. */
export async function openItems(handover: Handover, policy: Policy, now: Date): Promise<Items> {
  const [notice, matters] = await Promise.all([
    unconfirmed(handover.unitId, now),
    mattersOf(handover, policy, now),
  ]);
  return { notice, matters };
}

async function unconfirmed(unitId: string, now: Date): Promise<Items['notice']> {
  const rows = await receipts.waiting(unitId, SHOWN + 1);
  const shown = rows.slice(0, SHOWN);
  const [told, total] = await Promise.all([
    shown.length
      ? notices.byIds(
          shown.map(({ noticeId }) => noticeId),
          ['_id', 'title'],
        )
      : [],
    rows.length > SHOWN ? receipts.countWaiting(unitId) : rows.length,
  ]);
  const titles = new Map(told.map(({ _id, title }) => [_id, title]));
  const items = shown.map(({ noticeId, ask, dueAt }) => ({
    id: noticeId,
    title: titles.get(noticeId) ?? '',
    asked: asks[ask],
    dueText: dueText(now, dueAt, isWorkday),
    overdue: dueAt < now,
  }));
  return { total, items };
}
