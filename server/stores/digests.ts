import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';
import type { DigestLine } from '@contract/rules/digest';

export interface DigestItem {
  /** Of the notice, unit, filing, handover or correction it is. */
  id: string;
  name: string;
  note: string;
  done?: number;
  total?: number;
}

/** The digest (早报) of one day; `_id` is the day, so there is one. As it was when it was made. */
export interface Digest extends Row {
  /** What changed is told since then. */
  since: Date;
  at: Date;
  /** `items` may be fewer than `count`: only so many are kept. */
  lines: { key: DigestLine; count: number; items: DigestItem[] }[];
  /** Whoever wants it was told. */
  pushed: boolean;
}

const rows = table<Digest>('digests');

export const digests = {
  get: (day: string) => rows.get(day),
  /** False when the day has one. */
  add: (digest: Digest) => rows.add(digest),
  pushed: (day: string) => rows.update({ _id: day }, { pushed: true }),
  /** The latest first, of days before `before`. */
  page: (before: string | undefined, limit: number) =>
    rows.find({ where: before ? { _id: _.lt(before) } : {}, orderBy: [['_id', 'desc']], limit }),
  removeBefore: (day: string) => rows.remove({ _id: _.lt(day) }),
};
