import { nextReceipt, takes, type ReceiptEvent } from '@contract/rules/receipt';
import type { Context } from '../../kit/context';
import { AppError } from '../../kit/errors';
import { notices } from '../../stores/notices';
import { receipts, type Receipt } from '../../stores/receipts';
import { mustStand } from './closed';
import { stampOf } from './stamp';

/** Somebody else of the unit may move it in between; forward only, so this many tries see the end. */
const TRIES = 5;

interface Moved {
  /** As it was before. */
  receipt: Receipt;
  /** False: the event changes nothing there any more. */
  moved: boolean;
}

/**
 * A unit's own doing at its receipt (decision D6): one conditional update decides who was first, whichever seat of the
 * unit it was. Counters are the winner's matter, a recount repairs what a crash left out. Writes the audit entry.
 */
export async function moveReceipt(
  ctx: Context,
  { noticeId, unitId }: { noticeId: string; unitId: string },
  event: ReceiptEvent,
  more: (receipt: Receipt) => Partial<Receipt> = () => ({}),
): Promise<Moved> {
  for (let i = 0; i < TRIES; i += 1) {
    const receipt = await receipts.get(noticeId, unitId);
    if (!receipt) throw new AppError('missing', '这条通知没有发给您的单位');
    if (receipt.closed && !receipt.requests.includes(ctx.requestId)) {
      // Looking at it is no matter to refuse.
      if (event === 'open') return { receipt, moved: false };
      mustStand(receipt.closed);
    }
    if (!takes(receipt.ask, event)) throw new AppError('conflict', '这条通知不需要回复，打开看过即可');
    const subject = { collection: 'receipts', subjectId: receipt._id, unitId };
    const to = nextReceipt(receipt.state, event);
    if (!to) {
      if (receipt.requests.includes(ctx.requestId)) ctx.record(subject, 'repeat');
      return { receipt, moved: false };
    }
    if (await receipts.move(receipt, to, stampOf(ctx, unitId), ctx.requestId, more(receipt))) {
      await notices.count(noticeId, {
        ...(receipt.state === 'waiting' && { opened: 1 }),
        ...(to !== 'opened' && receipt.state !== 'confirmed' && { confirmed: 1 }),
        ...(to === 'answered' && { answered: 1 }),
        // What staff entered before is the unit's own now.
        ...(to === 'answered' && receipt.onBehalf && { onBehalf: -1 }),
      });
      ctx.record(subject);
      return { receipt, moved: true };
    }
  }
  throw new AppError('busy');
}
