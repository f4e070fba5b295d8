import { nextRungAt, rungAt, rungOpen } from '@contract/rules/ladder';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { scheduleOf } from '../ladder/plan';

/** A run of the timer may change the ladder in between; it ends, so this many tries see it. */
const TRIES = 5;

/** Switches a rung; the switch as it stands afterwards is the answer, so a repeat is answered the same. */
export const setRung: Act<'notice.setRung'> = async (ctx, { noticeId, workdays, on }) => {
  for (let i = 0; i < TRIES; i += 1) {
    const notice = await notices.get(noticeId);
    if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
    const { ladder, dueAt, state } = notice;
    const rung = ladder?.rungs.find((one) => one.workdays === workdays);
    if (!ladder || !rung) throw new AppError('missing', '这条通知没有这一步自动催办', 'workdays');
    const schedule = scheduleOf(dueAt, ladder);
    if (rung.on === on) {
      ctx.record({ collection: 'notices', subjectId: noticeId });
      return { on, nextAt: nextRungAt(ladder.rungs, schedule)?.toISOString() ?? null };
    }
    if (state !== 'published' && state !== 'publishing')
      throw new AppError('closed', '这条通知已不再催办，不用调整');
    if (!rungOpen(rung, rungAt(dueAt, workdays, ladder.remindAt, isWorkday), ctx.now))
      throw new AppError('conflict', '这一步的时间已经过了，不能再开关；需要时请点“提醒”');
    const rungs = ladder.rungs.map((one) => (one === rung ? { ...one, on } : one));
    const next = nextRungAt(rungs, schedule);
    const changed = { ...ladder, rungs, version: ladder.version + 1 };
    if (await notices.setLadder(noticeId, ladder.version, changed, next)) {
      ctx.record({ collection: 'notices', subjectId: noticeId });
      return { on, nextAt: next?.toISOString() ?? null };
    }
  }
  throw new AppError('busy');
};
