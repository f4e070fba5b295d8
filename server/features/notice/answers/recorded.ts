import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receipts, type Filled, type Receipt, type Stamp } from '../../../stores/receipts';

/** Somebody else may move the row in between; forward only, so this many tries see the end. */
const TRIES = 5;

/**
 * Enters a form for a unit (代录), whatever it did of it before; counted apart. Null: a form stands there already, or this
 * request entered one before.
 */
export async function recordForm(
  ctx: Context,
  first: Receipt,
  stamp: Stamp,
  filled: Filled,
): Promise<'answered' | null> {
  let receipt: Receipt | null = first;
  for (let i = 0; i < TRIES; i += 1) {
    if (!receipt || receipt.state === 'answered' || receipt.requests.includes(ctx.requestId)) return null;
    if (await receipts.recordAnswer(receipt, stamp, ctx.requestId, filled)) {
      const { state, onBehalf, noticeId } = receipt;
      await notices.count(noticeId, {
        ...(state === 'waiting' && { opened: 1 }),
        ...(state !== 'confirmed' && { confirmed: 1 }),
        answered: 1,
        ...(!onBehalf && { onBehalf: 1 }),
      });
      return 'answered';
    }
    receipt = await receipts.get(receipt.noticeId, receipt.unitId);
  }
  throw new AppError('busy');
}

/** Takes a form that staff entered back to what the unit had done before; null when there is none to take back. */
export async function unrecordForm(
  ctx: Context,
  receipt: Receipt,
): Promise<'waiting' | 'opened' | 'confirmed' | null> {
  const before = beforeForm(receipt);
  if (!(await receipts.unrecordAnswer(receipt, before, ctx.now, ctx.requestId))) return null;
  const { state, confirmed } = before;
  await notices.count(receipt.noticeId, {
    ...(state === 'waiting' && { opened: -1 }),
    ...(state !== 'confirmed' && { confirmed: -1 }),
    answered: -1,
    ...(!confirmed?.recordedBy && { onBehalf: -1 }),
  });
  return state;
}

/** A confirmation of the same entry goes with it, an earlier one stays. */
function beforeForm({ opened, confirmed, answered }: Receipt) {
  const entered = confirmed?.recordedBy && !confirmed.fillId;
  const same = !confirmed || (entered && confirmed.at.getTime() === answered?.at.getTime());
  if (!same) return { state: 'confirmed' as const, confirmed };
  return { state: opened ? ('opened' as const) : ('waiting' as const), confirmed: null };
}
