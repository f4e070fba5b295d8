import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receiptId, receipts } from '../../../stores/receipts';
import { stampOf } from '../stamp';

/** Marks the unit's receipt opened; only the first open is counted. */
export const open: Act<'notice.open'> = async (ctx, { noticeId, unitId }) => {
  const id = receiptId(noticeId, unitId);
  if (await receipts.move(id, 'open', stampOf(ctx, unitId), ctx.requestId)) {
    await notices.count(noticeId, { opened: 1 });
    ctx.record({ collection: 'receipts', subjectId: id, unitId });
    return { state: 'opened' };
  }
  const receipt = await receipts.get(noticeId, unitId);
  if (!receipt) throw new AppError('missing', '这条通知没有发给您的单位');
  if (receipt.requests.includes(ctx.requestId)) {
    ctx.record({ collection: 'receipts', subjectId: id, unitId }, 'repeat');
  }
  return { state: receipt.state };
};
