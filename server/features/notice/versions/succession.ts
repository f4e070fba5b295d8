import { notices, type Notice } from '../../../stores/notices';
import { newReceipt, receipts, type Receipt } from '../../../stores/receipts';
import { closeLate, closeReceipts } from './closing';

/** Rows written in one request; batched inserts are outside any transaction. */
const BATCH = 100;
/** Rows read in one request, the platform's most. */
const READ = 1000;

/**
 * Puts a new version in the place of the one it corrects (请重新确认), from where it stopped: first the old one ends, then
 * each of its units that did not leave meanwhile gets a receipt of the new one, as it was then. Row ids are derived, so killed
 * anywhere it is continued, by the same request or by dispatch. Null: another version was first, this one is gone.
 */
export async function continueCorrection(
  notice: Notice,
  limit: number,
  now: Date,
): Promise<{ total: number; done: boolean } | null> {
  const { _id, corrects = '' } = notice;
  if (!(await takesThePlace(notice, corrects, now))) {
    await notices.discard(_id);
    return null;
  }
  let { total } = notice.counts;
  let after = notice.cursor ?? undefined;
  let alone = after === undefined;
  for (let left = limit; left > 0;) {
    const wanted = Math.min(left, READ);
    const before = await receipts.byPlace(corrects, {}, after, wanted);
    // A unit that left (退会) is not asked anew.
    const asked = before.filter(({ closed }) => closed !== 'left');
    for (let i = 0; i < asked.length; i += BATCH)
      alone =
        (await receipts.ensure(asked.slice(i, i + BATCH).map((row) => nextReceipt(notice, row)))) && alone;
    total += asked.length;
    left -= before.length;
    after = before[before.length - 1]?.place ?? after;
    if (before.length < wanted) {
      // Counted, not summed: another call of the same correction may have come between. Where every row was new in one
      // go there is nothing to count.
      const all = alone ? total : await receipts.count(_id, {});
      if (!(await notices.finish(_id, all))) await closeLate(_id);
      return { total: all, done: true };
    }
    if (after && !(await notices.advance(_id, after, total))) {
      await closeLate(_id);
      break;
    }
  }
  return { total, done: false };
}

async function takesThePlace({ _id }: Notice, corrects: string, now: Date): Promise<boolean> {
  const won = await notices.replace(corrects, _id, now);
  if (!won && (await notices.get(corrects))?.correctedBy !== _id) return false;
  await closeReceipts({ _id: corrects, state: 'corrected' });
  return true;
}

/** The unit as the old version's snapshot has it. */
const nextReceipt = (notice: Notice, { unitId, unitName, region, place }: Receipt): Receipt => ({
  ...newReceipt(notice, { _id: unitId, name: unitName, region, regionKey: '', sortKey: '' }),
  place,
});
