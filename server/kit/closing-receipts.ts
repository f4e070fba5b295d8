import type { Counts } from '../stores/notices';
import { notices } from '../stores/notices';
import { receipts, type Receipt } from '../stores/receipts';

/** Read in one request, the platform's most. */
const READ = 1000;

/**
 * Nothing is waited for any more from units that left (退会): their open receipts end as 已退会, in the lists of the notices
 * still (decision D6), and stay so should a unit come back. Safe to do again. With nothing open one request, else two and
 * two for each kind of row; where somebody moved one meanwhile the counters are left to the recount.
 */
export async function closeReceiptsOf(unitIds: string[], now: Date): Promise<void> {
  for (let found = READ; found === READ;) {
    const rows = await receipts.waitingOf(unitIds, READ);
    found = rows.length;
    const kinds = new Map<string, Open[]>();
    for (const row of rows) {
      const kind = `${row.state}|${row.onBehalf ?? false}`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
    }
    for (const same of kinds.values()) await close(same, now);
  }
}

type Open = Pick<Receipt, '_id' | 'noticeId' | 'state' | 'onBehalf'>;

async function close(same: Open[], now: Date): Promise<void> {
  const [first] = same;
  if (!first) return;
  const ids = same.map(({ _id }) => _id);
  if ((await receipts.leave(ids, first.state, now)) < same.length) return;
  const change: Partial<Counts> = {
    left: 1,
    ...(first.state !== 'waiting' && { opened: -1 }),
    ...(first.state === 'confirmed' && { confirmed: -1 }),
    ...(first.onBehalf && { onBehalf: -1 }),
  };
  const noticeIds = same.map(({ noticeId }) => noticeId);
  // Of several units of one notice the recount does the sum.
  if (new Set(noticeIds).size === noticeIds.length) await notices.countAll(noticeIds, change);
}
