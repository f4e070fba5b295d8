import { people } from '../stores/people';
import type { Unit } from '../stores/units';

/** Whoever sits for a unit carries its name (what "whom do I act for" shows). Safe to do again. */
export async function renameSeats({ _id, seats }: Unit, name: string): Promise<void> {
  for (const seat of [seats.main, seats.deputy]) if (seat) await people.renameUnit(seat.openid, _id, name);
}
