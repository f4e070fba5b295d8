import type { Output } from '@contract/index';
import { rungAt, rungDay, rungState } from '@contract/rules/ladder';
import type { Act } from '../../../kit/act';
import { estimated, isWorkday } from '../../../kit/calendar';
import { AppError } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import { notices, type Ladder } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import { receipts } from '../../../stores/receipts';
import { ladderFor } from '../ladder/plan';

/** 自动催办 of a notice with what became of each rung; or, for a deadline, what a notice published now would get. */
export const ladder: Act<'notice.ladder'> = async ({ now }, { noticeId, dueAt }) => {
  if (!noticeId) {
    const due = new Date(dueAt ?? now);
    const office = await offices.get();
    const { ladder: planned } = office?.preset
      ? ladderFor(policyOf(office).notices, { ask: 'confirm', dueAt: due, publishedAt: now, off: [] })
      : {};
    return { rungs: planned ? shown(planned, due, now) : [], heads: { due: 0, told: 0 } };
  }
  const [notice, due, told] = await Promise.all([
    notices.get(noticeId),
    receipts.countHead(noticeId, 'due'),
    receipts.countHead(noticeId, 'told'),
  ]);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  return { rungs: notice.ladder ? shown(notice.ladder, notice.dueAt, now) : [], heads: { due, told } };
};

const shown = (
  { rungs, remindAt, climb }: Ladder,
  dueAt: Date,
  now: Date,
): Output<'notice.ladder'>['rungs'] =>
  rungs.map((rung) => {
    const { workdays, to, on, sentAt, queued = 0, already = 0, unreachable = 0 } = rung;
    const at = rungAt(dueAt, workdays, remindAt, isWorkday);
    return {
      workdays,
      to,
      at: at.toISOString(),
      on,
      state: rungState(rung, at, now, !!climb?.workdays.includes(workdays)),
      sentAt: sentAt?.toISOString() ?? null,
      queued,
      already,
      unreachable,
      estimated: estimated(rungDay(dueAt, workdays, isWorkday)),
    };
  });
