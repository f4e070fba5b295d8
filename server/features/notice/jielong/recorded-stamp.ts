import type { Channel } from '@contract/jielong';
import type { Context } from '../../../kit/context';
import type { Stamp } from '../../../stores/receipts';

/** What staff enter for a unit: who answered and how, and who entered it (代录). */
export const recordedStamp = ({ caller, now }: Context, channel: Channel, name: string): Stamp => ({
  at: now,
  openid: '', // the person who answered is known by name only
  name,
  channel,
  recordedBy: { openid: caller.openid, name: caller.person?.staff?.name ?? '' },
});
