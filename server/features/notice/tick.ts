import { each, inTurn, type Job } from '../../kit/serve-timer';
import { drafts } from '../../stores/drafts';
import { marks } from '../../stores/marks';
import { notices } from '../../stores/notices';
import { receipts } from '../../stores/receipts';
import { publishScheduled } from './drafts/due';
import { continuePublication } from './publication';
import { bringIntoLine } from './versions/closing';
import { continueCorrection } from './versions/succession';

/** Publications continued in one run, and units in each. */
const PUBLICATIONS = 5;
const UNITS = 2000;
/** Receipts looked at in one run. */
const CHANGES = 1000;
/** Rows changed this shortly before the last look may have come in after it. */
const OVERLAP_MS = 120_000;

/** Sends out what was scheduled, finishes publications that were cut off, then recounts every notice whose receipts changed; in turn, or a recount
 *  of half a publication could be written after the whole was counted. */
export const tick: Job = (...run) =>
  inTurn([publishScheduled, finishPublications, bringIntoLine, recountChanged, restWhatIsOver])(...run);

const finishPublications: Job = async (now) =>
  each(await notices.unfinished(PUBLICATIONS), async (notice) => {
    // Of a publication cut off before its draft was told.
    await drafts.published(notice._id);
    await (notice.corrects ? continueCorrection(notice, UNITS, now) : continuePublication(notice, UNITS));
  });

/** The row is the truth (decision D6): counters are counted again from the rows, so no crash leaves them wrong. */
const recountChanged: Job = async (now) => {
  const mark = await marks.get('recount');
  const since = mark?.at ?? new Date(0);
  const changed = await receipts.changedSince(since, CHANGES);
  await each(new Set(changed.map(({ noticeId }) => noticeId)), recount);
  const last = changed[changed.length - 1]?.changedAt;
  const full = changed.length === CHANGES && last && last > since;
  await marks.move('recount', mark?.at ?? null, full ? last : new Date(now.getTime() - OVERLAP_MS));
};

const restWhatIsOver: Job = async (now) => void (await notices.rest(now));

const recount = async (noticeId: string): Promise<void> => {
  const [total, waiting, confirmed, answered, onBehalf, undone] = await Promise.all([
    receipts.count(noticeId, {}),
    receipts.count(noticeId, { state: 'waiting' }),
    receipts.count(noticeId, { state: 'confirmed' }),
    receipts.count(noticeId, { state: 'answered' }),
    receipts.count(noticeId, { onBehalf: true }),
    receipts.count(noticeId, { done: false }),
  ]);
  const opened = total - waiting;
  const counts = {
    total,
    opened,
    confirmed: confirmed + answered,
    ...(answered && { answered }),
    ...(onBehalf && { onBehalf }),
  };
  await notices.recount(noticeId, counts, undone === 0);
};
