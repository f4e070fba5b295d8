import type { Act } from '../../../kit/act';
import { offices } from '../../../stores/offices';
import { importOf } from '../find';
import { presentCard, presentSheets, progressOf, undoUntil } from '../present';

export const get: Act<'roster.get'> = async (ctx, { importId }) => {
  const [row, office] = await Promise.all([importOf(importId), offices.get()]);
  return {
    ...presentCard(row),
    sheets: presentSheets(row.sheets),
    mapping: row.mapping,
    defaults: row.defaults,
    version: row.plan?.version ?? null,
    decisions: row.decisions,
    hosts: (office?.hosts ?? []).map(({ name }) => name),
    progress: progressOf(row),
    undoUntil: undoUntil(row, ctx.now),
  };
};
