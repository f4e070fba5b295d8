import { _ } from '../kit/cloud';
import { table, type Where } from '../kit/table';
import type { Notice } from './notices';

/** Notices as lists show them, page by page: by publication, by deadline, by number. */

const rows = table<Notice>('notices');
const IN_LIST: (keyof Notice)[] = [
  '_id',
  'title',
  'hostId',
  'number',
  'state',
  'publishedAt',
  'dueAt',
  'asking',
  'counts',
  'order',
];
const RUNNING: (keyof Notice)[] = ['_id', 'title', 'dueAt', 'asking', 'counts', 'state'];

export const noticeLists = {
  /** Newest first; `running`: these or the others alone, `sought` in title or number. */
  page(
    before: string | undefined,
    limit: number,
    { running, sought }: { running?: boolean; sought?: RegExp | null } = {},
  ): Promise<Notice[]> {
    const where = { ...(running !== undefined && { running }), ...(before && { order: _.lt(before) }) };
    const either = sought && _.or([{ title: sought }, { 'number.text': sought }]);
    return rows.find({
      where: either ? (_.and([where, either]) as unknown as Where) : where,
      orderBy: [['order', 'desc']],
      limit,
      fields: IN_LIST,
    });
  },
  /** Still to come, the next due first. */
  dueAfter: (now: Date, limit: number) =>
    rows.find({ where: { dueAt: _.gt(now) }, orderBy: [['dueAt', 'asc']], limit, fields: RUNNING }),
  /** Over by `until`, the latest first. */
  dueBetween: (since: Date, until: Date, limit: number) =>
    rows.find({
      where: { dueAt: _.and([_.gt(since), _.lte(until)]) },
      orderBy: [['dueAt', 'desc']],
      limit,
      fields: RUNNING,
    }),
  /** Taken back or replaced, of those published from `since` until before `until` (ISO): they count in no figure. */
  voided: (since: string, until: string, limit: number) =>
    rows.find({
      where: { state: _.in(['withdrawn', 'corrected']), order: _.and(_.gte(since), _.lt(until)) },
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id'],
    }),
  /** With units that may be missing, the next due first. */
  withMissing: (limit: number) =>
    rows.find({
      where: { running: true, settled: false },
      orderBy: [['dueAt', 'asc']],
      limit,
      fields: RUNNING,
    }),
  /** Published after that moment (ISO), the latest first. */
  publishedSince: (since: string, limit: number) =>
    rows.find({
      where: { order: _.gt(since) },
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id', 'title', 'state', 'counts', 'asking'],
    }),
  /** Taken back after that moment, the latest published first. */
  withdrawnSince: (since: Date, limit: number) =>
    rows.find({
      where: { state: 'withdrawn', 'withdrawn.at': _.gt(since) },
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id', 'title', 'withdrawn'],
    }),
  /** By number, the latest first, both ends included. */
  numbered: (from: string, to: string, limit: number) =>
    rows.find({
      where: { numberKey: _.and([_.gte(from), _.lte(to)]) },
      orderBy: [['numberKey', 'desc']],
      limit,
      fields: ['_id', 'title', 'state', 'publishedAt', 'number', 'numberKey', 'correction'],
    }),
};
