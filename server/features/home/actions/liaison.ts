import { dueText } from '@contract/rules/calendar';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
import { notices } from '../../../stores/notices';
import { receipts } from '../../../stores/receipts';

const SHOWN = 20;

/** Only what waits for the unit, the most urgent first. */
export const liaison: Act<'home.liaison'> = async (ctx, { unitId }) => {
  const [rows, total] = await Promise.all([receipts.waiting(unitId, SHOWN), receipts.countWaiting(unitId)]);
  const ids = rows.map(({ noticeId }) => noticeId);
  const told = ids.length ? await notices.byIds(ids, ['_id', 'title', 'hostName']) : [];
  return {
    total,
    waiting: rows.flatMap(({ noticeId, dueAt }) => {
      const notice = told.find(({ _id }) => _id === noticeId);
      if (!notice) return [];
      const { title, hostName } = notice;
      return [
        { noticeId, title, hostName, dueText: dueText(ctx.now, dueAt, isWorkday), overdue: dueAt < ctx.now },
      ];
    }),
  };
};
