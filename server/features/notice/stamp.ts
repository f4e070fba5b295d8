import type { Context } from '../../kit/context';
import type { Stamp } from '../../stores/receipts';

/** Who acted, when and through which channel; it stays on the row (decision D6). */
export const stampOf = ({ caller, now }: Context): Stamp => ({
  at: now,
  openid: caller.openid,
  name: caller.person?.name ?? '',
  channel: 'self',
});
