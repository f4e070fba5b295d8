import type { Act } from '../../../kit/act';
import { moveReceipt } from '../moving';

/** Marks the unit's receipt opened; only the first open is counted. */
export const open: Act<'notice.open'> = async (ctx, input) => {
  const { receipt, moved } = await moveReceipt(ctx, input, 'open');
  return { state: moved ? 'opened' : receipt.state };
};
