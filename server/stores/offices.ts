import { table, type Row } from '../kit/table';
import type { PresetId } from '@contract/policy/preset-ids';

/** The association's settings: one row, `_id` 'office'. */
export interface Office extends Row {
  name: string;
  preset: PresetId | null;
  hosts: { id: string; name: string; short: string; accent: string }[];
  createdAt: Date;
  /** The code that made it, as its hash: so that its repeat is answered the same. */
  foundedBy?: string;
}

const ID = 'office';
const rows = table<Office>('offices');

export const offices = {
  get: () => rows.get(ID),
  /** False when there is one already. */
  found: (foundedBy: string, now: Date) =>
    rows.add({ _id: ID, name: '', preset: null, hosts: [], createdAt: now, foundedBy }),
  setUp: (change: Pick<Office, 'name' | 'preset' | 'hosts'>) => rows.update({ _id: ID }, change),
};
