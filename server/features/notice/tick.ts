import type { Job } from '../../kit/serve-timer';
import { marks } from '../../stores/marks';
import { notices } from '../../stores/notices';
import { receipts } from '../../stores/receipts';
import { continuePublication } from './publication';

/** Publications continued in one run, and units in each. */
const PUBLICATIONS = 5;
const UNITS = 2000;
/** Receipts looked at in one run. */
const CHANGES = 1000;
/** Rows changed this shortly before the last look may have come in after it. */
const OVERLAP_MS = 120_000;

/** Finishes publications that were cut off, then recounts every notice whose receipts changed. */
export const tick: Job = async (now) => {
  for (const notice of await notices.unfinished(PUBLICATIONS)) await continuePublication(notice, UNITS);
  await recountChanged(now);
};

/** The row is the truth (decision D6): counters are counted again from the rows, so no crash leaves them wrong. */
async function recountChanged(now: Date): Promise<void> {
  const mark = await marks.get('recount');
  const since = mark?.at ?? new Date(0);
  const changed = await receipts.changedSince(since, CHANGES);
  for (const id of new Set(changed.map(({ noticeId }) => noticeId))) await recount(id);
  const last = changed[changed.length - 1]?.changedAt;
  const full = changed.length === CHANGES && last && last > since;
  await marks.move('recount', mark?.at ?? null, full ? last : new Date(now.getTime() - OVERLAP_MS));
}

async function recount(noticeId: string): Promise<void> {
  const [total, waiting, confirmed] = await Promise.all([
    receipts.count(noticeId, {}),
    receipts.count(noticeId, { state: 'waiting' }),
    receipts.count(noticeId, { state: 'confirmed' }),
  ]);
  await notices.recount(noticeId, { total, opened: total - waiting, confirmed });
}
