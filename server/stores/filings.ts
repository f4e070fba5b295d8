import { _ } from '../kit/cloud';
import { keep, table, type Row, type Tx, type Where } from '../kit/table';
import type { FormKey, FormPart } from '@contract/form';
import type { SeatKind } from '@contract/me';
import type { FilingState } from '@contract/rules/filing';

/**
 * One registration on its way to the file (备案); `_id` is the request id that sent it. Once approved it is the record of
 * one person on one seat, in force from `since` until `until`: a unit's approved and closed filings are the dated history
 * of its seats, and `form` is the record as it is today.
 */
export interface Filing extends Row {
  /** The seat it is for. */
  kind: SeatKind;
  since: Date | null;
  until: Date | null;
  /** Why it was closed. */
  ended: string;
  /** Approved and not closed. */
  inForce: boolean;
  /** When each field was last verified (核对, correction or approval). */
  verified: Partial<Record<FormKey, Date>>;
  /** The longest unverified field's date; null until approved. */
  verifiedAt: Date | null;
  /** The handover it takes the seat by; null: the seat was empty. */
  handoverId: string | null;
  /** Which published list (发文公布) names it. */
  announced: string | null;
  unitId: string;
  unitName: string;
  hosts: string[];
  openid: string;
  codeId: string;
  form: FormPart;
  mobileVerified: boolean;
  state: FilingState;
  /** Not decided yet; at most one such per person and unit. */
  open: boolean;
  /** Unique: `filingSlot` while open, the filing's own id once decided. */
  slot: string;
  /** 备案号, one per host. */
  numbers: string[];
  returned: { key: FormKey; reason: string }[];
  note: string;
  history: { at: Date; event: string; by: string; note: string }[];
  submittedAt: Date;
  /** Submission time and id: distinct, so it can say where a page ended. */
  order: string;
  requests: string[];
}

const rows = table<Filing>('filings');

export const filingSlot = (openid: string, unitId: string): string => `${openid}_${unitId}`;

/** What a filing is before it is approved. */
export const notInForce = {
  since: null,
  until: null,
  ended: '',
  inForce: false,
  verified: {},
  verifiedAt: null,
  handoverId: null,
  announced: null,
} satisfies Partial<Filing>;

export const filings = {
  get: (id: string) => rows.get(id),
  getIn: (tx: Tx, id: string) => rows.tx.get(tx, id),
  /** False when this request was stored before, or the person has another open filing for the unit. */
  add: (filing: Filing) => rows.add(filing),
  addIn: (tx: Tx, filing: Filing) => rows.tx.add(tx, filing),
  /** Somebody held that seat of the unit before. */
  hadHolder: async (unitId: string, kind: SeatKind) =>
    (await rows.find({ where: { unitId, kind, state: 'closed' }, limit: 1, fields: ['_id'] })).length > 0,
  ofPerson: (openid: string, limit: number) =>
    rows.find({ where: { openid }, orderBy: [['order', 'desc']], limit }),
  openOf: (openid: string) =>
    rows.find({ where: { openid, open: true }, orderBy: [['order', 'desc']], limit: 20 }),
  /** The longest waiting first; of what is decided, the newest. */
  page: (state: FilingState, after: string | undefined, limit: number) => {
    const waiting = state === 'submitted' || state === 'returned';
    return rows.find({
      where: { state, ...(after && { order: waiting ? _.gt(after) : _.lt(after) }) },
      orderBy: [['order', waiting ? 'asc' : 'desc']],
      limit,
    });
  },
  ofPersonBefore: (openid: string, before: string | undefined, limit: number) =>
    rows.find({
      where: { openid, ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
    }),
  /** At the person's request; 0 when the filing moved meanwhile or is in force. */
  erase: (id: string, from: FilingState, change: Partial<Filing>) =>
    rows.update({ _id: id, state: from, inForce: false }, change),
  /** Waiting for a decision since before that moment (ISO), the longest first. */
  waitingSince: (before: string, limit: number) =>
    rows.find({
      where: { state: 'submitted', order: _.lt(before) },
      orderBy: [['order', 'asc']],
      limit,
      fields: ['_id', 'unitName', 'submittedAt'],
    }),
  /** Came into force after that moment, the latest first. */
  inForceSince: (since: Date, limit: number) =>
    rows.find({
      where: { inForce: true, since: _.gt(since) },
      orderBy: [['since', 'desc']],
      limit,
      fields: ['_id', 'unitId', 'unitName', 'kind', 'handoverId'],
    }),
  /** In force and verified before that moment, the longest ago first. */
  staleNames: (before: Date, limit: number) =>
    rows.find({
      where: { inForce: true, verifiedAt: _.lt(before) },
      orderBy: [['verifiedAt', 'asc']],
      limit,
      fields: ['_id', 'unitId', 'unitName', 'verifiedAt'],
    }),
  /** Those under review and the records in force. */
  renameUnit: async (unitId: string, unitName: string) => {
    await rows.update({ unitId, open: true }, { unitName });
    await rows.update({ unitId, inForce: true }, { unitName });
  },
  countSubmitted: () => rows.count({ state: 'submitted' }),
  /** 1 when the row was still in `from`. */
  move: (
    id: string,
    from: FilingState,
    change: Partial<Filing>,
    entry: Filing['history'][number],
    requestId: string,
  ) =>
    rows.update({ _id: id, state: from }, { ...change, history: _.push([entry]), requests: keep(requestId) }),
  moveIn: (
    tx: Tx,
    id: string,
    change: Partial<Filing>,
    entry: Filing['history'][number],
    requestId: string,
  ) => rows.tx.update(tx, id, { ...change, history: _.push([entry]), requests: keep(requestId) }),
  /** The record this person keeps for the unit today. */
  heldBy: async (openid: string, unitId: string) =>
    (await rows.find({ where: { openid, unitId, inForce: true }, limit: 1 }))[0] ?? null,
  /** 1 when the record is in force and this request had not changed it before. */
  amend: (id: string, change: Partial<Filing>, entry: Filing['history'][number], requestId: string) =>
    rows.update(
      { _id: id, inForce: true, requests: _.neq(requestId) },
      { ...change, history: _.push([entry]), requests: keep(requestId) },
    ),
  /** Records in force, the longest unverified first, after the one last seen; `before`: only those verified earlier. */
  async stale(
    before: Date | null,
    after: Pick<Filing, 'verifiedAt' | 'order'> | null,
    limit: number,
  ): Promise<Filing[]> {
    const find = (where: Where, most: number) =>
      rows.find({
        where: { inForce: true, ...where },
        orderBy: [
          ['verifiedAt', 'asc'],
          ['order', 'asc'],
        ],
        limit: most,
      });
    if (!after) return find(before ? { verifiedAt: _.lt(before) } : {}, limit);
    // Many are verified at the same moment (a first import), so the moment alone does not say where a page ended.
    const same = await find({ verifiedAt: after.verifiedAt, order: _.gt(after.order) }, limit);
    if (same.length === limit) return same;
    const later = before ? _.and(_.gt(after.verifiedAt), _.lt(before)) : _.gt(after.verifiedAt);
    return [...same, ...(await find({ verifiedAt: later }, limit - same.length))];
  },
  countInForce: () => rows.count({ inForce: true }),
  countStale: (before: Date) => rows.count({ inForce: true, verifiedAt: _.lt(before) }),
  byIds: (ids: string[]) => rows.find({ where: { _id: _.in(ids) }, limit: Math.max(ids.length, 1) }),
  ofUnitBefore: (unitId: string, before: string | undefined, limit: number) =>
    rows.find({
      where: { unitId, ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
    }),
  ofUnit: (unitId: string, limit: number) =>
    rows.find({ where: { unitId }, orderBy: [['order', 'desc']], limit }),
  /** Filed by `until` for one of these hosts and on no published list yet, the longest filed first. */
  unannounced: (hostIds: string[], until: Date, limit: number) =>
    rows.find({
      where: { inForce: true, announced: null, since: _.lte(until), hosts: _.in(hostIds) },
      orderBy: [['since', 'asc']],
      limit,
    }),
  countUnannounced: (hostIds: string[], until: Date) =>
    rows.count({ inForce: true, announced: null, since: _.lte(until), hosts: _.in(hostIds) }),
  /** Takes them all onto this list at once; whoever is taken by another list stays there. */
  announce: (listId: string, hostIds: string[], until: Date, except: string[]) =>
    rows.update(
      {
        inForce: true,
        announced: null,
        since: _.lte(until),
        hosts: _.in(hostIds),
        ...(except.length > 0 && { _id: _.nin(except) }),
      },
      { announced: listId },
    ),
  /** Who is on that list. */
  announcedIn: (listId: string, after: string | undefined, limit: number) =>
    rows.find({
      where: { announced: listId, ...(after && { order: _.gt(after) }) },
      orderBy: [['order', 'asc']],
      limit,
      fields: ['_id', 'unitId', 'unitName', 'form', 'numbers', 'order'],
    }),
};
