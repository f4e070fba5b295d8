import { filesOf } from '@contract/body';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { fileUrls, urlsOf } from '../../../kit/file-urls';
import { holdsSeat, isStaff } from '../../../kit/rules';
import { notices } from '../../../stores/notices';
import { receipts } from '../../../stores/receipts';
import { presentCard, presentWhole } from '../present';

/** Staff see it with the counts, a unit it was sent to with its own receipt, anybody else the card. */
export const get: Act<'notice.get'> = async (ctx, { noticeId, unitId }) => {
  const acting = unitId !== undefined && holdsSeat(ctx.caller, unitId) ? unitId : null;
  const [notice, receipt] = await Promise.all([
    notices.get(noticeId),
    acting ? receipts.get(noticeId, acting) : null,
  ]);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  if (!receipt && !isStaff(ctx.caller)) return presentCard(notice);
  const urls = notice.files ? urlsOf(notice.files) : fileUrls(filesOf(notice.body));
  return presentWhole(notice, receipt, await urls, ctx.now);
};
