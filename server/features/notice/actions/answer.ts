import { overdue, showTime } from '@contract/rules/calendar';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receipts, type Receipt } from '../../../stores/receipts';
import { openForm } from '../answers/asked-form';
import { fillIn } from '../answers/fill-in';
import { presentHandedIn } from '../answers/present';
import { moveReceipt } from '../moving';
import { presentStamp } from '../present';
import { stampOf } from '../stamp';

/** Hands in the unit's form; later ones take the place of the one they saw, until the time is over. */
export const answer: Act<'notice.answer'> = async (ctx, { noticeId, unitId, answers, version }) => {
  const { questions } = await openForm(noticeId);
  const known = async () => (await receipts.get(noticeId, unitId))?.form ?? null;
  const filled = await fillIn(ctx, questions, answers, known);
  const { receipt, moved } = await moveReceipt(ctx, { noticeId, unitId }, 'answer', ({ onBehalf }) => ({
    ...filled,
    ...(onBehalf && { onBehalf: false }),
  }));
  const now = { ...receipt, ...filled, answered: stampOf(ctx, unitId) };
  if (moved) return told(now, ctx);
  if (receipt.requests.includes(ctx.requestId)) return told(receipt, ctx);
  mustBeOpen(receipt, ctx.now);

  const revised = (receipt.form?.revised ?? 0) + 1;
  const next = { ...filled, form: { ...filled.form, revised } };
  if (receipt.form?.version !== version) throw overtaken(receipt, ctx.now);
  if (!(await receipts.revise(receipt, receipt.form?.version ?? '', next, now.answered, ctx.requestId))) {
    const other = await receipts.get(noticeId, unitId);
    if (other?.requests.includes(ctx.requestId)) return told(other, ctx);
    throw overtaken(other ?? receipt, ctx.now);
  }
  if (receipt.onBehalf) await notices.count(noticeId, { onBehalf: -1 });
  ctx.record({ collection: 'receipts', subjectId: receipt._id, unitId });
  return told({ ...now, ...next }, ctx);
};

function told(receipt: Receipt, ctx: Context): Awaited<ReturnType<typeof answer>> {
  const handedIn = presentHandedIn(receipt, presentStamp, ctx.now);
  if (!handedIn) throw new AppError('conflict', '秘书处刚刚撤销了这张回执表，请刷新后重新提交');
  return { state: 'answered', handedIn };
}

function mustBeOpen({ dueAt, answered }: Receipt, now: Date): void {
  if (!overdue(now, dueAt)) return;
  const before = answered ? `${said(answered, now)}，` : '';
  throw new AppError('closed', `${before}截止时间已过，不能再改；确需更正请联系秘书处`);
}

const overtaken = ({ answered }: Receipt, now: Date): AppError =>
  new AppError(
    'conflict',
    answered
      ? `${said(answered, now)}，请看过再决定是否用您填的替换`
      : '这张回执表刚刚有变动，请刷新后重新提交',
  );

const said = ({ name, at, recordedBy }: NonNullable<Receipt['answered']>, now: Date): string =>
  `${recordedBy ? '秘书处' : name}已于${showTime(at, now)}${recordedBy ? '代为填报' : '填报'}`;
