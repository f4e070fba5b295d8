import { dueText } from '@contract/rules/calendar';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
import { filings } from '../../../stores/filings';
import { notices } from '../../../stores/notices';
import { units } from '../../../stores/units';

/** Notices looked at for the ones that run, the next due first. */
const LOOKED_AT = 60;

/** A notice runs until it is due, and after that while units are missing, for this many days. */
const CHASED_DAYS = 30;

export const office: Act<'home.office'> = async (ctx) => {
  const oldest = new Date(ctx.now.getTime() - CHASED_DAYS * 86_400_000);
  const [waiting, vacant, recent] = await Promise.all([
    filings.countSubmitted(),
    units.countVacant(),
    notices.dueAfter(oldest, LOOKED_AT),
  ]);
  const running = recent.filter(({ counts, dueAt }) => dueAt > ctx.now || counts.confirmed < counts.total);
  return {
    filings: waiting,
    vacant,
    running: running.map(({ _id, title, counts, dueAt }) => ({
      noticeId: _id,
      title,
      ...counts,
      dueText: dueText(ctx.now, dueAt, isWorkday),
      overdue: dueAt < ctx.now,
    })),
  };
};
