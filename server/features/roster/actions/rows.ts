import type { Act } from '../../../kit/act';
import { offices } from '../../../stores/offices';
import { importOf, planOf } from '../find';
import { presentEntry } from '../present';

const PAGE = 50;

/** The place is that in the plan, which never changes. */
export const rows: Act<'roster.rows'> = async (_ctx, { importId, kind, cursor }) => {
  const [row, office] = await Promise.all([importOf(importId), offices.get()]);
  const entries = (await planOf(row)).filter((entry) => entry.kind === kind);
  const from = Math.max(0, Number(cursor ?? 0) || 0);
  const to = from + PAGE;
  return {
    rows: entries.slice(from, to).map((entry) => presentEntry(entry, office?.hosts ?? [])),
    next: to < entries.length ? String(to) : null,
  };
};
