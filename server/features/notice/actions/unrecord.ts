import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receiptId, receipts } from '../../../stores/receipts';

/** Takes back what staff entered, to the state before it; the audit entries of both stay. */
export const unrecord: Act<'notice.unrecord'> = async (ctx, { noticeId, unitId }) => {
  const id = receiptId(noticeId, unitId);
  const before = await receipts.get(noticeId, unitId);
  if (!before) throw new AppError('missing', '这条通知没有发给这家单位', 'unitId');
  if (await receipts.unrecord(before, ctx.now, ctx.requestId)) {
    const back = before.opened ? 'opened' : 'waiting';
    await notices.count(noticeId, { ...(back === 'waiting' && { opened: -1 }), confirmed: -1, onBehalf: -1 });
    ctx.record({ collection: 'receipts', subjectId: id, unitId });
    return { state: back };
  }
  const receipt = (await receipts.get(noticeId, unitId)) ?? before;
  if (!receipt.requests.includes(ctx.requestId)) {
    throw new AppError(
      'conflict',
      receipt.state === 'confirmed'
        ? '这家单位是联络员自己确认的，不能撤销'
        : '这家单位没有代录，可能已经撤销；请返回刷新后查看',
    );
  }
  ctx.record({ collection: 'receipts', subjectId: id, unitId }, 'repeat');
  return { state: receipt.state };
};
