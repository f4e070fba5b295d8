import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receiptId, receipts, type Receipt } from '../../../stores/receipts';
import { mustStand } from '../closed';
import { unrecordForm } from '../answers/recorded';

/** Takes back what staff entered, to the state before it; the audit entries of both stay. */
export const unrecord: Act<'notice.unrecord'> = async (ctx, { noticeId, unitId }) => {
  const id = receiptId(noticeId, unitId);
  const before = await receipts.get(noticeId, unitId);
  if (!before) throw new AppError('missing', '这条通知没有发给这家单位', 'unitId');
  if (!before.requests.includes(ctx.requestId)) mustStand(before.closed);
  const back = await (before.state === 'answered' ? unrecordForm : unrecordConfirmation)(ctx, before);
  if (back) {
    ctx.record({ collection: 'receipts', subjectId: id, unitId });
    return { state: back };
  }
  const receipt = (await receipts.get(noticeId, unitId)) ?? before;
  if (!receipt.requests.includes(ctx.requestId)) mustStand(receipt.closed);
  if (!receipt.requests.includes(ctx.requestId)) throw new AppError('conflict', whyNot(receipt));
  ctx.record({ collection: 'receipts', subjectId: id, unitId }, 'repeat');
  return { state: receipt.state };
};

async function unrecordConfirmation(ctx: Context, before: Receipt): Promise<'opened' | 'waiting' | null> {
  if (!(await receipts.unrecord(before, ctx.now, ctx.requestId))) return null;
  const back = before.opened ? 'opened' : 'waiting';
  await notices.count(before.noticeId, {
    ...(back === 'waiting' && { opened: -1 }),
    confirmed: -1,
    onBehalf: -1,
  });
  return back;
}

function whyNot({ state }: Receipt): string {
  if (state === 'answered') return '这家单位是联络员自己填报的，不能撤销';
  if (state === 'confirmed') return '这家单位是联络员自己确认的，不能撤销';
  return '这家单位没有代录，可能已经撤销；请返回刷新后查看';
}
