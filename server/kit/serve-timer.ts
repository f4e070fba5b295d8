import { callerOpenid } from './cloud';
import { traceOf } from './errors';

/** A recurring job; it must find by itself what is due and be safe to run twice at once. */
export type Job = (now: Date) => Promise<void>;

/** Does `work` for each in turn; one that fails does not keep the others from it. Then throws the first failure. */
export async function each<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const failed: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failed.push(error));
  if (failed.length) throw failed[0];
}

/** Runs every job of a timer function; one that fails does not keep the others from running. */
export function serveTimer(jobs: Job[]) {
  return async (): Promise<{ ok: boolean }> => {
    if (callerOpenid()) return { ok: false };
    const now = new Date();
    const results = await Promise.allSettled(jobs.map((job) => job(now)));
    const failed = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    for (const error of failed) console.error(JSON.stringify({ job: 'timer', error: traceOf(error) }));
    return { ok: failed.length === 0 };
  };
}
