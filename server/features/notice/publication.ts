import { notices, type Notice } from '../../stores/notices';
import { newReceipt, receipts } from '../../stores/receipts';
import { units, type Unit } from '../../stores/units';
import { closeLate } from './versions/closing';

/** Rows written in one request; batched inserts are outside any transaction. */
const BATCH = 100;
/** Units read in one request, the platform's most. */
const READ = 1000;
/** Units read to see whether anybody gets it: the first batches are made of them. */
export const FIRST = READ;

/**
 * Makes the receipt rows of a notice that is `publishing`, from where it stopped (decision D6). Row ids are derived,
 * so a publication killed anywhere is continued here, by the next call or by dispatch, and no unit gets two rows.
 * A unit renamed meanwhile may have slipped past the cursor: with fewer receipts than units it runs once more from the
 * start. Stops after `limit` units; gives the number of receipts so far and whether all are there. `first`: what was read
 * of the audience just before, at most `FIRST`.
 */
export async function continuePublication(
  notice: Notice,
  limit: number,
  first?: Unit[],
): Promise<{ total: number; done: boolean }> {
  const { audience: who } = notice;
  let total = notice.counts.total;
  let cursor = notice.cursor ?? undefined;
  let again = false;
  for (let left = limit; left > 0;) {
    const wanted = Math.min(left, READ);
    const fromStart = cursor === undefined && !again;
    const audience = (fromStart && first) || (await units.audience(who, cursor, wanted));
    let alone = fromStart;
    for (let i = 0; i < audience.length; i += BATCH) {
      const batch = audience.slice(i, i + BATCH).map((unit) => newReceipt(notice, unit));
      alone = (await receipts.ensure(batch)) && alone;
    }
    total += audience.length;
    left -= audience.length;
    cursor = audience[audience.length - 1]?.sortKey ?? cursor;
    if (audience.length < wanted) {
      // Counted, not summed: a recount may have come between, or another call of the same publication. Where every row
      // was new in one go there is nothing to count, and past a cursor that never was nobody can have slipped.
      const [all, due] = await Promise.all([
        alone ? total : receipts.count(notice._id, {}),
        fromStart ? 0 : units.countAudience(who),
      ]);
      if (all < due && !again) {
        [again, cursor, total] = [true, undefined, 0];
        continue;
      }
      if (!(await notices.finish(notice._id, all))) await closeLate(notice._id);
      return { total: all, done: true };
    }
    if (cursor && !(await notices.advance(notice._id, cursor, total))) {
      await closeLate(notice._id);
      break;
    }
  }
  return { total, done: false };
}
