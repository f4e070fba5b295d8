import { contactKey } from '../../kit/contact-key';
import { sha256 } from '../../kit/hash';
import type { Join } from '../../stores/joins';
import type { Unit } from '../../stores/units';

/** Whom the secretariat talks to at a unit: the holder of the main seat, or who the roster names as long as it is empty. */
export interface Person {
  /** Empty: named in the roster, not registered yet. */
  openid: string;
  name: string;
  phone: string;
  /** Names the contact of the roster to `directory.reveal`; null: a seat. */
  key: string | null;
}

type Peopled = Pick<Unit, '_id' | 'seats' | 'contacts'>;

export function personOf({ seats, contacts }: Peopled): Person | null {
  if (seats.main) return { ...seats.main, key: null };
  const contact = contacts.find(({ kind, name }) => kind === 'liaison' && name);
  return contact ? { openid: '', name: contact.name, phone: contact.phone, key: contactKey(contact) } : null;
}

export const joinId = (groupId: string, unitId: string, who: string): string =>
  `${groupId}_${sha256(`${unitId}|${who}`).slice(0, 24)}`;

/**
 * Ids under which the person may be marked. Somebody marked by name, as the roster had it, is the same person once
 * registered under that name: the first id is what a new mark gets.
 */
export const joinIdsOf = (groupId: string, unitId: string, { openid, name }: Person): string[] => [
  ...(openid ? [joinId(groupId, unitId, openid)] : []),
  joinId(groupId, unitId, `name:${name}`),
];

/** Still somebody of the unit whom the group is for: on one of its seats, or named for one in the roster. */
export function stillThere(
  { seats, contacts }: Peopled,
  { openid, name }: Pick<Join, 'openid' | 'name'>,
): boolean {
  const seated = [seats.main, seats.deputy].flatMap((seat) => seat ?? []);
  if (openid) return seated.some((seat) => seat.openid === openid);
  if (!name) return false;
  const named = contacts.filter(
    ({ kind }) => (kind === 'liaison' && !seats.main) || (kind === 'deputy' && !seats.deputy),
  );
  return [...seated, ...named].some((one) => one.name === name);
}
