import { shanghaiDay } from '@contract/rules/calendar';
import { people, type Person } from '../stores/people';
import { seatsOf, units } from '../stores/units';

/**
 * The person's row, of its proxies only those in force: within their days, and lent by the very record that sits on the
 * unit today, so that a proxy ends in the instant its lender's seat does; under the name the unit has today. One request,
 * a second for who is a proxy today.
 */
export async function personOf(openid: string, now: Date): Promise<Person | null> {
  const person = await people.get(openid);
  if (!person) return null;
  const today = shanghaiDay(now);
  // Absent on rows older than this field.
  const proxies = Array.isArray(person.proxies) ? person.proxies : [];
  const mine = proxies.filter(({ from, to }) => from <= today && today <= to);
  if (mine.length === 0) return { ...person, proxies: [] };
  const lent = await units.byIds([...new Set(mine.map(({ unitId }) => unitId))]);
  const nameOf = new Map(
    lent
      .filter(({ active }) => active)
      .flatMap((unit) => seatsOf(unit).map(({ filingId }) => [filingId, unit.name] as const)),
  );
  const inForce = mine.flatMap((proxy) => {
    const unitName = nameOf.get(proxy.filingId);
    return unitName === undefined ? [] : [{ ...proxy, unitName }];
  });
  return { ...person, proxies: inForce };
}
