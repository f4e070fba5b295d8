import { nextHandover, type HandoverReader } from '@contract/rules/handover';
import { may } from '@contract/rules/rights';
import type { Caller } from '../../kit/context';
import type { Handover } from '../../stores/handovers';
import { stillSits } from './find';

/** Whoever began it; staff only while nobody registered, later they refuse the registration. */
export function mayCancel(handover: Handover, reader: HandoverReader, caller: Caller): boolean {
  if (!nextHandover(handover.state, 'cancel')) return false;
  if (reader === 'staff') return !handover.filingId && may(caller.person?.staff?.role, 'filing.review');
  return handover.startedBy === reader && (reader === 'successor' || stillSits(handover, caller));
}

/** In place of the leaver's word, so never by the leaver. */
export const mayLetter = ({ state }: Handover, reader: HandoverReader, { person }: Caller): boolean =>
  state === 'open' &&
  (reader === 'successor' || (reader === 'staff' && may(person?.staff?.role, 'filing.review')));
