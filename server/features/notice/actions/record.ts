import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receiptId, receipts } from '../../../stores/receipts';
import { recordedStamp } from '../jielong/recorded-stamp';

/** 代录: staff confirm for a unit that answered otherwise. Who was first stands, be it the liaison or staff. */
export const record: Act<'notice.record'> = async (ctx, { noticeId, unitId, channel, name, note }) => {
  const id = receiptId(noticeId, unitId);
  const stamp = { ...recordedStamp(ctx, channel, name), ...(note && { note }) };
  const before = await receipts.get(noticeId, unitId);
  if (!before) throw new AppError('missing', '这条通知没有发给这家单位', 'unitId');
  const { waiting, opened } = await receipts.recordFor([id], before.ask, stamp, ctx.requestId);
  if (waiting + opened > 0) {
    await notices.count(noticeId, { ...(waiting && { opened: 1 }), confirmed: 1, onBehalf: 1 });
    ctx.record({ collection: 'receipts', subjectId: id, unitId });
    return { state: 'confirmed' };
  }
  const receipt = (await receipts.get(noticeId, unitId)) ?? before;
  if (!receipt.requests.includes(ctx.requestId)) {
    throw new AppError('conflict', '这家单位已经确认，不用再代录；请返回刷新后查看');
  }
  ctx.record({ collection: 'receipts', subjectId: id, unitId }, 'repeat');
  return { state: receipt.state };
};
