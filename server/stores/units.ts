import { _ } from '../kit/cloud';
import { isDuplicate } from '../kit/errors';
import { searchFields } from '../kit/search';
import { keep, table, type Row, type Tx, type Where } from '../kit/table';
import { unitAudiences } from './unit-audiences';
import { unitLists } from './unit-lists';
import type { SeatKind } from '@contract/me';
import type { UnitForm } from '@contract/unit';

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

/** Who sits for the unit today, the main seat first. */
export const seatsOf = ({ seats }: Pick<Unit, 'seats'>): Seat[] =>
  [seats.main, seats.deputy].filter((seat) => seat !== null);

export const openidsOf = (unit: Pick<Unit, 'seats'>): string[] => seatsOf(unit).map(({ openid }) => openid);

export const units = {
  ...unitLists,
  ...unitAudiences,

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
        { ...change, requests: keep(requestId) },
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
      ...(requestId && { requests: keep(requestId) }),
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
      requests: keep(requestId),
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
      requests: keep(requestId),
    };
    try {
      return (await rows.update({ _id: id, active: false }, change)) ? 'done' : 'changed';
    } catch (error) {
      if (isDuplicate(error)) return 'taken';
      throw error;
    }
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
