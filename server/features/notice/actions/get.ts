import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { fileUrls } from '../../../kit/file-urls';
import { isStaff, unitsActedFor } from '../../../kit/rules';
import { notices } from '../../../stores/notices';
import { receipts } from '../../../stores/receipts';
import { withAnswerers } from '../jielong/answerers';
import { shownFiles } from '../looked-at';
import { presentCard, presentWhole } from '../present';
import { newestOf } from '../versions/newest';

/**
 * A unit it was sent to sees its own receipt, staff the counts, anybody else the card. Who opens a card for one of
 * several units need not have switched to it: the unit acted for comes first, then the others.
 */
export const get: Act<'notice.get'> = async (ctx, { noticeId, unitId }) => {
  const seats = unitId === undefined ? [] : unitsActedFor(ctx.caller, 'notice');
  const mine = seats.sort((a, b) => Number(b === unitId) - Number(a === unitId));
  const [notice, [receipt = null]] = await Promise.all([
    notices.get(noticeId),
    receipts.ofUnits(noticeId, mine).then((rows) => withAnswerers(rows.slice(0, 1))),
  ]);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  if (!receipt && !isStaff(ctx.caller)) return presentCard(notice);
  const [newest, { urls, held }, own] = await Promise.all([
    newestOf(notice),
    shownFiles(notice, isStaff(ctx.caller)),
    fileUrls(Object.keys(receipt?.form?.files ?? {})),
  ]);
  const whole = presentWhole(notice, receipt, { ...urls, ...own }, ctx.now, newest);
  return Object.keys(held).length ? { ...whole, held } : whole;
};
