import { dueText } from '@contract/rules/calendar';
import type { Output } from '@contract/index';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
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
  const total = rows.length > SHOWN ? await receipts.countWaiting(unitId) : rows.length;
  const waiting = rows.slice(0, SHOWN).map(({ noticeId, title, hostName, ask, dueAt }) => ({
    noticeId,
    title,
    hostName,
    ask,
    dueText: dueText(now, dueAt, isWorkday),
    overdue: dueAt < now,
  }));
  return { total, waiting };
}
