import { closeReceiptsOf } from '../../kit/closing-receipts';
import { onRhythm } from '../../kit/rhythm';
import { each, inTurn, type Job } from '../../kit/serve-timer';
import { drafts } from '../../stores/drafts';
import { notices } from '../../stores/notices';
import { units } from '../../stores/units';
import { publishScheduled } from './drafts/due';
import { climb } from './ladder/climb';
import { continuePublication } from './publication';
import { queuePushes } from './push';
import { recountChanged } from './recount';
import { bringIntoLine } from './versions/closing';
import { continueCorrection } from './versions/succession';

/** Publications continued in one run, and units in each. */
const PUBLICATIONS = 5;
const UNITS = 2000;
/** For so long after a unit left it is looked whether anything waits from it, and at how many such units. */
const LEFT_MS = 7 * 86_400_000;
const LEFT = 100;
const LEFT_AGAIN_MS = 5 * 60_000;
/**
 * Sends out what was scheduled; finishes publications that were cut off, queues messages and climbs rungs, where any notice
 * needs it, which one request says; then recounts every notice whose receipts changed. In turn, or a recount of half a
 * publication could be written after the whole was counted.
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

const restWhatIsOver: Job = async (now) => void (await notices.rest(now));
