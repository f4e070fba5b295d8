import { table, type Row, type Tx } from '../kit/table';

/** What a mutation was about. */
export interface Subject {
  collection: string;
  subjectId: string;
  unitId?: string;
}

/**
 * Who changed what, when. `_id` is the request id, so a repeat repairs a missing entry and never doubles one; an id
 * used before for another change has a hash of this one appended (kit/serve.ts).
 */
export interface Audit extends Row, Subject {
  at: Date;
  openid: string;
  action: string;
}

const rows = table<Audit>('audits');

export const audits = {
  get: (requestId: string) => rows.get(requestId),
  add: (entry: Audit) => rows.add(entry),
  addIn: (tx: Tx, entry: Audit) => rows.tx.add(tx, entry),
};
