import { _ } from '../kit/cloud';
import { keep, table, type Row } from '../kit/table';
import type { ErasureState } from '@contract/privacy';
import type { Person } from './people';

/** Somebody's wish that the personal data be deleted (个人信息保护法 art. 47); `_id` is the request id that sent it. */
export interface Erasure extends Row {
  openid: string;
  name: string;
  /** Units the person was liaison of. */
  units: string[];
  reason: string;
  /** `erasing`: agreed, and not everything is deleted yet; whoever finds it so goes on. */
  state: ErasureState;
  /** Unique: the openid while open, the request's own id once over. */
  slot: string;
  submittedAt: Date;
  /** Last day to decide, `YYYY-MM-DD`. */
  dueOn: string;
  /** Why it was refused. */
  note: string;
  decidedBy: string;
  decidedAt: Date | null;
  /** What had been agreed to: proof that the data were handled lawfully until then. */
  consents: Person['consents'];
  /** Submission time and id: distinct, so it can say where a page ended. */
  order: string;
  requests: string[];
}

const rows = table<Erasure>('erasures');

export const erasures = {
  get: (id: string) => rows.get(id),
  /** False when this request was stored before, or the person has another one open. */
  add: (erasure: Erasure) => rows.add(erasure),
  openOf: async (openid: string) => (await rows.find({ where: { slot: openid }, limit: 1 }))[0] ?? null,
  ofPerson: (openid: string, limit: number) =>
    rows.find({ where: { openid }, orderBy: [['order', 'desc']], limit }),
  /** The longest waiting first; of what is over, the newest. */
  page: (states: ErasureState[], after: string | undefined, limit: number) => {
    const waiting = states.includes('waiting');
    return rows.find({
      where: { state: _.in(states), ...(after && { order: waiting ? _.gt(after) : _.lt(after) }) },
      orderBy: [['order', waiting ? 'asc' : 'desc']],
      limit,
    });
  },
  reword: (id: string, change: Pick<Erasure, 'reason' | 'note'>) => rows.update({ _id: id }, change),
  /** 1 when the row was still in `from`. */
  move: (id: string, from: ErasureState, change: Partial<Erasure>, requestId: string) =>
    rows.update({ _id: id, state: from }, { ...change, requests: keep(requestId) }),
};
