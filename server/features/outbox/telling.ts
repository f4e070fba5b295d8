import { outbox, type OutboxRow } from '../../stores/outbox';
import { receiptId, receipts, type Pushed } from '../../stores/receipts';

/** What became of one message, for now. */
export interface Told {
  row: Pick<OutboxRow, '_id' | 'message' | 'subjectId' | 'unitId'>;
  state: Pushed['state'];
  /** WeChat's; null: it is sent. */
  code: number | null;
}

/** A unit one seat of which was reached was reached; while one is tried the push has not failed. */
const ORDER: Pushed['state'][] = ['failed', 'trying', 'sent'];

/**
 * What became of a notice's message stands on the unit's receipt, where staff look. Written before the rows are settled: a
 * run that dies in between tells it again. One request for each kind of outcome, and one more when something failed.
 */
export async function tellReceipts(told: Told[], now: Date): Promise<void> {
  const ours = await stillTried(told.filter(({ row }) => row.message === 'notice'));
  for (const state of ORDER) {
    const byCode = new Map<number | null, string[]>();
    for (const { row, code } of ours.filter((one) => one.state === state))
      byCode.set(code, [...(byCode.get(code) ?? []), receiptId(row.subjectId, row.unitId)]);
    for (const [code, ids] of byCode) await receipts.pushed(ids, { state, code, at: now });
  }
}

/** These went out. */
export const tellSent = (rows: OutboxRow[], now: Date): Promise<void> =>
  tellReceipts(
    rows.map((row) => ({ row, state: 'sent', code: null })),
    now,
  );

/** A failure is none yet while the unit's other seat is still to be told. */
async function stillTried(told: Told[]): Promise<Told[]> {
  const failed = told.filter(({ state }) => state === 'failed').map(({ row }) => row);
  if (failed.length === 0) return told;
  const all = (of: (row: Told['row']) => string) => [...new Set(failed.map(of))];
  const settled = new Set(told.map(({ row }) => row._id));
  const open = (
    await outbox.underWay(
      all(({ subjectId }) => subjectId),
      all(({ unitId }) => unitId),
    )
  ).filter(({ _id }) => !settled.has(_id));
  const tried = new Set(open.map(({ subjectId, unitId }) => receiptId(subjectId, unitId)));
  return told.map((one) =>
    one.state === 'failed' && tried.has(receiptId(one.row.subjectId, one.row.unitId))
      ? { ...one, state: 'trying' }
      : one,
  );
}
