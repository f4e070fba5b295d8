import type { Act } from '../../../kit/act';
import { presentStamp } from '../present';
import { moveReceipt } from '../moving';
import { stampOf } from '../stamp';

/** Confirms for the unit; everybody is told the same answer, who was first. */
export const confirm: Act<'notice.confirm'> = async (ctx, input) => {
  const { receipt, moved } = await moveReceipt(ctx, input, 'confirm');
  const stamp = moved ? null : receipt.confirmed;
  return {
    state: moved ? 'confirmed' : receipt.state,
    confirmed: presentStamp(stamp ?? stampOf(ctx, input.unitId)),
  };
};
