import { _ } from '../kit/cloud';
import { isDuplicate } from '../kit/errors';
import type { Search } from '../kit/search';
import { table, type Row, type Tx, type Where } from '../kit/table';
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
  /** First letters of the syllables, of the name and of the short name. */
  initials: string;
  /** Syllables with spaces between, name and short name divided by `|`. */
  pinyin: string;
  /** What a search starts from: one and two characters, one and two letters (kit/search.ts). */
  grams: string[];
  /** Pinyin of the region, for lists by region. */
  regionKey: string;
}

/** A member unit (会员单位); `_id` is the request id that made it. Its seats live on it: one main seat by construction. */
export interface Unit extends Row, UnitForm, UnitSearch {
  active: boolean;
  seats: { main: Seat | null; deputy: Seat | null };
  /** Main seat taken; what "units without liaison" asks for. */
  seated: boolean;
  createdAt: Date;
  updatedAt: Date;
  requests: string[];
}

const rows = table<Unit>('units');
const ORDER: [string, 'asc'][] = [['sortKey', 'asc']];

/** Sort key and id in one: distinct, so it can say where a page ended. */
export const placeOf = (unit: Pick<Unit, 'sortKey'>): string => unit.sortKey;

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
      ...(seat.kind === 'main' && { seated: true }),
    }),
  /** Active units in pinyin order after `cursor`: all, those found, those without liaison. */
  page: (
    { search, vacant, cursor }: { search: Search | null; vacant?: boolean; cursor?: string },
    limit: number,
  ) => {
    const where = {
      active: true,
      ...(vacant && { seated: false }),
      ...(search && { grams: search.gram }),
      ...(cursor && { sortKey: _.gt(cursor) }),
    };
    return rows.find({
      where: search ? (_.and([where, _.or(search.either)]) as unknown as Where) : where,
      orderBy: ORDER,
      limit,
      fields: ['_id', 'name', 'region', 'post', 'seats', 'sortKey'],
    });
  },
  countActive: () => rows.count({ active: true }),
  vacant: (limit: number) => rows.find({ where: { active: true, seated: false }, orderBy: ORDER, limit }),
  countOfHost: (hostId: string) => rows.count({ active: true, hosts: hostId }),
  countVacant: () => rows.count({ active: true, seated: false }),
  /** What a publication snapshots, in pinyin order. */
  audience: (unitIds: string[] | null, after: string | undefined, limit: number) =>
    rows.find({
      where: {
        active: true,
        ...(unitIds && { _id: _.in(unitIds) }),
        ...(after && { sortKey: _.gt(after) }),
      },
      orderBy: ORDER,
      limit,
      fields: ['_id', 'name', 'short', 'region', 'regionKey', 'sortKey', 'seated'],
    }),
  countAudience: (unitIds: string[] | null) =>
    rows.count({ active: true, ...(unitIds && { _id: _.in(unitIds) }) }),
  byIds: (ids: string[]) => rows.find({ where: { _id: _.in(ids) }, limit: ids.length || 1 }),
};
