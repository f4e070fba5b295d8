import { _ } from '../kit/cloud';
import { keep, table, type Row, type Where } from '../kit/table';
import type { Channel } from '@contract/jielong';
import type { Answers } from '@contract/answers';
import type { Notice } from './notices';
import { receiptLists } from './receipt-lists';
import { receiptMoves } from './receipt-moves';
import type { Unit } from './units';
import { overdue, shanghaiDay } from '@contract/rules/calendar';
import { isDone, type Ask, type ReceiptState } from '@contract/rules/receipt';

export interface Stamp {
  at: Date;
  openid: string;
  name: string;
  channel: 'self' | Channel;
  /** Staff who entered it for the unit (代录); absent: the person's own doing. `openid` is empty then. */
  recordedBy?: { openid: string; name: string };
  note?: string;
  /** Entered with others in one batch; who answered for which unit stands there (stores/fills.ts). */
  fillId?: string;
}

/** A form as it was handed in, the last time. */
export interface HandedIn {
  answers: Answers;
  /** File ids of its files by key. */
  files: Record<string, string>;
  /** The request that wrote it. */
  version: string;
  /** How often the unit changed it. */
  revised: number;
  check: 'pass' | 'review';
}

/** A form as it stood before it was changed, and who had handed it in when. */
export interface Earlier {
  answers: Answers;
  stamp: Stamp;
}

/** What a form leaves on the row beside its stamps: itself, and what summaries and lists behind numbers go by. */
export interface Filled {
  form: HandedIn;
  /** How many people, names, options or files by question, 1 of a text. */
  tally: Record<string, number>;
  /** `<question>` of what was answered with something, `<question>_<option>` of each chosen option, by its place. */
  picks: string[];
}

/**
 * A push to the unit's seats: delivered, or WeChat's code why not (0: no credit by our count). `trying`: it will be tried again,
 * or another seat is still to be told; true only as long as the outbox holds such a message (features/notice/trying.ts).
 */
export interface Pushed {
  state: 'sent' | 'trying' | 'failed';
  code: number | null;
  at: Date;
}

/** One unit's receipt of one notice; `_id` is `<notice>_<unit>`, so it cannot exist twice. The row is the truth. */
export interface Receipt extends Row {
  noticeId: string;
  hostId: string;
  hostName: string;
  /** Of a formal document, 协会发〔2026〕12号. */
  number?: string;
  unitId: string;
  unitName: string;
  region: string;
  /** Region, name and unit as one sort key for the list by region. */
  place: string;
  /** What the notice asks, its title and the month it went out, `YYYY-MM` in Asia/Shanghai. */
  ask: Ask;
  title: string;
  month: string;
  state: ReceiptState;
  /** Nothing waits from the unit: it did what was asked, or the notice no longer asks it. */
  done: boolean;
  /**
   * The notice was withdrawn, another stands in its place, or the unit left before it did what was asked (退会); the row
   * keeps its state. Absent: it stands.
   */
  closed?: 'withdrawn' | 'corrected' | 'left';
  /** When the unit itself first did what was asked, or staff for it; null: it did not. */
  doneAt: Date | null;
  opened: Stamp | null;
  /** Also where the form was handed in without a confirmation before. */
  confirmed: Stamp | null;
  /** The form was handed in, the last time; absent: it was not. */
  answered?: Stamp | null;
  /** Absent, null: no form was handed in. */
  form?: HandedIn | null;
  /** Forms the unit handed in before this one, the oldest first, bounded (answers/earlier.ts); absent: it changed none. */
  earlier?: Earlier[];
  tally?: Record<string, number> | null;
  picks?: string[];
  /** It stands where it is by an entry of staff; absent: never did. */
  onBehalf?: boolean;
  /** What became of the message that told the unit; absent: none went out. A message that arrived stays. */
  push?: Pushed;
  /** The unit's head is to be told that it is missing, or was; absent: not come to that. */
  head?: 'due' | 'told';
  headTold?: { at: Date; by: string } | null;
  dueAt: Date;
  publishedAt: Date;
  /** Publication time and notice id: the inbox's order. */
  order: string;
  /** Last change of state, null before the first: what the recount looks for. */
  changedAt: Date | null;
  requests: string[];
}

const rows = table<Receipt>('receipts');

/** A unit's receipt as it begins, the snapshot of publication (decision D6). */
export const newReceipt = (
  notice: Pick<
    Notice,
    '_id' | 'hostId' | 'hostName' | 'number' | 'title' | 'asking' | 'dueAt' | 'publishedAt' | 'order'
  >,
  unit: Pick<Unit, '_id' | 'name' | 'region' | 'regionKey' | 'sortKey'>,
): Receipt => ({
  _id: receiptId(notice._id, unit._id),
  noticeId: notice._id,
  hostId: notice.hostId,
  hostName: notice.hostName,
  ...(notice.number && { number: notice.number.text }),
  unitId: unit._id,
  unitName: unit.name,
  region: unit.region,
  place: `${unit.regionKey}|${unit.sortKey}`,
  ask: notice.asking.kind,
  title: notice.title,
  month: shanghaiDay(notice.publishedAt).slice(0, 7),
  state: 'waiting',
  done: isDone(notice.asking.kind, 'waiting'),
  doneAt: null,
  opened: null,
  confirmed: null,
  dueAt: notice.dueAt,
  publishedAt: notice.publishedAt,
  order: notice.order,
  changedAt: null,
  requests: [],
});

/** The form came in after the time; what staff enter later may have been said in time. */
export const cameLate = ({ answered, dueAt }: Pick<Receipt, 'answered' | 'dueAt'>): boolean =>
  !!answered && answered.channel === 'self' && overdue(answered.at, dueAt);

export const receiptId = (noticeId: string, unitId: string): string => `${noticeId}_${unitId}`;

export const receipts = {
  ...receiptLists,
  ...receiptMoves,

  get: (noticeId: string, unitId: string) => rows.get(receiptId(noticeId, unitId)),

  /** Receipts of these units, in their order. */
  async ofUnits(noticeId: string, unitIds: string[]): Promise<Receipt[]> {
    if (unitIds.length === 0) return [];
    const ids = unitIds.map((unitId) => receiptId(noticeId, unitId));
    const found = await rows.find({ where: { _id: _.in(ids) }, limit: ids.length });
    return found.sort((a, b) => ids.indexOf(a._id) - ids.indexOf(b._id));
  },

  /** Adds what is not there yet; a batch that was written before counts as written. True: every row was new. */
  async ensure(batch: Receipt[]): Promise<boolean> {
    if (await rows.addMany(batch)) return true;
    const ids = batch.map((row) => row._id);
    const there = await rows.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: ['_id'] });
    const known = new Set(there.map((row) => row._id));
    const rest = batch.filter((row) => !known.has(row._id));
    if (rest.length) await receipts.ensure(rest);
    return false;
  },

  /** One outcome for many rows; a unit one of whose seats was reached stays reached. */
  pushed: (ids: string[], push: Pushed) =>
    rows.update({ _id: _.in(ids), 'push.state': _.neq('sent') }, { push }),
  /** WeChat says now that it did not arrive. */
  bounced: (id: string, push: Pushed) => rows.update({ _id: id, 'push.state': 'sent' }, { push }),

  /** Those of these that nothing is waited for any more. */
  doneAmong: async (ids: string[]): Promise<string[]> =>
    (await rows.find({ where: { _id: _.in(ids), done: true }, limit: ids.length, fields: ['_id'] })).map(
      ({ _id }) => _id,
    ),

  /** The last rung: what these units still owe is a matter for their heads (需联系单位负责人). */
  turnToHeads: (ids: string[]) =>
    rows.update({ _id: _.in(ids), done: false, head: _.exists(false) }, { head: 'due' }),

  /** False when it was no longer the other way round. */
  async tellHead(
    id: string,
    headTold: NonNullable<Receipt['headTold']> | null,
    requestId: string,
  ): Promise<boolean> {
    const won = await rows.update(
      { _id: id, head: headTold ? 'due' : 'told' },
      {
        head: headTold ? 'told' : 'due',
        headTold,
        requests: keep(requestId),
      },
    );
    return won === 1;
  },

  /** Still missing, their heads not told yet or told; of one notice by region, of all by notice. */
  byHead: (noticeId: string | undefined, head: 'due' | 'told', after: string | undefined, limit: number) => {
    const key = noticeId ? 'place' : '_id';
    return rows.find({
      where: { ...(noticeId && { noticeId }), head, done: false, ...(after && { [key]: _.gt(after) }) },
      orderBy: [[key, 'asc']],
      limit,
    });
  },

  countHead: (noticeId: string | undefined, head: 'due' | 'told') =>
    rows.count({ ...(noticeId && { noticeId }), head, done: false }),

  /** Nothing of these waits any more; states and stamps stay. */
  close: (noticeId: string, closed: 'withdrawn' | 'corrected') =>
    rows.update({ noticeId, closed: null }, { closed, done: true }),
  /** The unit left (退会): these are not waited for any more; how many were still in that state. */
  leave: (ids: string[], state: ReceiptState, now: Date) =>
    rows.update(
      { _id: _.in(ids), state, done: false, closed: null },
      { closed: 'left', done: true, changedAt: now },
    ),
  retitle: (noticeId: string, title: string, dueAt: Date) => rows.update({ noticeId }, { title, dueAt }),

  /** What was typed about or for a unit, the newest first. */
  wordsOf: (unitId: string, before: string | undefined, limit: number) =>
    rows.find({
      where: { unitId, ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id', 'form', 'opened', 'confirmed', 'answered', 'order'],
    }),
  /** Other words for the same answers; 0 when they were changed meanwhile. */
  rewordForm: (id: string, version: string, answers: Answers) =>
    rows.update({ _id: id, 'form.version': version }, { 'form.answers': answers }),
  rewordStamp: (id: string, path: string, seen: string, words: string) =>
    rows.update({ _id: id, [path]: seen }, { [path]: words }),

  count: (noticeId: string, filter: Where) => rows.count({ noticeId, ...filter }),

  changedSince: (since: Date, limit: number) =>
    rows.find({
      where: { changedAt: _.gte(since) },
      orderBy: [['changedAt', 'asc']],
      limit,
      fields: ['_id', 'noticeId', 'changedAt'],
    }),
};
