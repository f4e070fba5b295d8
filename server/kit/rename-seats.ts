import { codes } from '../stores/codes';
import { corrections } from '../stores/corrections';
import { filings } from '../stores/filings';
import { handovers } from '../stores/handovers';
import { people } from '../stores/people';
import { openidsOf, type Unit } from '../stores/units';

/**
 * A unit has a new name: whoever sits for it carries it (what "whom do I act for" shows), and so does what is under way or
 * in force: registration codes, registrations, records, changes and handovers under review. What is over keeps the name of
 * its day, as receipts of published notices do (decision D6). Proxies are told the unit's own name (kit/caller.ts). Safe
 * to do again.
 */
export async function renameSeats(unit: Unit, name: string): Promise<void> {
  for (const openid of openidsOf(unit)) await people.renameUnit(openid, unit._id, name);
  await codes.renameUnit(unit._id, name);
  await filings.renameUnit(unit._id, name);
  await corrections.renameUnit(unit._id, name);
  await handovers.renameUnit(unit._id, name);
}
