import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { filings } from '../../../stores/filings';

const PAGE = 20;

export const terms: Act<'unit.terms'> = async (_ctx, { unitId, cursor }) => {
  const found = page(await filings.ofUnitBefore(unitId, cursor, PAGE + 1), PAGE, ({ order }) => order);
  return {
    terms: found.rows.map(({ _id, kind, form, state, numbers, submittedAt, since, until, ended }) => ({
      filingId: _id,
      kind,
      name: form.name ?? '',
      position: form.position ?? '',
      state,
      numbers,
      submittedAt: submittedAt.toISOString(),
      since: since?.toISOString() ?? null,
      until: until?.toISOString() ?? null,
      ended,
    })),
    next: found.next,
  };
};
