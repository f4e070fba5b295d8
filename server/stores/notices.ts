import { _ } from '../kit/cloud';
import { table, type Row, type Where } from '../kit/table';
import type { Body } from '@contract/body';
import type { Asking } from '@contract/asking';
import { MAX_REVISIONS } from '@contract/notice-version';
import type { Rung } from '@contract/rules/ladder';
import type { noticeStates, Style } from '@contract/notice';
import type { Recipients } from './units';

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
  /** Had not done what was asked when the unit left (退会); in no other number but `total`. Absent: none. */
  left?: number;
}

/** A rung with what became of it: when it was done, and how many units it reached. */
export type KeptRung = Rung & { sentAt?: Date; queued?: number; already?: number; unreachable?: number };

/** Rungs being done now (by their working days), and how far: the place of the last unit, pages and sums so far. */
export interface Climb {
  workdays: number[];
  cursor: string | null;
  page: number;
  queued: number;
  already: number;
  unreachable: number;
}

/** Automatic reminders (自动催办); whoever changes it names the version seen. */
export interface Ladder {
  version: number;
  /** `HH:MM` in Asia/Shanghai. */
  remindAt: string;
  rungs: KeptRung[];
  climb: Climb | null;
}

/** A text as it was before it was corrected in place. */
export interface Revision extends Correction {
  title: string;
  body: Body;
  files: Record<string, string>;
  dueAt: Date;
}

/** What the corrector said of it; `requestId` is the request that corrected. */
export interface Correction {
  at: Date;
  by: string;
  note: string;
  requestId: string;
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
  audience: Recipients;
  /** May disturb in quiet hours; absent on rows older than this field. */
  urgent?: boolean;
  /** Messages to the liaisons: still to be queued, from which place on, or all queued; absent: none ever. */
  push?: { state: 'due' | 'done'; cursor: string | null };
  /** Absent: nobody is reminded by itself. */
  ladder?: Ladder;
  /** When the next rung is due, or was; null: none is left. */
  nextRungAt?: Date | null;
  state: (typeof noticeStates)[number];
  /** Its time is not over, or somebody is missing and still chased (`stillRuns`); kept by the timer, within a minute. */
  running: boolean;
  /** Nobody is missing, by the last recount. */
  settled: boolean;
  /** Taken back; absent: it was not. */
  withdrawn?: { at: Date; by: string; reason: string; requestId: string };
  /** The last correction, in place or, with `corrects`, of the version before it; absent: none. */
  correction?: Correction;
  /** The version this one stands in place of, and the one in place of this. */
  corrects?: string;
  correctedBy?: string;
  /** Texts before corrections in place, the oldest first, at most 5; `revised`: how many corrections there were. */
  revisions?: Revision[];
  revised?: number;
  /** Since when receipts and messages are to be brought in line with it; absent, null: they are. */
  changing?: Date | null;
  /** Sort key of the last unit that has its receipt, while publishing. */
  cursor: string | null;
  counts: Counts;
  /** Its pictures' content is known to be fine; absent, false: has to be looked up, where there are any. */
  clear?: boolean;
  /** Keys of the pictures not known to be fine when its text was written: whoever looks them over finds it by these. */
  doubtful?: string[];
  /** WeChat's verdict on the text: `review` wants a look by people. */
  check: 'pass' | 'review';
  publishedAt: Date;
  publishedBy: string;
  /** Publication time and id: distinct, so it can say where a page ended. */
  order: string;
}

/** Who is missing after this long is no longer chased. */
const CHASED_MS = 90 * 86_400_000;

/** Whether it stands among those that run: nothing is over before its time, nor while the missing are chased. */
export const stillRuns = ({ settled, dueAt }: Pick<Notice, 'settled' | 'dueAt'>, now: Date): boolean =>
  dueAt.getTime() > now.getTime() - (settled ? 0 : CHASED_MS);

/** The same as a condition. */
const overBy = (now: Date): Where[] => [
  { settled: true, dueAt: _.lte(now) },
  { settled: false, dueAt: _.lte(new Date(now.getTime() - CHASED_MS)) },
];

const rows = table<Notice>('notices');

const added = (change: Partial<Counts>) =>
  Object.fromEntries(Object.entries(change).map(([key, n]) => [`counts.${key}`, _.inc(n)]));
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

export const notices = {
  get: (id: string) => rows.get(id),
  /** All its pictures were found to be fine; not those of a correction made meanwhile. */
  nowClear: ({ _id, revised }: Notice) => rows.update({ _id, revised: revised ?? null }, { clear: true }),
  /** Whole, in no order; those that are there. */
  these: (ids: string[]) => rows.find({ where: { _id: _.in(ids) }, limit: Math.max(ids.length, 1) }),
  add: (notice: Notice) => rows.add(notice),
  byIds: (ids: string[], fields: (keyof Notice)[]) =>
    rows.find({ where: { _id: _.in(ids) }, limit: Math.max(ids.length, 1), fields }),
  /** These, and those that show these pictures not known to be fine when it went out, in no order. */
  theseOrShowing: (ids: string[], pictures: string[], limit: number) =>
    rows.find({
      where: _.or([{ _id: _.in(ids) }, { doubtful: _.in(pictures) }]) as unknown as Where,
      limit,
      fields: ['_id', 'title', 'state', 'doubtful'],
    }),
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
  count: (id: string, change: Partial<Counts>) => rows.update({ _id: id }, added(change)),
  /** The same change for each of them. */
  countAll: (ids: string[], change: Partial<Counts>) => rows.update({ _id: _.in(ids) }, added(change)),
  /**
   * Whether any notice needs the timer: a publication cut off, one to be brought into line, messages to be queued, a rung due,
   * or one that runs no more (`unfinished`, `toBringIntoLine`, `toPush`, `toClimb`, `rest`).
   */
  async stirs(now: Date): Promise<boolean> {
    const where = _.or([
      { state: 'publishing' },
      { changing: _.gt(new Date(0)) },
      { 'push.state': 'due', state: _.in(['published', 'withdrawn']) },
      { state: 'published', nextRungAt: _.and([_.gt(new Date(0)), _.lte(now)]) },
      ...overBy(now).map((over) => ({ ...over, running: true, state: _.neq('publishing') })),
    ]) as unknown as Where;
    return (await rows.find({ where, limit: 1, fields: ['_id'] })).length > 0;
  },
  /** In this state, with liaisons still to be told, the oldest first. */
  toPush: (state: 'published' | 'withdrawn', limit: number) =>
    rows.find({ where: { 'push.state': 'due', state }, orderBy: [['order', 'asc']], limit }),
  /** Published, with a rung due, the longest overdue first. */
  toClimb: (now: Date, limit: number) =>
    rows.find({
      where: { state: 'published', nextRungAt: _.and([_.gt(new Date(0)), _.lte(now)]) },
      orderBy: [['nextRungAt', 'asc']],
      limit,
      fields: ['_id', 'title', 'hostName', 'dueAt', 'asking', 'urgent', 'ladder'],
    }),
  /** 0 when the ladder is no longer as it was seen, or the notice no longer runs. */
  climbed: (id: string, seen: number, ladder: Ladder, nextRungAt: Date | null) =>
    rows.update({ _id: id, state: 'published', 'ladder.version': seen }, { ladder, nextRungAt }),
  setLadder: (id: string, seen: number, ladder: Ladder, nextRungAt: Date | null) =>
    rows.update({ _id: id, 'ladder.version': seen }, { ladder, nextRungAt }),
  /** False when it is no longer in the state it was seen in. */
  pushed: async ({ _id, state }: Notice, push: NonNullable<Notice['push']>): Promise<boolean> =>
    (await rows.update({ _id, state }, { push })) === 1,
  /** Somebody missing makes it run again, e.g. when an entry was taken back. */
  recount: (id: string, counts: Counts, settled: boolean) =>
    rows.update({ _id: id }, { counts, settled, ...(!settled && { running: true }) }),
  /** What has nothing to wait for runs no more (`stillRuns`); how many. */
  rest: (now: Date) =>
    rows.update(
      _.and([{ running: true, state: _.neq('publishing') }, _.or(overBy(now))]) as unknown as Where,
      { running: false },
    ),

  /** False when it stands no more. Who was told already is told of this as well. */
  withdraw: async (id: string, withdrawn: NonNullable<Notice['withdrawn']>): Promise<boolean> =>
    (await rows.update(
      { _id: id, state: _.in(['publishing', 'published']) },
      {
        state: 'withdrawn',
        withdrawn,
        cursor: null,
        push: { state: 'due', cursor: null },
        running: false,
        changing: withdrawn.at,
      },
    )) === 1,
  /** The number goes over to `by`; false when another was first. */
  replace: async (id: string, by: string, at: Date): Promise<boolean> =>
    (await rows.update(
      { _id: id, state: 'published' },
      { state: 'corrected', correctedBy: by, numberKey: _.remove(), running: false, changing: at },
    )) === 1,
  /** A version that lost its place to another before anybody got it. */
  discard: (id: string) => rows.remove({ _id: id, state: 'publishing' }),
  /** False when it was changed since it was seen. */
  revise: async (
    { _id, revised, title, body, files = {}, dueAt }: Notice,
    change: Pick<Notice, 'title' | 'body' | 'files' | 'dueAt' | 'check' | 'clear' | 'doubtful'> & {
      nextRungAt?: Date | null;
    },
    correction: Correction,
  ): Promise<boolean> =>
    (await rows.update(
      { _id, state: 'published', revised: revised ?? null },
      {
        ...change,
        correction,
        revised: (revised ?? 0) + 1,
        revisions: _.push({ each: [{ ...correction, title, body, files, dueAt }], slice: -MAX_REVISIONS }),
        // The steps of the ladder follow the deadline: whoever is just climbing it sees it anew.
        ...(change.nextRungAt !== undefined && { 'ladder.version': _.inc(1) }),
        running: true,
        changing: correction.at,
      },
    )) === 1,
  /** Where a publication was stopped half-way. */
  total: (id: string, total: number) => rows.update({ _id: id }, { 'counts.total': total }),
  toBringIntoLine: (limit: number) =>
    rows.find({ where: { changing: _.gt(new Date(0)) }, orderBy: [['changing', 'asc']], limit }),
  inLine: async ({ _id, state, revised }: Notice): Promise<boolean> =>
    (await rows.update(
      { _id, state, revised: revised ?? null, changing: _.neq(null) },
      { changing: null },
    )) === 1,
  /** By number, the latest first, both ends included. */
  numbered: (from: string, to: string, limit: number) =>
    rows.find({
      where: { numberKey: _.and([_.gte(from), _.lte(to)]) },
      orderBy: [['numberKey', 'desc']],
      limit,
      fields: ['_id', 'title', 'state', 'publishedAt', 'number', 'numberKey', 'correction'],
    }),
};
