import { _ } from '../kit/cloud';
import { classPlace, postStart, type Search } from '../kit/search';
import { table, type Where } from '../kit/table';
import type { Post } from '@contract/unit';
import type { Unit } from './units';

/** Units as lists show them, page by page: by name, region, industry, post, or how long the main seat is empty. */

const rows = table<Unit>('units');

/** By what a list of units goes. */
export type UnitOrder = 'unit' | 'region' | 'industry' | 'post';

/** Which units a list shows; several wishes hold together. With a search the list goes by the unit's name. */
export interface Wanted {
  search?: Search | null;
  by?: UnitOrder | undefined;
  region?: string | undefined;
  industry?: string | undefined;
  post?: Post | undefined;
  tag?: string | undefined;
  /** Main seat empty, the longest first. */
  vacant?: boolean | undefined;
  /** Those that left, else the active ones. */
  left?: boolean | undefined;
  cursor?: string | undefined;
}

const places = {
  unit: 'sortKey',
  region: 'regionPlace',
  industry: 'industryPlace',
  post: 'postPlace',
} as const;

/** The key a list goes by: also what its classes are sifted by, so that one index serves both. */
function keyOf({ search, by = 'unit', region, industry, post }: Wanted): (typeof places)[UnitOrder] {
  if (search) return 'sortKey';
  if (by !== 'unit') return places[by];
  if (region) return 'regionPlace';
  if (industry) return 'industryPlace';
  return post ? 'postPlace' : 'sortKey';
}

const longestVacantFirst = ({ search, vacant }: Wanted): boolean => !!vacant && !search;

/** Says where a page of that list ended. */
export const placeIn =
  (wanted: Wanted) =>
  (unit: Unit): string =>
    longestVacantFirst(wanted)
      ? `${unit.vacantSince?.toISOString() ?? ''}|${unit.sortKey}`
      : unit[keyOf(wanted)];

/** Conditions by field; a class is a stretch of the key it sorts by. `#` ends the class, `$` follows it. */
function conditions(wanted: Wanted): Record<string, unknown[]> {
  const { search, region, industry, post, tag, vacant, left } = wanted;
  const within = (start: string) => [_.gte(start), _.lt(`${start.slice(0, -1)}$`)];
  return {
    active: [!left],
    ...(search && { grams: [search.gram] }),
    ...(vacant && { seated: [false] }),
    ...(tag && { tags: [tag] }),
    ...(region && { regionPlace: within(classPlace(region)) }),
    ...(industry && { industryPlace: within(classPlace(industry)) }),
    ...(post && { postPlace: within(postStart(post)) }),
  };
}

function whereOf(wanted: Wanted, more: Record<string, unknown[]>): Where {
  const all = conditions(wanted);
  for (const [field, list] of Object.entries(more)) all[field] = [...(all[field] ?? []), ...list];
  const where = Object.fromEntries(
    Object.entries(all).map(([field, list]) => [field, list.length > 1 ? _.and(list as object[]) : list[0]]),
  );
  return wanted.search ? (_.and([where, _.or(wanted.search.either)]) as unknown as Where) : where;
}

export const unitLists = {
  /** Units after `cursor`, which `placeIn` of the same wishes made. */
  page: (wanted: Wanted, limit: number): Promise<Unit[]> =>
    longestVacantFirst(wanted)
      ? pageOfVacant(wanted, limit)
      : rows.find({
          where: whereOf(wanted, wanted.cursor ? { [keyOf(wanted)]: [_.gt(wanted.cursor)] } : {}),
          orderBy: [[keyOf(wanted), 'asc']],
          limit,
          fields: LISTED,
        }),
  /** The first unit of the class after `name` of all the regions or industries there are. */
  async nextOfClass(by: 'region' | 'industry', name: string | null): Promise<Unit | null> {
    const place = places[by];
    const after = name === null ? '' : `${classPlace(name).slice(0, -1)}$`;
    const where = { active: true, [place]: _.gt(after) };
    return (
      (await rows.find({ where, orderBy: [[place, 'asc']], limit: 1, fields: ['_id', by, place] }))[0] ?? null
    );
  },
};

/** What lists show of a unit, and what they go by. */
const LISTED: (keyof Unit)[] = [
  '_id',
  'name',
  'short',
  'nature',
  'stateLevel',
  'region',
  'industry',
  'post',
  'tags',
  'landline',
  'fax',
  'email',
  'contacts',
  'seats',
  'vacantSince',
  'left',
  'sortKey',
  'regionPlace',
  'industryPlace',
  'postPlace',
];

/** Many fall vacant at the same moment (a first import), so the moment alone does not say where a page ended. */
async function pageOfVacant(wanted: Wanted, limit: number): Promise<Unit[]> {
  const find = (more: Record<string, unknown[]>, most: number) =>
    rows.find({
      where: whereOf(wanted, more),
      orderBy: [
        ['vacantSince', 'asc'],
        ['sortKey', 'asc'],
      ],
      limit: most,
      fields: LISTED,
    });
  if (!wanted.cursor) return find({}, limit);
  const [since = '', sortKey = ''] = wanted.cursor.split('|', 2);
  const at = since ? new Date(since) : null;
  const same = await find({ vacantSince: [at], sortKey: [_.gt(sortKey)] }, limit);
  if (same.length === limit) return same;
  const later = await find(
    at ? { vacantSince: [_.gt(at)] } : { vacantSince: [_.neq(null)] },
    limit - same.length,
  );
  return [...same, ...later];
}
