import { _ } from '../kit/cloud';
import { table, type Where } from '../kit/table';
import type { Counts, Ladder, Notice } from './notices';

/** What the timer goes on with: publications cut off, receipts to be brought into line, messages, rungs, recounts. */

const rows = table<Notice>('notices');

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

export const noticeRounds = {
  unfinished: (limit: number) =>
    rows.find({ where: { state: 'publishing' }, orderBy: [['order', 'asc']], limit }),
  advance: (id: string, cursor: string, total: number) =>
    rows.update({ _id: id, state: 'publishing' }, { cursor, 'counts.total': total }),
  finish: (id: string, total: number) =>
    rows.update(
      { _id: id, state: 'publishing' },
      { state: 'published', cursor: null, 'counts.total': total },
    ),
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
  /** Where a publication was stopped half-way. */
  total: (id: string, total: number) => rows.update({ _id: id }, { 'counts.total': total }),
  toBringIntoLine: (limit: number) =>
    rows.find({ where: { changing: _.gt(new Date(0)) }, orderBy: [['changing', 'asc']], limit }),
  inLine: async ({ _id, state, revised }: Notice): Promise<boolean> =>
    (await rows.update(
      { _id, state, revised: revised ?? null, changing: _.neq(null) },
      { changing: null },
    )) === 1,
};
