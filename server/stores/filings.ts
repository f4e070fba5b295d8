import { _ } from '../kit/cloud';
import { table, type Row, type Tx } from '../kit/table';
import type { FormKey, FormPart } from '@contract/form';
import type { FilingState } from '@contract/rules/filing';

/** One registration on its way to the file (备案); `_id` is the request id that sent it. */
export interface Filing extends Row {
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

const keep = (requestId: string) => _.push({ each: [requestId], slice: -5 });

export const filings = {
  get: (id: string) => rows.get(id),
  getIn: (tx: Tx, id: string) => rows.tx.get(tx, id),
  /** False when this request was stored before, or the person has another open filing for the unit. */
  add: (filing: Filing) => rows.add(filing),
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
};
