import { randomUUID } from 'node:crypto';
import { calledByClient, callerOpenid } from './cloud';
import { traceOf } from './errors';

/** One run of the timer: an id of its own, and the milliseconds it has been going. */
export interface Run {
  id: string;
  spent: () => number;
}

/** A recurring job; it must find by itself what is due and be safe to run twice at once. */
export type Job = (now: Date, run: Run) => Promise<void>;

/** Does `work` for each in turn; one that fails does not keep the others from it. Then throws the first failure. */
export async function each<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const failed: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failed.push(error));
  if (failed.length) throw failed[0];
}

/** Jobs one after the other, where each finds what the one before made; one that fails does not keep the rest from running. */
export const inTurn =
  (jobs: Job[]): Job =>
  (now, run) =>
    each(jobs, (job) => job(now, run));

/** What WeChat pushes to us instead of the clock. */
export type PushHandler = (push: Record<string, unknown>, now: Date) => Promise<void>;

/**
 * Runs every job of a timer function, or hands on what WeChat pushed; one job that fails does not keep the others from
 * running. A push that fails is answered so, and WeChat sends it again.
 */
export function serveTimer(jobs: Job[], onPush?: PushHandler) {
  return async (event?: Record<string, unknown>): Promise<{ ok: boolean }> => {
    const pushed = event?.MsgType === 'event';
    // A push comes in the name of the person it is about; nobody's phone may send one.
    if (calledByClient() || (callerOpenid() && (!pushed || event.FromUserName !== callerOpenid())))
      return { ok: false };
    const now = new Date();
    const run = { id: randomUUID(), spent: () => Date.now() - now.getTime() };
    const work = pushed ? [onPush?.(event, now) ?? Promise.resolve()] : jobs.map((job) => job(now, run));
    const results = await Promise.allSettled(work);
    const failed = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    for (const error of failed) console.error(JSON.stringify({ job: 'timer', error: traceOf(error) }));
    return { ok: failed.length === 0 };
  };
}
