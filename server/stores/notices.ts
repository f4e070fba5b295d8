import { _ } from '../kit/cloud';
import { table, type Row, type Where } from '../kit/table';
import { noticeLists } from './notice-lists';
import { noticeRounds } from './notice-rounds';
import type { Body } from '@contract/body';
import type { Asking } from '@contract/asking';
import { MAX_REVISIONS } from '@contract/notice-version';
import type { Rung } from '@contract/rules/ladder';
import type { noticeStates, Style } from '@contract/notice';
import type { Recipients } from './unit-audiences';

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

const rows = table<Notice>('notices');

const added = (change: Partial<Counts>) =>
  Object.fromEntries(Object.entries(change).map(([key, n]) => [`counts.${key}`, _.inc(n)]));

export const notices = {
  ...noticeLists,
  ...noticeRounds,

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
  /** Outside any transaction and only by the winner of a receipt's change. */
  count: (id: string, change: Partial<Counts>) => rows.update({ _id: id }, added(change)),
  /** The same change for each of them. */
  countAll: (ids: string[], change: Partial<Counts>) => rows.update({ _id: _.in(ids) }, added(change)),

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
};
