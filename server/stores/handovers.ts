import { _ } from '../kit/cloud';
import { keep, table, type Row, type Tx } from '../kit/table';
import type { SeatKind } from '@contract/me';
import type { HandoverState } from '@contract/rules/handover';

/** A seat passing from one person to another (变更、交接); `_id` is the request id that began it. */
export interface Handover extends Row {
  unitId: string;
  unitName: string;
  kind: SeatKind;
  /** Who holds the seat, and the filing that will be closed. */
  leaver: { openid: string; name: string; filingId: string };
  /** Who takes it over; null until somebody scanned the leaver's code. */
  successor: { openid: string; name: string } | null;
  /** The successor's registration; null until it is sent in. */
  filingId: string | null;
  /** Random, what the leaver's QR code holds; unique. */
  code: string;
  startedBy: 'leaver' | 'successor';
  leaverAgreedAt: Date | null;
  successorAgreedAt: Date | null;
  /** Upload key of the unit's sealed letter, in place of the leaver's word. */
  letterKey: string | null;
  /** Day of the change at the unit, `YYYY-MM-DD`; from it the reporting limit counts. */
  changedOn: string;
  reason: string;
  /** Reported after the policy's limit, and by how many working days. */
  late: boolean;
  lateBy: number;
  state: HandoverState;
  /** Unique: `<unit>_<kind>` while open, the handover's own id once decided. */
  slot: string;
  history: { at: Date; event: string; by: string; note: string }[];
  /** Time begun and id: distinct, so it can say where a page ended. */
  order: string;
  requests: string[];
}

const rows = table<Handover>('handovers');

export const handoverSlot = (unitId: string, kind: SeatKind): string => `${unitId}_${kind}`;

export const handovers = {
  get: (id: string) => rows.get(id),
  getIn: (tx: Tx, id: string) => rows.tx.get(tx, id),
  /** False when this request was stored before, or the seat has another open handover. */
  add: (handover: Handover) => rows.add(handover),
  bySlot: async (unitId: string, kind: SeatKind) =>
    (await rows.find({ where: { slot: handoverSlot(unitId, kind) }, limit: 1 }))[0] ?? null,
  addIn: (tx: Tx, handover: Handover) => rows.tx.add(tx, handover),
  byIds: (ids: string[]) => rows.find({ where: { _id: _.in(ids) }, limit: Math.max(ids.length, 1) }),
  byCode: async (code: string) => (await rows.find({ where: { code }, limit: 1 }))[0] ?? null,
  /** Where this person hands over or takes over, newest first. */
  ofPerson: (openid: string, side: 'leaver' | 'successor', limit: number) =>
    rows.find({ where: { [`${side}.openid`]: openid }, orderBy: [['order', 'desc']], limit }),
  ofUnit: (unitId: string, limit: number) =>
    rows.find({ where: { unitId }, orderBy: [['order', 'desc']], limit }),
  page: (state: HandoverState, after: string | undefined, limit: number) =>
    rows.find({
      where: { state, ...(after && { order: _.gt(after) }) },
      orderBy: [['order', 'asc']],
      limit,
    }),
  /** Waiting for the secretariat, with their history: it says since when. */
  ready: (limit: number) =>
    rows.find({
      where: { state: 'ready' },
      orderBy: [['order', 'asc']],
      limit,
      fields: ['_id', 'unitName', 'history'],
    }),
  /** Those under way. */
  renameUnit: (unitId: string, unitName: string) =>
    rows.update({ unitId, state: _.in(['open', 'ready']) }, { unitName }),
  /** Other words of one that moves no more; 0 when it moved. */
  reword: (id: string, state: HandoverState, change: Pick<Handover, 'reason' | 'history'>) =>
    rows.update({ _id: id, state }, change),
  count: (state: HandoverState) => rows.count({ state }),
  /** 1 when the row was still in `from`. */
  move: (
    id: string,
    from: HandoverState,
    change: Partial<Handover>,
    entry: Handover['history'][number],
    requestId: string,
  ) =>
    rows.update({ _id: id, state: from }, { ...change, history: _.push([entry]), requests: keep(requestId) }),
  moveIn: (
    tx: Tx,
    id: string,
    change: Partial<Handover>,
    entry: Handover['history'][number],
    requestId: string,
  ) => rows.tx.update(tx, id, { ...change, history: _.push([entry]), requests: keep(requestId) }),
};
