import { _ } from '../kit/cloud';
import { keep, table, type Row, type Tx } from '../kit/table';
import type { PresetId } from '@contract/policy/preset-ids';
import type { Policy } from '@contract/policy/schema';

/** The association's settings: one row, `_id` 'office'. */
export interface Office extends Row {
  name: string;
  preset: PresetId | null;
  /** The rulebook as this office edited it; null or absent: the preset as shipped. */
  policy?: Policy | null;
  /** When that was; a start to edit from. */
  policyAt?: Date | null;
  /** Last edits of the rulebook, by request. */
  requests?: string[];
  hosts: { id: string; name: string; short: string; accent: string }[];
  createdAt: Date;
  /** The code that made it, as its hash: so that its repeat is answered the same. */
  foundedBy?: string;
  /** How often an admin's post was taken away: two such changes at one moment meet on this row. */
  posts?: number;
}

const ID = 'office';
const rows = table<Office>('offices');

export const offices = {
  get: () => rows.get(ID),
  getIn: (tx: Tx) => rows.tx.get(tx, ID),
  /** Of two transactions that do this at once, one fails and begins anew. */
  countPostIn: (tx: Tx) => rows.tx.update(tx, ID, { posts: _.inc(1) }),
  /** False when there is one already. */
  found: (foundedBy: string, now: Date) =>
    rows.add({ _id: ID, name: '', preset: null, hosts: [], createdAt: now, foundedBy }),
  setUp: (change: Pick<Office, 'name' | 'preset' | 'hosts'> & Partial<Pick<Office, 'policy' | 'policyAt'>>) =>
    rows.update({ _id: ID }, change),
  /** 1 when the rulebook was still that of `seen` (null: never edited). */
  savePolicy: (preset: PresetId, seen: Date | null, policy: Policy, policyAt: Date, requestId: string) =>
    rows.update({ _id: ID, preset, policyAt: seen }, { policy, policyAt, requests: keep(requestId) }),
};
