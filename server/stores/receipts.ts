import { _ } from '../kit/cloud';
import { table, type Row, type Where } from '../kit/table';
import type { Channel } from '@contract/jielong';
import type { Notice } from './notices';
import type { Unit } from './units';
import { receiptSources, type ReceiptEvent, type ReceiptState } from '@contract/rules/receipt';

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
  state: ReceiptState;
  done: boolean;
  opened: Stamp | null;
  confirmed: Stamp | null;
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
  notice: Pick<Notice, '_id' | 'dueAt' | 'order'>,
  unit: Pick<Unit, '_id' | 'name' | 'region' | 'regionKey' | 'sortKey'>,
): Receipt => ({
  _id: receiptId(notice._id, unit._id),
  noticeId: notice._id,
  unitId: unit._id,
  unitName: unit.name,
  region: unit.region,
  place: `${unit.regionKey}|${unit.sortKey}`,
  state: 'waiting',
  done: false,
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

  /** Moves the row by `event` if its state allows; the state it came from, or null when nothing changed. */
  async move(id: string, event: ReceiptEvent, stamp: Stamp, requestId: string): Promise<ReceiptState | null> {
    // Earliest state first: rows only move forward, so an opening in between cannot slip past both tries.
    for (const from of receiptSources(event)) {
      const won = await rows.update(
        { _id: id, state: from },
        {
          ...(event === 'confirm'
            ? { state: 'confirmed', done: true, confirmed: stamp }
            : { state: 'opened' }),
          ...(from === 'waiting' && { opened: stamp }),
          changedAt: stamp.at,
          requests: _.push({ each: [requestId], slice: -5 }),
        },
      );
      if (won) return from;
    }
    return null;
  },

  /** Confirms for units what staff entered, once for each request; how many changed, by the state they came from. */
  async recordFor(
    ids: string[],
    stamp: Stamp,
    requestId: string,
  ): Promise<{ waiting: number; opened: number }> {
    const from = (state: ReceiptState) =>
      rows.update(
        { _id: _.in(ids), state, requests: _.nin([requestId]) },
        {
          state: 'confirmed',
          done: true,
          confirmed: stamp,
          onBehalf: true,
          changedAt: stamp.at,
          requests: _.push({ each: [requestId], slice: -5 }),
        },
      );
    // Earliest state first, as in `move`.
    const waiting = await from('waiting');
    return { waiting, opened: await from('opened') };
  },

  /** Takes an entry of staff back; the state the row is in again, or null when there was none. */
  async unrecord(id: string, at: Date, requestId: string): Promise<'waiting' | 'opened' | null> {
    for (const state of ['waiting', 'opened'] as const) {
      const won = await rows.update(
        {
          _id: id,
          state: 'confirmed',
          onBehalf: true,
          opened: state === 'waiting' ? null : _.neq(null),
          requests: _.nin([requestId]),
        },
        {
          state,
          done: false,
          confirmed: null,
          onBehalf: false,
          changedAt: at,
          requests: _.push({ each: [requestId], slice: -5 }),
        },
      );
      if (won) return state;
    }
    return null;
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
      fields: ['_id', 'noticeId', 'state', 'order', 'dueAt'],
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
      fields: ['_id', 'unitId', 'unitName', 'region', 'state', 'opened', 'confirmed', 'place', 'push'],
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
