import { _ } from '../kit/cloud';
import { table, type Row, type Tx, type Where } from '../kit/table';

/** What a mutation was about. */
export interface Subject {
  collection: string;
  subjectId: string;
  unitId?: string;
}

/**
 * Who changed what, when. `_id` is the request id, so a repeat repairs a missing entry and never doubles one; an id
 * used before for another change has a hash of this one appended (kit/serve.ts).
 */
export interface Audit extends Row, Subject {
  at: Date;
  openid: string;
  action: string;
}

const rows = table<Audit>('audits');

export const audits = {
  get: (requestId: string) => rows.get(requestId),
  add: (entry: Audit) => rows.add(entry),
  /** What was done on one subject before `before`, newest first. */
  onSubject: (
    subject: { collection: string; subjectId: string },
    actions: RegExp,
    before: Date | undefined,
    limit: number,
  ) =>
    rows.find({
      where: { ...subject, action: actions, ...(before && { at: _.lt(before) }) },
      orderBy: [['at', 'desc']],
      limit,
    }),
  /** Everything done with one unit, newest first, after the entry last seen; several may be of one moment. */
  async ofUnit(unitId: string, seen: Pick<Audit, 'at' | '_id'> | null, limit: number): Promise<Audit[]> {
    const find = (where: Where, most: number) =>
      rows.find({
        where: { unitId, ...where },
        orderBy: [
          ['at', 'desc'],
          ['_id', 'desc'],
        ],
        limit: most,
      });
    if (!seen) return find({}, limit);
    const same = await find({ at: seen.at, _id: _.lt(seen._id) }, limit);
    if (same.length === limit) return same;
    return [...same, ...(await find({ at: _.lt(seen.at) }, limit - same.length))];
  },
  /** What one person did before `before`, newest first. */
  byPerson: (openid: string, before: Date | undefined, limit: number) =>
    rows.find({ where: { openid, ...(before && { at: _.lt(before) }) }, orderBy: [['at', 'desc']], limit }),
  addIn: (tx: Tx, entry: Audit) => rows.tx.add(tx, entry),
  /** One request for many entries; those written before stay as they are. */
  async ensure(entries: Audit[]): Promise<void> {
    if (entries.length === 0 || (await rows.addMany(entries))) return;
    const ids = entries.map(({ _id }) => _id);
    const there = await rows.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: ['_id'] });
    const rest = entries.filter(({ _id }) => !there.some((known) => known._id === _id));
    if (rest.length < entries.length) await audits.ensure(rest);
  },
};
