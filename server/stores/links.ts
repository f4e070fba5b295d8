import { _ } from '../kit/cloud';
import { sha256 } from '../kit/hash';
import { table, type Row } from '../kit/table';

/**
 * A link that opens a notice from outside WeChat (URL Link), of one liaison of one unit: WeChat may bind it to whoever
 * opens it first. `_id` is made of the three, so one liaison has one at a time.
 */
export interface Link extends Row {
  noticeId: string;
  unitId: string;
  url: string;
  expiresAt: Date;
}

const rows = table<Link>('links');

/** One link a liaison: a successor gets one of his own. The openid itself stands nowhere. */
export const linkId = (noticeId: string, unitId: string, openid: string): string =>
  `${noticeId}_${unitId}_${sha256(openid).slice(0, 12)}`;

export const links = {
  byIds: (ids: string[]) =>
    ids.length ? rows.find({ where: { _id: _.in(ids) }, limit: ids.length }) : Promise.resolve([]),
  /** Of two that were made at once the first stays. */
  add: (link: Link) => rows.add(link),
  /** The old one ran out, or is about to. */
  renew: (id: string, seen: Date, change: Pick<Link, 'url' | 'expiresAt'>) =>
    rows.update({ _id: id, expiresAt: seen }, change),
  /** One request for many; false when one of them is there already. */
  addMany: (batch: Link[]) => rows.addMany(batch),
  remove: (ids: string[]) => rows.remove({ _id: _.in(ids) }),
};
