import type { Output, Parsed } from '@contract/index';
import { nextRungAt } from '@contract/rules/ladder';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { notices, type Notice } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import { mustStand } from '../closed';
import { dueMustFit, examineText } from '../examining';
import { linkChecks } from '../looked-at';
import { scheduleOf } from '../ladder/plan';
import { retitle } from './closing';
import { mustNotSlipPastReview } from './reviewed';

/** A slip of the pen or a later deadline: the text changes where it stands, the earlier one is kept for staff. */
export async function correctInPlace(
  ctx: Context,
  old: Notice,
  { title, body, dueAt: wanted, note }: Parsed<'notice.correct'>,
): Promise<Output<'notice.correct'>> {
  const { requestId, now, caller } = ctx;
  const subject = { collection: 'notices', subjectId: old._id };
  const answer = { noticeId: old._id, total: old.counts.total, state: 'published' as const };
  if (old.revisions?.some((one) => one.requestId === requestId)) {
    const later = old.correction?.requestId !== requestId;
    if (!later && (old.title !== title || JSON.stringify(old.body) !== JSON.stringify(body)))
      throw new AppError('conflict', '先前的更正已经生效，刚才的改动没有保存；请返回后重新更正');
    if (old.changing) await retitle(old);
    ctx.record(subject, 'repeat');
    return answer;
  }
  const dueAt = old.asking.kind === 'nothing' ? old.dueAt : new Date(wanted);
  if (dueAt.getTime() !== old.dueAt.getTime()) dueMustFit(dueAt, now);
  mustNotSlipPastReview(old, { title, body }, await offices.get());
  const {
    files,
    check,
    clear = false,
    doubtful = [],
  } = await examineText({ title, body }, caller.openid, old.files);
  const correction = { at: now, by: caller.person?.staff?.name ?? '', note, requestId };
  const change = {
    title,
    body,
    files,
    dueAt,
    check,
    clear,
    doubtful,
    ...(old.ladder && { nextRungAt: nextRungAt(old.ladder.rungs, scheduleOf(dueAt, old.ladder)) }),
  };
  if (!(await notices.revise(old, change, correction))) {
    const today = await notices.get(old._id);
    if (today?.revisions?.some((one) => one.requestId === requestId)) return answer;
    mustStand(today?.state);
    throw new AppError('conflict', '这条通知刚刚被别人更正过，请返回后重新打开');
  }
  await linkChecks({ ...old, ...change });
  await retitle({ ...old, ...change, revised: (old.revised ?? 0) + 1 });
  ctx.record(subject);
  return answer;
}
