import { marks, type Mark } from '../stores/marks';
import type { Job, Run } from './serve-timer';

/** Nothing is looked at less often; a mark further ahead was written by a clock that was wrong. */
const LONGEST_MS = 25 * 3600_000;

/** A job that need not look each minute; says when it wants to look again. */
export type SlowJob = (now: Date, run: Run) => Promise<Date>;

/** The marks as one run of the timer found them: one request for all its jobs. */
const seen = new WeakMap<Run, Promise<Mark[]>>();

export async function markOf(name: string, run: Run): Promise<Mark | null> {
  const known = seen.get(run) ?? marks.all();
  seen.set(run, known);
  return (await known).find(({ _id }) => _id === name) ?? null;
}

/**
 * A job on a rhythm of its own, kept in `marks`: when to look next. The mark moves only after the job is done, so that a job
 * that failed or was killed is done by the next run, and after a pause of the timer everything is looked at.
 */
export const onRhythm =
  (name: string, job: SlowJob): Job =>
  async (now, run) => {
    const mark = await markOf(name, run);
    const ahead = mark ? mark.at.getTime() - now.getTime() : 0;
    if (ahead > 0 && ahead <= LONGEST_MS) return;
    await marks.move(name, mark?.at ?? null, await job(now, run));
  };

/** A job that is well looked at now and then. */
export const everyMinutes =
  (minutes: number, job: Job): SlowJob =>
  async (now, run) => {
    await job(now, run);
    return new Date(now.getTime() + minutes * 60_000);
  };
