import type { Question } from '@contract/asking';
import { overdue, showTime } from '@contract/rules/calendar';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receipts, type Receipt } from '../../../stores/receipts';
import { askedForm } from '../answers/asked-form';
import { withEarlier } from '../answers/earlier';
import { fillIn } from '../answers/fill-in';
import { presentHandedIn } from '../answers/present';
import { closedBy, mustStand } from '../closed';
import { moveReceipt } from '../moving';
import { presentStamp } from '../present';
import { stampOf } from '../stamp';

/** Hands in the unit's form; later ones take the place of the one they saw, until the time is over. */
export const answer: Act<'notice.answer'> = async (ctx, { noticeId, unitId, answers, version }) => {
  const { notice, questions } = await askedForm(noticeId);
  if (closedBy(notice.state)) {
    const before = await receipts.get(noticeId, unitId);
    if (!before?.requests.includes(ctx.requestId)) mustStand(notice.state);
    else {
      ctx.record({ collection: 'receipts', subjectId: before._id, unitId }, 'repeat');
      return told(before, questions, ctx);
    }
  }
  const known = async () => (await receipts.get(noticeId, unitId))?.form ?? null;
  const filled = await fillIn(ctx, questions, answers, known);
  const { receipt, moved } = await moveReceipt(ctx, { noticeId, unitId }, 'answer', ({ onBehalf }) => ({
    ...filled,
    ...(onBehalf && { onBehalf: false }),
  }));
  const now = { ...receipt, ...filled, answered: stampOf(ctx, unitId) };
  if (moved) return told(now, questions, ctx);
  if (receipt.requests.includes(ctx.requestId)) return told(receipt, questions, ctx);
  mustBeOpen(receipt, ctx.now);

  const revised = (receipt.form?.revised ?? 0) + 1;
  const next = { ...filled, form: { ...filled.form, revised }, earlier: withEarlier(receipt) };
  if (receipt.form?.version !== version) throw overtaken(receipt, ctx.now);
  if (!(await receipts.revise(receipt, receipt.form?.version ?? '', next, now.answered, ctx.requestId))) {
    const other = await receipts.get(noticeId, unitId);
    if (other?.requests.includes(ctx.requestId)) return told(other, questions, ctx);
    throw overtaken(other ?? receipt, ctx.now);
  }
  if (receipt.onBehalf) await notices.count(noticeId, { onBehalf: -1 });
  ctx.record({ collection: 'receipts', subjectId: receipt._id, unitId });
  return told({ ...now, ...next }, questions, ctx);
};

function told(receipt: Receipt, questions: Question[], ctx: Context): Awaited<ReturnType<typeof answer>> {
  const handedIn = presentHandedIn(receipt, questions, presentStamp, ctx.now);
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
