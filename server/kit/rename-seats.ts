import { people } from '../stores/people';
import { openidsOf, type Unit } from '../stores/units';

/** Whoever sits for a unit carries its name (what "whom do I act for" shows). Safe to do again. */
export async function renameSeats(unit: Unit, name: string): Promise<void> {
  for (const openid of openidsOf(unit)) await people.renameUnit(openid, unit._id, name);
}
