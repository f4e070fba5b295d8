import { _ } from '../kit/cloud';
import { keep, table, type Row } from '../kit/table';

/**
 * Somebody of a unit who was seen in the WeChat group of a 联络组. By person: after a handover the new liaison has no row
 * yet, and the old one's says who is to be moved out. `_id` is made of group, unit and person.
 */
export interface Join extends Row {
  groupId: string;
  unitId: string;
  unitName: string;
  /** Empty for somebody named in the roster who has not registered yet. */
  openid: string;
  name: string;
  state: 'in' | 'out';
  at: Date;
  by: string;
  /** Time and id: distinct, so it can say where a page ended. */
  order: string;
  requests: string[];
}

const rows = table<Join>('joins');

export const joins = {
  get: (id: string) => rows.get(id),
  byIds: (ids: string[]) =>
    ids.length === 0
      ? Promise.resolve([])
      : rows.find({
          where: { _id: _.in(ids) },
          limit: ids.length,
          fields: ['_id', 'unitId', 'state', 'at', 'requests'],
        }),
  /** Everybody who is in, those who came first on top. */
  inGroup: (groupId: string, after: string | undefined, limit: number) =>
    rows.find({
      where: { groupId, state: 'in', ...(after && { order: _.gt(after) }) },
      orderBy: [['order', 'asc']],
      limit,
      fields: ['_id', 'unitId', 'unitName', 'openid', 'name', 'at', 'order'],
    }),
  /** Adds what is not there yet; a batch that was written before counts as written. */
  async ensure(batch: Join[]): Promise<void> {
    if (await rows.addMany(batch)) return;
    const known = new Set((await joins.byIds(batch.map(({ _id }) => _id))).map(({ _id }) => _id));
    const rest = batch.filter(({ _id }) => !known.has(_id));
    if (rest.length) await joins.ensure(rest);
  },
  /** Those of them who are in the other state; 0 when nobody is. */
  move: (ids: string[], state: Join['state'], at: Date, by: string, requestId: string) =>
    rows.update(
      { _id: _.in(ids), state: state === 'in' ? 'out' : 'in' },
      { state, at, by, requests: keep(requestId) },
    ),
  /** What is kept of a person. */
  ofPerson: (openid: string, before: string | undefined, limit: number) =>
    rows.find({
      where: { openid, ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
    }),
  /** Marked under one of these names before they registered. */
  named: (unitIds: string[], names: string[]) =>
    names.length === 0
      ? Promise.resolve([])
      : rows.find({
          where: { unitId: _.in(unitIds), openid: '', name: _.in(names) },
          limit: 1000,
          fields: ['_id'],
        }),
  /** At the person's request: that somebody is to be moved out stays, who it was does not. */
  erase: (id: string) => rows.update({ _id: id }, { openid: '', name: '' }),
};
