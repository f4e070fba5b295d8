import type { Answers } from '@contract/answers';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { notices } from '../../../stores/notices';
import { receiptId, receipts, type Receipt, type Stamp } from '../../../stores/receipts';
import { mustAskSomething, mustStand } from '../closed';
import { openForm } from '../answers/asked-form';
import { fillIn } from '../answers/fill-in';
import { recordForm } from '../answers/recorded';
import { recordedStamp } from '../jielong/recorded-stamp';

/** 代录: staff enter what a unit answered otherwise. Who was first stands, be it the liaison or staff. */
export const record: Act<'notice.record'> = async (ctx, input) => {
  const { noticeId, unitId, channel, name, note, answers } = input;
  const id = receiptId(noticeId, unitId);
  const stamp = { ...recordedStamp(ctx, channel, name), ...(note && { note }) };
  const before = await receipts.get(noticeId, unitId);
  if (!before) throw new AppError('missing', '这条通知没有发给这家单位', 'unitId');
  if (!before.requests.includes(ctx.requestId)) {
    mustStand(before.closed);
    await checkText(ctx.caller.openid, name, 'name', 'profile', '代录');
    await checkText(ctx.caller.openid, note, 'note', 'forum', '代录');
  }
  const state = await enter(ctx, before, stamp, answers);
  if (state) {
    ctx.record({ collection: 'receipts', subjectId: id, unitId });
    return { state };
  }
  const receipt = (await receipts.get(noticeId, unitId)) ?? before;
  if (!receipt.requests.includes(ctx.requestId)) mustStand(receipt.closed);
  if (!receipt.requests.includes(ctx.requestId)) {
    const done = receipt.ask === 'form' ? '填报' : '确认';
    throw new AppError('conflict', `这家单位已经${done}，不用再代录；请返回刷新后查看`);
  }
  ctx.record({ collection: 'receipts', subjectId: id, unitId }, 'repeat');
  return { state: receipt.state };
};

/** Null: somebody was first, perhaps this very request. */
async function enter(
  ctx: Context,
  before: Receipt,
  stamp: Stamp,
  answers: Answers | undefined,
): Promise<'confirmed' | 'answered' | null> {
  const { _id, noticeId, ask } = before;
  mustAskSomething(ask);
  if (ask === 'form' && before.requests.includes(ctx.requestId)) return null;
  if (ask === 'form') {
    const { questions } = await openForm(noticeId);
    if (!answers) throw new AppError('invalid', '这条通知要填回执表，请把各项一并录入', 'answers');
    const filled = await fillIn(ctx, questions, answers, () => Promise.resolve(null));
    return recordForm(ctx, before, stamp, filled);
  }
  if (answers) throw new AppError('invalid', '这条通知没有回执表，只能代为确认', 'answers');
  const { waiting, opened } = await receipts.recordFor([_id], ask, stamp, ctx.requestId);
  if (waiting + opened === 0) return null;
  await notices.count(noticeId, { ...(waiting && { opened: 1 }), confirmed: 1, onBehalf: 1 });
  return 'confirmed';
}
