import type { Contact } from '@contract/unit';
import { AppError } from '../../../kit/errors';
import { gramOf, searchFields } from '../../../kit/search';
import { joins } from '../../../stores/joins';
import { units, type Unit } from '../../../stores/units';
import { redact, same, type Traces } from './traces';

/** A unit is edited a few times a day at most. */
const ATTEMPTS = 5;

/**
 * The person as a contact of a unit, as a roster brought it in, be it one the person never registered for: the entry goes.
 * A number or address of the person on another entry or among the unit's lines goes alone. Searched for by name the unit is
 * no longer found by it.
 */
export async function eraseOfUnits(traces: Traces, now: Date, requestId: string): Promise<void> {
  const called = await Promise.all(traces.mobiles.map((mobile) => units.withContact(mobile, gramOf(mobile))));
  const ids = new Set([...traces.unitIds, ...called.flat().map(({ _id }) => _id)]);
  if (ids.size === 0) return;
  let left = await units.byIds([...ids]);
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new AppError('conflict');
    const moved: string[] = [];
    for (const unit of left) if (!(await erase(unit, traces, now, requestId))) moved.push(unit._id);
    left = moved.length > 0 ? await units.byIds(moved) : [];
  }
  for (const { _id } of await joins.named([...ids], traces.names)) await joins.erase(_id);
}

async function erase(unit: Unit, traces: Traces, now: Date, requestId: string): Promise<boolean> {
  const { _id, landline, fax, updatedAt } = unit;
  const contacts = unit.contacts.filter((one) => !isPerson(one, traces)).map((one) => silent(one, traces));
  const change = { contacts, landline: redact(landline, traces), fax: redact(fax, traces) };
  if (same(change, { contacts: unit.contacts, landline, fax })) return true;
  const at = new Date(Math.max(now.getTime(), updatedAt.getTime() + 1));
  const fields = { ...change, ...searchFields({ ...unit, ...change }, _id), updatedAt: at };
  return (await units.change(_id, updatedAt, fields, requestId)) === 'done';
}

const isPerson = ({ name, phone }: Contact, { names, mobiles }: Traces): boolean =>
  names.includes(name) || mobiles.includes(phone);

function silent(contact: Contact, traces: Traces): Contact {
  const blank = (text: string) => (redact(text, traces) === text ? text : '');
  const { landline, email, wechat } = contact;
  return { ...contact, landline: blank(landline), email: blank(email), wechat: blank(wechat) };
}
