import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { policyOf } from '../../../kit/policy';
import { filings } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { handoversOf } from '../find';
import { presentQueued } from '../present';

const PAGE = 20;

/** Four requests at most however many there are: the caller, a page of them, the office, their handovers. */
export const list: Act<'filing.list'> = async (_ctx, { state, cursor }) => {
  const [found, office] = await Promise.all([filings.page(state, cursor, PAGE + 1), offices.get()]);
  const { rows, next } = page(found, PAGE, ({ order }) => order);
  const { names } = policyOf(office).seats;
  const handoverOf = await handoversOf(rows);
  return { filings: rows.map((filing) => presentQueued(filing, names, handoverOf(filing))), next };
};
