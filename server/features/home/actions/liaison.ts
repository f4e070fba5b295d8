import { dueText } from '@contract/rules/calendar';
import type { Output } from '@contract/index';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
import { notices } from '../../../stores/notices';
import { receipts } from '../../../stores/receipts';
import { ownMatters } from '../own';

const SHOWN = 20;

/** Only what waits for the unit, the most urgent first. */
export const liaison: Act<'home.liaison'> = async (ctx, { unitId }) => {
  const [told, own] = await Promise.all([waitingOf(unitId, ctx.now), ownMatters(ctx, unitId)]);
  return { ...told, ...own };
};

async function waitingOf(
  unitId: string,
  now: Date,
): Promise<Pick<Output<'home.liaison'>, 'waiting' | 'total'>> {
  const rows = await receipts.waiting(unitId, SHOWN + 1);
  const shown = rows.slice(0, SHOWN);
  const ids = shown.map(({ noticeId }) => noticeId);
  const [told, total] = await Promise.all([
    ids.length ? notices.byIds(ids, ['_id', 'title', 'hostName']) : [],
    rows.length > SHOWN ? receipts.countWaiting(unitId) : rows.length,
  ]);
  const waiting = shown.flatMap(({ noticeId, dueAt }) => {
    const notice = told.find(({ _id }) => _id === noticeId);
    if (!notice) return [];
    const { title, hostName } = notice;
    return [{ noticeId, title, hostName, dueText: dueText(now, dueAt, isWorkday), overdue: dueAt < now }];
  });
  return { total, waiting };
}
