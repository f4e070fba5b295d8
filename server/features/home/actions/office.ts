import { dueText } from '@contract/rules/calendar';
import { doneOf, somebodyMissing } from '@contract/rules/receipt';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
import { notices, type Notice } from '../../../stores/notices';
import { stuck } from '../stuck';

/** Notices looked at of either kind: still to come, and over while units may be missing. */
const LOOKED_AT = 40;

/** Shown at once, of both kinds: a ring is up to 1.9 KB of the 64 KB one update of the page may be. */
const SHOWN = 30;

/** How long after its day a notice with missing units is shown here. */
const CHASED_DAYS = 30;

/** What is stuck first, then what runs, the longest overdue on top. */
export const office: Act<'home.office'> = async ({ now }) => {
  const oldest = new Date(now.getTime() - CHASED_DAYS * 86_400_000);
  const [counts, coming, over] = await Promise.all([
    stuck(now),
    notices.dueAfter(now, LOOKED_AT + 1),
    notices.dueBetween(oldest, now, LOOKED_AT + 1),
  ]);
  const missing = over
    .slice(0, LOOKED_AT)
    .filter((notice) => stands(notice) && somebodyMissing(notice.asking.kind, notice.counts))
    .reverse();
  const next = coming.slice(0, LOOKED_AT).filter(stands);
  // Neither kind drives the other out.
  const overdue = missing.slice(0, Math.max(SHOWN / 2, SHOWN - next.length));
  const running = [...overdue, ...next].slice(0, SHOWN);
  return {
    ...counts,
    running: running.map(({ _id, title, asking, counts: told, dueAt }) => ({
      noticeId: _id,
      title,
      ...told,
      ask: asking.kind,
      done: doneOf(asking.kind, told),
      dueText: dueText(now, dueAt, isWorkday),
      overdue: dueAt <= now,
    })),
    more:
      coming.length > LOOKED_AT || over.length > LOOKED_AT || missing.length + next.length > running.length,
  };
};

/** Nobody is waited for once it was withdrawn or corrected. */
const stands = ({ state }: Notice): boolean => state !== 'withdrawn' && state !== 'corrected';
