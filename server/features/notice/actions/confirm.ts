import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receiptId, receipts } from '../../../stores/receipts';
import { presentStamp } from '../present';
import { stampOf } from '../stamp';

/**
 * Confirms for the unit (decision D6): one conditional update decides who was first, whichever seat of the unit it was;
 * everybody is told the same answer. Counters are the winner's matter, a recount repairs what a crash left out.
 */
export const confirm: Act<'notice.confirm'> = async (ctx, { noticeId, unitId }) => {
  const id = receiptId(noticeId, unitId);
  const stamp = stampOf(ctx, unitId);
  const from = await receipts.move(id, 'confirm', stamp, ctx.requestId);
  if (from) {
    await notices.count(noticeId, from === 'waiting' ? { opened: 1, confirmed: 1 } : { confirmed: 1 });
    ctx.record({ collection: 'receipts', subjectId: id, unitId });
    return { state: 'confirmed', confirmed: presentStamp(stamp) };
  }
  const receipt = await receipts.get(noticeId, unitId);
  if (!receipt?.confirmed) throw new AppError('missing', '这条通知没有发给您的单位');
  if (receipt.requests.includes(ctx.requestId)) {
    ctx.record({ collection: 'receipts', subjectId: id, unitId }, 'repeat');
  }
  return { state: 'confirmed', confirmed: presentStamp(receipt.confirmed) };
};
