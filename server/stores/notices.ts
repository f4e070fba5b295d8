import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';
import type { Body } from '@contract/body';
import type { Asking } from '@contract/asking';
import type { Audience, noticeStates, Style } from '@contract/notice';

export interface Counts {
  total: number;
  /** Opened, confirmed ones included. */
  opened: number;
  /** Answered ones included. */
  confirmed: number;
  /** Of these, handed in the form; absent: none, or nothing of the kind was asked. */
  answered?: number;
  /** Of these, entered by staff (代录); absent: none. */
  onBehalf?: number;
}

/** A notice (通知); `_id` is the request id that published it. `publishing` until every receipt row exists. */
export interface Notice extends Row {
  title: string;
  hostId: string;
  hostName: string;
  body: Body;
  /** File ids of the body's pictures and files by key; absent on rows older than this field. */
  files?: Record<string, string>;
  /** The moment of publication where nothing is asked. */
  dueAt: Date;
  asking: Asking;
  style: Style;
  /** Of a formal document, e.g. 协会发〔2026〕12号, and its place among those of its host and year. */
  number?: { year: number; n: number; text: string };
  numberKey?: string;
  audience: Audience;
  /** May disturb in quiet hours; absent on rows older than this field. */
  urgent?: boolean;
  /** Messages to the liaisons: still to be queued, from which place on, or all queued; absent: none ever. */
  push?: { state: 'due' | 'done'; cursor: string | null };
  state: (typeof noticeStates)[number];
  /** Sort key of the last unit that has its receipt, while publishing. */
  cursor: string | null;
  counts: Counts;
  /** WeChat's verdict on the text: `review` wants a look by people. */
  check: 'pass' | 'review';
  publishedAt: Date;
  publishedBy: string;
  /** Publication time and id: distinct, so it can say where a page ended. */
  order: string;
}

const rows = table<Notice>('notices');
const RUNNING: (keyof Notice)[] = ['_id', 'title', 'dueAt', 'asking', 'counts', 'state'];

export const notices = {
  get: (id: string) => rows.get(id),
  add: (notice: Notice) => rows.add(notice),
  byIds: (ids: string[], fields: (keyof Notice)[]) =>
    rows.find({ where: { _id: _.in(ids) }, limit: Math.max(ids.length, 1), fields }),
  page: (before: string | undefined, limit: number) =>
    rows.find({
      where: before ? { order: _.lt(before) } : {},
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id', 'title', 'hostId', 'state', 'publishedAt', 'dueAt', 'asking', 'counts', 'order'],
    }),
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
  unfinished: (limit: number) =>
    rows.find({ where: { state: 'publishing' }, orderBy: [['order', 'asc']], limit }),
  advance: (id: string, cursor: string, total: number) =>
    rows.update({ _id: id, state: 'publishing' }, { cursor, 'counts.total': total }),
  finish: (id: string, total: number) =>
    rows.update(
      { _id: id, state: 'publishing' },
      { state: 'published', cursor: null, 'counts.total': total },
    ),
  /** Outside any transaction and only by the winner of a receipt's change. */
  count: (id: string, change: Partial<Counts>) =>
    rows.update(
      { _id: id },
      Object.fromEntries(Object.entries(change).map(([key, n]) => [`counts.${key}`, _.inc(n)])),
    ),
  /** Published, with liaisons still to be told, the oldest first. */
  toPush: (limit: number) =>
    rows.find({ where: { 'push.state': 'due', state: 'published' }, orderBy: [['order', 'asc']], limit }),
  pushed: (id: string, push: NonNullable<Notice['push']>) => rows.update({ _id: id }, { push }),
  recount: (id: string, counts: Counts) => rows.update({ _id: id }, { counts }),
};
