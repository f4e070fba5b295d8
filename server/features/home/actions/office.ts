import { dueText } from '@contract/rules/calendar';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
import { filings } from '../../../stores/filings';
import { notices } from '../../../stores/notices';
import { units } from '../../../stores/units';

/** Newest notices looked at for the ones that still run. */
const LOOKED_AT = 20;

/** A notice runs until it is due, and after that while units are missing, for this many days. */
const CHASED_DAYS = 30;

export const office: Act<'home.office'> = async (ctx) => {
  const [waiting, vacant, newest] = await Promise.all([
    filings.countSubmitted(),
    units.countVacant(),
    notices.page(undefined, LOOKED_AT),
  ]);
  const oldest = new Date(ctx.now.getTime() - CHASED_DAYS * 86_400_000);
  const running = newest.filter(
    ({ counts, dueAt }) => dueAt > ctx.now || (counts.confirmed < counts.total && dueAt > oldest),
  );
  return {
    filings: waiting,
    vacant,
    running: running
      .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
      .map(({ _id, title, counts, dueAt }) => ({
        noticeId: _id,
        title,
        ...counts,
        dueText: dueText(ctx.now, dueAt, isWorkday),
        overdue: dueAt < ctx.now,
      })),
  };
};
