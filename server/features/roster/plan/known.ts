import { unitFields } from '@contract/unit';
import { units, type Unit } from '../../../stores/units';
import type { Known } from './make';

type Fields = Parameters<typeof units.all>[3];

const PAGE = 1000;
const FIELDS = ['_id', 'updatedAt', 'seats', 'sortKey', ...Object.keys(unitFields)] as Fields;

/** Every active unit, without what it is searched by: a thousand a request. */
export const knownUnits = (): Promise<Known[]> => all(true, FIELDS);

export const namesLeft = async (): Promise<string[]> =>
  (await all(false, ['_id', 'name', 'sortKey'])).map(({ name }) => name);

async function all(active: boolean, fields: Parameters<typeof units.all>[3]): Promise<Unit[]> {
  const found: Unit[] = [];
  for (let after: string | undefined; ;) {
    const page = await units.all(active, after, PAGE, fields);
    found.push(...page);
    after = page[page.length - 1]?.sortKey;
    if (page.length < PAGE) return found;
  }
}
