import type { Context } from '../../kit/context';
import { nameFor } from '../../kit/rules';
import type { Stamp } from '../../stores/receipts';

/** Who acted, when and through which channel; it stays on the row (decision D6). */
export const stampOf = ({ caller, now }: Context, unitId: string): Stamp => ({
  at: now,
  openid: caller.openid,
  name: nameFor(caller, unitId),
  channel: 'self',
});
