import { creditLeft } from '@contract/rules/outbox';
import type { Act } from '../../../kit/act';
import { withGroups } from '../../../kit/audience';
import { people } from '../../../stores/people';
import { openidsOf, units, type Unit } from '../../../stores/units';

/** Units looked at in one request, the platform's most; each takes a second one for the people of their seats. */
const READ = 1000;
/** Names shown of units that a push will not reach. */
const SHOWN = 50;

/** 可达性体检: what the composer shows before sending. */
export const reach: Act<'notice.reach'> = async (_ctx, { audience }) => {
  const result = { total: 0, push: 0, group: 0, phone: 0 };
  const [groupUnits, phoneUnits]: string[][] = [[], []];
  const recipients = await withGroups(audience);
  for (let after: string | undefined; ;) {
    const found = await units.audience(recipients, after, READ);
    const reachable = await whoCanBePushed(found);
    for (const unit of found) {
      const how = wayTo(unit, reachable);
      result[how] += 1;
      if (how === 'group' && result.group <= SHOWN) groupUnits?.push(unit.name);
      if (how === 'phone' && result.phone <= SHOWN) phoneUnits?.push(unit.name);
    }
    result.total += found.length;
    after = found[found.length - 1]?.sortKey;
    if (found.length < READ) break;
  }
  return { ...result, groupUnits: groupUnits ?? [], phoneUnits: phoneUnits ?? [] };
};

/** Openids with a credit left for a notice, by our ledger (decision D8). */
async function whoCanBePushed(found: Unit[]): Promise<Set<string>> {
  const openids = [...new Set(found.flatMap(openidsOf))];
  const reachable = new Set<string>();
  for (let i = 0; i < openids.length; i += READ)
    for (const { _id, credits } of await people.byIds(openids.slice(i, i + READ)))
      if (creditLeft(credits?.notice) > 0) reachable.add(_id);
  return reachable;
}

function wayTo(unit: Unit, reachable: Set<string>): 'push' | 'group' | 'phone' {
  const openids = openidsOf(unit);
  if (openids.length === 0) return 'phone';
  return openids.some((openid) => reachable.has(openid)) ? 'push' : 'group';
}
