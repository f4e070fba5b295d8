import { markOf } from '../../kit/rhythm';
import { each, type Job } from '../../kit/serve-timer';
import type { Where } from '../../kit/table';
import { marks } from '../../stores/marks';
import { notices } from '../../stores/notices';
import { receipts } from '../../stores/receipts';

/** Receipts looked at in one run. */
const CHANGES = 1000;
/** Rows changed this shortly before the last look may have come in after it. */
const OVERLAP_MS = 120_000;

/** The row is the truth (decision D6): counters are counted again from the rows, so no crash leaves them wrong. */
export const recountChanged: Job = async (now, run) => {
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
