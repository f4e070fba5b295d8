import type { Output } from '@contract/index';
import { dueText } from '@contract/rules/calendar';
import { isWorkday } from '../../kit/calendar';
import { notices } from '../../stores/notices';
import { receipts } from '../../stores/receipts';

const SHOWN = 50;

type Items = NonNullable<Output<'handover.get'>['open']>;

/** What passes to the successor undone; each feature that asks something of units adds its kind here. */
export async function openItems(unitId: string, now: Date): Promise<Items> {
  return { notice: await unconfirmed(unitId, now) };
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
  const items = shown.map(({ noticeId, dueAt }) => ({
    id: noticeId,
    title: titles.get(noticeId) ?? '',
    dueText: dueText(now, dueAt, isWorkday),
    overdue: dueAt < now,
  }));
  return { total, items };
}
