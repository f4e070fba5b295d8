import { _ } from '../kit/cloud';
import { table, type Row, type Where } from '../kit/table';
import type { Channel } from '@contract/jielong';
import type { Notice } from './notices';
import type { Unit } from './units';
import { shanghaiDay } from '@contract/rules/calendar';
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

/** A push to the unit's seats: queued, delivered, or WeChat's code why not (0: no credit by our count). */
export interface Pushed {
  state: 'queued' | 'sent' | 'failed';
  code: number | null;
  at: Date;
}

/** One unit's receipt of one notice; `_id` is `<notice>_<unit>`, so it cannot exist twice. The row is the truth. */
export interface Receipt extends Row {
  noticeId: string;
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
  opened: Stamp | null;
  /** Also where the form was handed in without a confirmation before. */
  confirmed: Stamp | null;
  /** The form was handed in, the last time; absent: it was not. */
  answered?: Stamp | null;
  /** Confirmed by an entry of staff; absent: never was. */
  onBehalf?: boolean;
  /** What became of the message that told the unit; absent: none went out. A message that arrived stays. */
  push?: Pushed;
  dueAt: Date;
  /** Publication time and notice id: the inbox's order. */
  order: string;
  /** Last change of state, null before the first: what the recount looks for. */
  changedAt: Date | null;
  requests: string[];
}

const rows = table<Receipt>('receipts');

/** A unit's receipt as it begins, the snapshot of publication (decision D6). */
export const newReceipt = (
  notice: Pick<Notice, '_id' | 'title' | 'asking' | 'dueAt' | 'publishedAt' | 'order'>,
  unit: Pick<Unit, '_id' | 'name' | 'region' | 'regionKey' | 'sortKey'>,
): Receipt => ({
  _id: receiptId(notice._id, unit._id),
  noticeId: notice._id,
  unitId: unit._id,
  unitName: unit.name,
  region: unit.region,
  place: `${unit.regionKey}|${unit.sortKey}`,
  ask: notice.asking.kind,
  title: notice.title,
  month: shanghaiDay(notice.publishedAt).slice(0, 7),
  state: 'waiting',
  done: isDone(notice.asking.kind, 'waiting'),
  opened: null,
  confirmed: null,
  dueAt: notice.dueAt,
  order: notice.order,
  changedAt: null,
  requests: [],
});

export const receiptId = (noticeId: string, unitId: string): string => `${noticeId}_${unitId}`;

export const receipts = {
  get: (noticeId: string, unitId: string) => rows.get(receiptId(noticeId, unitId)),

  /** Receipts of these units, in their order. */
  async ofUnits(noticeId: string, unitIds: string[]): Promise<Receipt[]> {
    if (unitIds.length === 0) return [];
    const ids = unitIds.map((unitId) => receiptId(noticeId, unitId));
    const found = await rows.find({ where: { _id: _.in(ids) }, limit: ids.length });
    return found.sort((a, b) => ids.indexOf(a._id) - ids.indexOf(b._id));
  },

  /** Adds what is not there yet; a batch that was written before counts as written. */
  async ensure(batch: Receipt[]): Promise<void> {
    if (await rows.addMany(batch)) return;
    const ids = batch.map((row) => row._id);
    const there = await rows.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: ['_id'] });
    const known = new Set(there.map((row) => row._id));
    const rest = batch.filter((row) => !known.has(row._id));
    if (rest.length) await receipts.ensure(rest);
  },

  /** Moves the row from the state it was seen in to `to`; false when somebody moved it since. */
  async move(
    { _id, ask, state: from }: Pick<Receipt, '_id' | 'ask' | 'state'>,
    to: ReceiptState,
    stamp: Stamp,
    requestId: string,
    more: Partial<Receipt> = {},
  ): Promise<boolean> {
    const won = await rows.update(
      { _id, state: from },
      {
        ...more,
        state: to,
        done: isDone(ask, to),
        ...(from === 'waiting' && { opened: stamp }),
        ...(to !== 'opened' && from !== 'confirmed' && { confirmed: stamp }),
        ...(to === 'answered' && { answered: stamp }),
        changedAt: stamp.at,
        requests: _.push({ each: [requestId], slice: -5 }),
      },
    );
    return won === 1;
  },

  /** Confirms for units what staff entered, once for each request; how many changed, by the state they came from. */
  async recordFor(
    ids: string[],
    ask: Ask,
    stamp: Stamp,
    requestId: string,
  ): Promise<{ waiting: number; opened: number }> {
    const from = (state: ReceiptState) =>
      rows.update(
        { _id: _.in(ids), state, requests: _.nin([requestId]) },
        {
          state: 'confirmed',
          done: isDone(ask, 'confirmed'),
          confirmed: stamp,
          onBehalf: true,
          changedAt: stamp.at,
          requests: _.push({ each: [requestId], slice: -5 }),
        },
      );
    // Earliest state first: rows only move forward, so an opening in between cannot slip past both.
    const waiting = await from('waiting');
    return { waiting, opened: await from('opened') };
  },

  /** Takes an entry of staff back to the state before it; false when it is no longer as it was seen. */
  async unrecord(
    { _id, ask, opened }: Pick<Receipt, '_id' | 'ask' | 'opened'>,
    at: Date,
    requestId: string,
  ): Promise<boolean> {
    const state = opened ? 'opened' : 'waiting';
    const won = await rows.update(
      { _id, state: 'confirmed', onBehalf: true, requests: _.nin([requestId]) },
      {
        state,
        done: isDone(ask, state),
        confirmed: null,
        onBehalf: false,
        changedAt: at,
        requests: _.push({ each: [requestId], slice: -5 }),
      },
    );
    return won === 1;
  },

  /** Receipts of a unit this person opened or confirmed. */
  touchedBy: (unitId: string, openid: string, before: string | undefined, limit: number) =>
    rows.find({
      where: _.and([
        { unitId, ...(before && { order: _.lt(before) }) },
        _.or([{ 'opened.openid': openid }, { 'confirmed.openid': openid }]),
      ]) as unknown as Where,
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id', 'noticeId', 'unitName', 'opened', 'confirmed', 'order'],
    }),

  inbox: (unitId: string, before: string | undefined, limit: number) =>
    rows.find({
      where: { unitId, ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id', 'noticeId', 'ask', 'state', 'order', 'dueAt'],
    }),

  waiting: (unitId: string, limit: number) =>
    rows.find({
      where: { unitId, done: false },
      orderBy: [['dueAt', 'asc']],
      limit,
      fields: ['_id', 'noticeId', 'dueAt'],
    }),

  countWaiting: (unitId: string) => rows.count({ unitId, done: false }),

  byPlace: (noticeId: string, filter: Where, after: string | undefined, limit: number) =>
    rows.find({
      where: { noticeId, ...filter, ...(after && { place: _.gt(after) }) },
      orderBy: [['place', 'asc']],
      limit,
      fields: ['_id', 'unitId', 'unitName', 'region', 'ask', 'state', 'opened', 'confirmed', 'place', 'push'],
    }),

  /** One outcome for many rows; a unit one of whose seats was reached stays reached. */
  pushed: (ids: string[], push: Pushed) =>
    rows.update({ _id: _.in(ids), 'push.state': _.neq('sent') }, { push }),

  count: (noticeId: string, filter: Where) => rows.count({ noticeId, ...filter }),

  changedSince: (since: Date, limit: number) =>
    rows.find({
      where: { changedAt: _.gte(since) },
      orderBy: [['changedAt', 'asc']],
      limit,
      fields: ['_id', 'noticeId', 'changedAt'],
    }),
};
