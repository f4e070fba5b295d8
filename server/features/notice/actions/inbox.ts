import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { notices } from '../../../stores/notices';
import { receipts } from '../../../stores/receipts';
import { presentInboxItem } from '../present';

const PAGE = 20;

/** Three requests however many notices there are: the caller, the unit's receipts, their notices. */
export const inbox: Act<'notice.inbox'> = async (ctx, { unitId, cursor }) => {
  const found = page(await receipts.inbox(unitId, cursor, PAGE + 1), PAGE, ({ order }) => order);
  if (found.rows.length === 0) return { notices: [], next: null };
  const told = await notices.byIds(
    found.rows.map(({ noticeId }) => noticeId),
    ['_id', 'title', 'hostName', 'publishedAt'],
  );
  const byId = new Map(told.map((notice) => [notice._id, notice]));
  return {
    notices: found.rows.flatMap((receipt) => {
      const notice = byId.get(receipt.noticeId);
      return notice ? [presentInboxItem(notice, receipt, ctx.now)] : [];
    }),
    next: found.next,
  };
};
