import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { receiptId, receipts } from '../../../stores/receipts';

/** 已告知负责人: who of the secretariat told the head, and when; may be taken back. */
export const tellHead: Act<'notice.tellHead'> = async (ctx, { noticeId, unitId, told }) => {
  const id = receiptId(noticeId, unitId);
  const stamp = told ? { at: ctx.now, by: ctx.caller.person?.staff?.name ?? '' } : null;
  const won = await receipts.tellHead(id, stamp, ctx.requestId);
  const row = await receipts.get(noticeId, unitId);
  if (!row) throw new AppError('missing', '这条通知没有发给这家单位', 'unitId');
  if (!row.head) throw new AppError('conflict', '这家单位还没有到报单位负责人的一步');
  // A colleague was first with the same: the mark is as wished, and theirs.
  if (won || row.requests.includes(ctx.requestId))
    ctx.record({ collection: 'receipts', subjectId: id, unitId }, won ? undefined : 'repeat');
  const { headTold } = row;
  if ((row.head === 'told') !== told)
    throw new AppError('conflict', '这家单位的标记刚被同事改过，请刷新后查看');
  return { told: headTold ? { at: headTold.at.toISOString(), by: headTold.by } : null };
};
