import { _ } from '../kit/cloud';
import { keep, table, type Row, type Tx } from '../kit/table';
import type { FormKey, FormPart } from '@contract/form';

/** Changes a liaison asks for in the own record, decided field by field (变更申报); `_id` is the request id. */
export interface Correction extends Row {
  unitId: string;
  unitName: string;
  /** The filing in force that holds the record. */
  filingId: string;
  openid: string;
  name: string;
  /** What it said and what it shall say; only the fields in `keys`, an emptied one in neither. */
  keys: FormKey[];
  old: FormPart;
  changed: FormPart;
  /** Per field once decided; the reason of a refusal. */
  decided: Partial<Record<FormKey, { agreed: boolean; reason: string }>>;
  /** Uploaded proof where the policy asks one (E: licence copy with seal). */
  proofKey: string | null;
  /** The new number is the one WeChat vouched for. */
  mobileVerified: boolean;
  /** The liaison looked at all other fields too: they count as verified on the day of the request. */
  restChecked: boolean;
  /** Day the facts changed, `YYYY-MM-DD`; from it the reporting limit counts. */
  changedOn: string;
  /** Absent: none was given. */
  reason?: string;
  late: boolean;
  /** `lapsed`: the record it was about ended first (交接、离任、转任、退会). */
  state: 'submitted' | 'decided' | 'withdrawn' | 'lapsed';
  /** Why it lapsed, as it is read; `decidedAt` says when. Absent: it did not. */
  lapsed?: string;
  /** Unique: `<filing>` while open, the correction's own id once decided. */
  slot: string;
  decidedBy: string;
  decidedAt: Date | null;
  submittedAt: Date;
  /** Submission time and id: distinct, so it can say where a page ended. */
  order: string;
  requests: string[];
}

const rows = table<Correction>('corrections');

export const corrections = {
  get: (id: string) => rows.get(id),
  getIn: (tx: Tx, id: string) => rows.tx.get(tx, id),
  /** False when this request was stored before, or the record has another open correction. */
  add: (correction: Correction) => rows.add(correction),
  openOf: async (filingId: string) => (await rows.find({ where: { slot: filingId }, limit: 1 }))[0] ?? null,
  /** Open ones of these records; each has one at most. */
  openOfAll: (filingIds: string[]) =>
    rows.find({
      where: { slot: _.in(filingIds) },
      limit: Math.max(filingIds.length, 1),
      fields: ['_id', 'state', 'filingId'],
    }),
  /** The newest first; an open one is the newest, for only one may be open. */
  ofFiling: (filingId: string, limit: number) =>
    rows.find({ where: { filingId }, orderBy: [['order', 'desc']], limit }),
  ofPerson: (openid: string, before: string | undefined, limit: number) =>
    rows.find({
      where: { openid, ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
    }),
  /** Nothing but this part stays of it. */
  erase: (id: string, part: Pick<Correction, 'old' | 'changed' | 'decided'>) =>
    rows.update({ _id: id }, { ...part, reason: '' }),
  ofUnit: (unitId: string, limit: number) =>
    rows.find({ where: { unitId }, orderBy: [['order', 'desc']], limit }),
  /** The longest waiting first; of what is closed, the newest. */
  page: (state: Correction['state'], after: string | undefined, limit: number) => {
    const waiting = state === 'submitted';
    return rows.find({
      where: { state, ...(after && { order: waiting ? _.gt(after) : _.lt(after) }) },
      orderBy: [['order', waiting ? 'asc' : 'desc']],
      limit,
    });
  },
  /** Waiting for a decision since before that moment (ISO), the longest first. */
  waitingSince: (before: string, limit: number) =>
    rows.find({
      where: { state: 'submitted', order: _.lt(before) },
      orderBy: [['order', 'asc']],
      limit,
      fields: ['_id', 'unitName', 'submittedAt'],
    }),
  count: (state: Correction['state']) => rows.count({ state }),
  /** 1 when the row was still in `from`. */
  move: (id: string, from: Correction['state'], change: Partial<Correction>, requestId: string) =>
    rows.update({ _id: id, state: from }, { ...change, requests: keep(requestId) }),
  /** Those still open. */
  renameUnit: (unitId: string, unitName: string) => rows.update({ unitId, state: 'submitted' }, { unitName }),
  moveIn: (tx: Tx, id: string, change: Partial<Correction>, requestId: string) =>
    rows.tx.update(tx, id, { ...change, requests: keep(requestId) }),
};
