import { _ } from '../kit/cloud';
import { isDuplicate } from '../kit/errors';
import { classPlace, postStart, searchFields, type Search } from '../kit/search';
import { table, type Row, type Tx, type Where } from '../kit/table';
import type { SeatKind } from '@contract/me';
import type { Audience, MemberRule } from '@contract/audience';
import type { Post, UnitForm } from '@contract/unit';

/** Who sits on a unit's seat today; the numbers are shown masked. */
export interface Seat {
  kind: SeatKind;
  openid: string;
  name: string;
  position: string;
  phone: string;
  landline: string;
  filingId: string;
  numbers: string[];
  since: Date;
}

export interface UnitSearch {
  /** Pinyin of the name, then the unit's id: distinct, for sorting Chinese names. */
  sortKey: string;
  /** First letters of the syllables, of the name and of the short name; behind `#` of the people. */
  initials: string;
  /** Syllables with spaces between, names divided by `|`; behind `#` of the people. */
  pinyin: string;
  /** What a search starts from: one and two characters, one and two letters (kit/search.ts). */
  grams: string[];
  /** Names of seated people and contacts, `|` between. */
  people: string;
  /** Pinyin of the region, for lists by region. */
  regionKey: string;
  /** Region, industry and post each with the sort key behind it: distinct, for lists by them. */
  regionPlace: string;
  industryPlace: string;
  postPlace: string;
}

/** When and why a unit left (退会); `on` is the day in the association's books. */
export interface Departure {
  at: Date;
  on: string;
  reason: string;
  by: string;
}

/** A member unit (会员单位); `_id` is the request id that made it. Its seats live on it: one main seat by construction. */
export interface Unit extends Row, UnitForm, UnitSearch {
  active: boolean;
  seats: { main: Seat | null; deputy: Seat | null };
  /** Main seat taken; what "units without liaison" asks for. */
  seated: boolean;
  /** Since when the main seat is empty; null while it is taken. */
  vacantSince: Date | null;
  /** Left the association; the file is kept (D). `active` is false then. */
  left: Departure | null;
  /** Earlier departures, each with the return; absent: none. */
  departures?: (Departure & { backAt: Date; backBy: string })[];
  /** Unique with `active` and the name: the id of a unit that left, absent or null of an active one. */
  leftSlot?: string | null;
  createdAt: Date;
  updatedAt: Date;
  requests: string[];
}

const rows = table<Unit>('units');
const ORDER: [string, 'asc'][] = [['sortKey', 'asc']];

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

/** Sort key and id in one: distinct, so it can say where a page ended. */
export const placeOf = (unit: Pick<Unit, 'sortKey'>): string => unit.sortKey;

/** Who sits for the unit today, the main seat first. */
export const seatsOf = ({ seats }: Pick<Unit, 'seats'>): Seat[] =>
  [seats.main, seats.deputy].filter((seat) => seat !== null);

export const openidsOf = (unit: Pick<Unit, 'seats'>): string[] => seatsOf(unit).map(({ openid }) => openid);

/** An audience with what its groups meant when it was sent, so that a later change of a group does not change it. */
export type Recipients = Audience & { groupRules?: MemberRule[] };

/** Units of these lines, all of them together; none: no line was chosen. */
function ofLines({ hosts, posts, natures, regions, industries, tags }: MemberRule): Where[] {
  const lines = { hosts, post: posts, nature: natures, region: regions, industry: industries, tags };
  const chosen = Object.entries(lines).flatMap(([field, values]) =>
    values?.length ? [[field, _.in(values)] as const] : [],
  );
  return chosen.length ? [Object.fromEntries(chosen)] : [];
}

const named = (unitIds: string[] = []): Where[] => (unitIds.length ? [{ _id: _.in(unitIds) }] : []);
const without = (except: string[] = []): Where => (except.length ? { _id: _.nin(except) } : {});
const both = (...all: unknown[]) => _.and(all as object[]) as unknown as Where;

/** Members of one group; the caller says that they are active ones, which is what the index serves. */
const ofMembers = (rule: MemberRule): Where =>
  both(without(rule.except), _.or([...ofLines(rule), ...named(rule.unitIds)]));

/** Active units an audience holds; `more` narrows it. */
function ofAudience(audience: Recipients, more?: Where | ''): Where {
  const active = { active: true, ...(more || {}) };
  if (audience.kind === 'units') return { ...active, _id: _.in(audience.unitIds) };
  const base = { ...active, ...without(audience.except) };
  if (audience.kind === 'all') return base;
  const { groups = [], groupRules = [], unitIds } = audience;
  // Sent all the same, it would go to everybody the other lines allow.
  if (groups.length > groupRules.length) throw new Error('an audience was used without its groups resolved');
  const lines = [
    ...ofLines(audience),
    ...(groupRules.length ? [_.or(groupRules.map(ofMembers)) as unknown as Where] : []),
  ];
  const [only] = lines;
  const rule = lines.length > 1 ? [both(...lines)] : only ? [only] : [];
  return both(base, _.or([...rule, ...named(unitIds)]));
}

export const units = {
  get: (id: string) => rows.get(id),
  getIn: (tx: Tx, id: string) => rows.tx.get(tx, id),
  /** False when the unit is there already, or another one of that name. */
  add: (unit: Unit) => rows.add(unit),
  /** `changed` when it is no longer as `seen`, if given; `taken` when another unit has the name. */
  async change(
    id: string,
    seen: Date | undefined,
    change: Partial<Unit>,
    requestId: string,
  ): Promise<'done' | 'changed' | 'taken'> {
    try {
      const updated = await rows.update(
        { _id: id, ...(seen && { updatedAt: seen }) },
        { ...change, requests: _.push({ each: [requestId], slice: -5 }) },
      );
      return updated || !seen ? 'done' : 'changed';
    } catch (error) {
      if (isDuplicate(error)) return 'taken';
      throw error;
    }
  },
  byName: async (name: string) =>
    (await rows.find({ where: { active: true, name }, limit: 1, fields: ['_id'] }))[0] ?? null,
  seat: (tx: Tx, id: string, seat: Seat, change: Partial<Unit>) =>
    rows.tx.update(tx, id, {
      ...change,
      [`seats.${seat.kind}`]: _.set(seat),
      ...(seat.kind === 'main' && { seated: true, vacantSince: null }),
    }),
  /** The seat falls empty; of the main one it is kept since when. */
  unseat: (tx: Tx, id: string, kind: SeatKind, now: Date, change: Partial<Unit>, requestId?: string) =>
    rows.tx.update(tx, id, {
      ...change,
      [`seats.${kind}`]: null,
      ...(kind === 'main' && { seated: false, vacantSince: now }),
      ...(requestId && { requests: _.push({ each: [requestId], slice: -5 }) }),
    }),
  /** One person from one seat of the unit to another. */
  reseat: (tx: Tx, id: string, seats: Unit['seats'], now: Date, change: Partial<Unit>) =>
    rows.tx.update(tx, id, {
      ...change,
      seats,
      seated: seats.main !== null,
      vacantSince: seats.main ? null : now,
    }),
  /** Nobody sits for it any more; its people are found under it no longer, and its name is free. */
  leaveIn: (tx: Tx, unit: Unit, left: Departure, requestId: string) => {
    const seats = { main: null, deputy: null };
    return rows.tx.update(tx, unit._id, {
      ...searchFields({ ...unit, seats }, unit._id),
      active: false,
      seats,
      seated: false,
      vacantSince: unit.vacantSince ?? left.at,
      left,
      leftSlot: unit._id,
      updatedAt: left.at,
      requests: _.push({ each: [requestId], slice: -5 }),
    });
  },
  /** `changed` when it is a member already; `taken` when another active unit has the name. */
  async rejoin(
    id: string,
    departure: NonNullable<Unit['departures']>[number],
    requestId: string,
  ): Promise<'done' | 'changed' | 'taken'> {
    const change = {
      active: true,
      left: null,
      leftSlot: null,
      vacantSince: departure.backAt,
      updatedAt: departure.backAt,
      departures: _.push([departure]),
      requests: _.push({ each: [requestId], slice: -5 }),
    };
    try {
      return (await rows.update({ _id: id, active: false }, change)) ? 'done' : 'changed';
    } catch (error) {
      if (isDuplicate(error)) return 'taken';
      throw error;
    }
  },
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
  countActive: () => rows.count({ active: true }),
  vacant: (limit: number) => rows.find({ where: { active: true, seated: false }, orderBy: ORDER, limit }),
  countOfHost: (hostId: string) => rows.count({ active: true, hosts: hostId }),
  countDeputies: () => rows.count({ active: true, 'seats.deputy.kind': 'deputy' }),
  countVacant: () => rows.count({ active: true, seated: false }),
  /** Members without liaison since before that moment, the longest first. */
  vacantBefore: (before: Date, limit: number) =>
    rows.find({
      where: { active: true, seated: false, vacantSince: _.lt(before) },
      orderBy: [['vacantSince', 'asc']],
      limit,
      fields: ['_id', 'name', 'vacantSince'],
    }),
  /** Added, come back or left after that moment, in no order. */
  movedSince: (since: Date, limit: number) =>
    rows.find({
      where: _.or([
        { active: true, createdAt: _.gt(since) },
        { active: true, 'departures.backAt': _.gt(since) },
        { 'left.at': _.gt(since) },
      ]) as unknown as Where,
      limit,
      fields: ['_id', 'name', 'active', 'left'],
    }),
  /** Left after that moment and did not come back, in no order. */
  leftSince: (since: Date, limit: number) =>
    rows.find({ where: { 'left.at': _.gt(since) }, limit, fields: ['_id'] }),
  /** Whoever of these is a member, and who sits for it. */
  membersAmong: (ids: string[]) =>
    rows.find({
      where: { _id: _.in(ids), active: true },
      limit: Math.max(ids.length, 1),
      fields: ['_id', 'name', 'region', 'regionPlace', 'seats'],
    }),
  /** Without an active liaison since before that moment. */
  countVacantSince: (before: Date) => rows.count({ active: true, seated: false, vacantSince: _.lt(before) }),
  /** What a publication snapshots, in pinyin order after `after`. */
  audience: (audience: Recipients, after: string | undefined, limit: number) =>
    rows.find({
      where: ofAudience(audience, after && { sortKey: _.gt(after) }),
      orderBy: ORDER,
      limit,
      fields: ['_id', 'name', 'short', 'region', 'regionKey', 'sortKey', 'seated', 'seats'],
    }),
  /** Region, industry and tags of active units, in pinyin order. */
  classesAfter: (after: string | undefined, limit: number) =>
    rows.find({
      where: { active: true, ...(after && { sortKey: _.gt(after) }) },
      orderBy: ORDER,
      limit,
      fields: ['_id', 'region', 'industry', 'tags', 'sortKey'],
    }),
  /** What active units and their people are called, in pinyin order. */
  namesAfter: (after: string | undefined, limit: number) =>
    rows.find({
      where: { active: true, ...(after && { sortKey: _.gt(after) }) },
      orderBy: ORDER,
      limit,
      fields: ['_id', 'name', 'short', 'people', 'region', 'sortKey'],
    }),
  countAudience: (audience: Recipients) => rows.count(ofAudience(audience)),
  /** Members of a group as they are now, in pinyin order after `after`. */
  members: (rule: MemberRule, after: string | undefined, limit: number) =>
    rows.find({
      where: both({ active: true, ...(after && { sortKey: _.gt(after) }) }, ofMembers(rule)),
      orderBy: ORDER,
      limit,
      fields: ['_id', 'name', 'region', 'sortKey', 'seats', 'contacts'],
    }),
  countMembers: (rule: MemberRule) => rows.count(both({ active: true }, ofMembers(rule))),
  /** Where a contact has this number, members and those that left. Two requests. */
  async withContact(mobile: string, gram: string): Promise<Unit[]> {
    const find = (active: boolean) =>
      rows.find({ where: { active, grams: gram, 'contacts.phone': mobile }, limit: 100 });
    return (await Promise.all([find(true), find(false)])).flat();
  },
  byIds: (ids: string[]) => rows.find({ where: { _id: _.in(ids) }, limit: ids.length || 1 }),
  /** Every unit in pinyin order after `after`, those that left instead when `active` is false. */
  all: (active: boolean, after: string | undefined, limit: number, fields: (keyof Unit)[]) =>
    rows.find({
      where: { active, ...(after && { sortKey: _.gt(after) }) },
      orderBy: ORDER,
      limit,
      fields,
    }),
  /** False when one of them is there already, or another unit has its name; then some may have been written. */
  addMany: (list: Unit[]) => rows.addMany(list),
  /** Takes out units made by mistake; nobody may sit on them, and they were made inactive before. */
  removeUnused: (ids: string[]) => rows.remove({ _id: _.in(ids), active: false, seated: false }),
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
