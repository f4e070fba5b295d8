import { markOf, onRhythm } from '../../kit/rhythm';
import { each, inTurn, type Job } from '../../kit/serve-timer';
import { drafts } from '../../stores/drafts';
import { marks } from '../../stores/marks';
import { notices } from '../../stores/notices';
import { receipts } from '../../stores/receipts';
import { units } from '../../stores/units';
import { closeReceiptsOf } from '../../kit/closing-receipts';
import type { Where } from '../../kit/table';
import { publishScheduled } from './drafts/due';
import { climb } from './ladder/climb';
import { continuePublication } from './publication';
import { queuePushes } from './push';
import { bringIntoLine } from './versions/closing';
import { continueCorrection } from './versions/succession';

/** Publications continued in one run, and units in each. */
const PUBLICATIONS = 5;
const UNITS = 2000;
/** Receipts looked at in one run. */
const CHANGES = 1000;
/** For so long after a unit left it is looked whether anything waits from it, and at how many such units. */
const LEFT_MS = 7 * 86_400_000;
const LEFT = 100;
const LEFT_AGAIN_MS = 5 * 60_000;
/** Rows changed this shortly before the last look may have come in after it. */
const OVERLAP_MS = 120_000;

/**
 * Sends out what was scheduled, finishes publications that were cut off, then recounts every notice whose receipts changed; in
 * turn, or a recount of half a publication could be written after the whole was counted. Then messages are queued and rungs
 * climbed. Where no notice needs anything, one request says so.
 */
export const tick: Job = async (now, run) => {
  const jobs = [publishScheduled, whereSomethingStirs, onRhythm('left', closeOfLeft), recountChanged];
  await inTurn(jobs)(now, run);
};

const whereSomethingStirs: Job = async (now, run) => {
  if (!(await notices.stirs(now))) return;
  await inTurn([finishPublications, bringIntoLine, restWhatIsOver, queuePushes, climb])(now, run);
};

/** Of units that left while a publication was writing, or by a call that died: their receipts do not wait either. */
const closeOfLeft = async (now: Date): Promise<Date> => {
  const gone = await units.leftSince(new Date(now.getTime() - LEFT_MS), LEFT);
  if (gone.length)
    await closeReceiptsOf(
      gone.map(({ _id }) => _id),
      now,
    );
  return new Date(now.getTime() + LEFT_AGAIN_MS);
};

const finishPublications: Job = async (now) =>
  each(await notices.unfinished(PUBLICATIONS), async (notice) => {
    // Of a publication cut off before its draft was told.
    await drafts.published(notice._id);
    await (notice.corrects ? continueCorrection(notice, UNITS, now) : continuePublication(notice, UNITS));
  });

/** The row is the truth (decision D6): counters are counted again from the rows, so no crash leaves them wrong. */
const recountChanged: Job = async (now, run) => {
  const mark = await markOf('recount', run);
  const since = mark?.at ?? new Date(0);
  const changed = await receipts.changedSince(since, CHANGES);
  // Nothing lies between the mark and now, so it may stay.
  if (mark && changed.length === 0) return;
  await each(new Set(changed.map(({ noticeId }) => noticeId)), recount);
  const last = changed[changed.length - 1]?.changedAt;
  const full = changed.length === CHANGES && last && last > since;
  if (changed.length) await notices.rest(now);
  await marks.move('recount', mark?.at ?? null, full ? last : new Date(now.getTime() - OVERLAP_MS));
};

const restWhatIsOver: Job = async (now) => void (await notices.rest(now));

const recount = async (noticeId: string): Promise<void> => {
  const [total, left, waiting, confirmed, answered, onBehalf, undone] = await Promise.all([
    receipts.count(noticeId, {}),
    receipts.count(noticeId, { closed: 'left' }),
    receipts.count(noticeId, { state: 'waiting' }),
    receipts.count(noticeId, { state: 'confirmed' }),
    receipts.count(noticeId, { state: 'answered' }),
    receipts.count(noticeId, { onBehalf: true }),
    receipts.count(noticeId, { done: false }),
  ]);
  // Units that left stand in no number but their own; none of them handed in a form.
  const gone = (filter: Where) => (left ? receipts.count(noticeId, { ...filter, closed: 'left' }) : 0);
  const [goneWaiting, goneConfirmed, goneOnBehalf] = await Promise.all([
    gone({ state: 'waiting' }),
    gone({ state: 'confirmed' }),
    gone({ onBehalf: true }),
  ]);
  const entered = onBehalf - goneOnBehalf;
  const counts = {
    total,
    opened: total - waiting - (left - goneWaiting),
    confirmed: confirmed + answered - goneConfirmed,
    ...(answered && { answered }),
    ...(entered && { onBehalf: entered }),
    ...(left && { left }),
  };
  await notices.recount(noticeId, counts, undone === 0);
};
