import type { Act } from '../../../kit/act';
import { checkDue } from '../../../kit/check-due';
import { page } from '../../../kit/pages';
import { policyOf } from '../../../kit/policy';
import { filings } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { units } from '../../../stores/units';
import { cursorOf, placeOf } from '../place';
import { presentListed } from '../present';

const PAGE = 20;

/** The longest unverified first. */
export const list: Act<'record.list'> = async ({ now }, { due, cursor }) => {
  const check = checkDue(policyOf(await offices.get()), now);
  const from = check?.from ?? null;
  const counting = Promise.all([filings.countInForce(), from ? filings.countStale(from) : 0]);
  const rows = due && !from ? [] : await filings.stale(due ? from : null, placeOf(cursor), PAGE + 1);
  const shown = page(rows, PAGE, cursorOf);
  const [all, stale] = await counting;
  const ids = [...new Set(shown.rows.map(({ unitId }) => unitId))];
  const found = ids.length ? await units.byIds(ids) : [];
  return {
    records: shown.rows.map((filing) => presentListed(filing, found, from)),
    next: shown.next,
    counts: { all, due: stale },
    checkDay: check?.day ?? null,
  };
};
