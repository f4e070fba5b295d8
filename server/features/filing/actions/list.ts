import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { filings } from '../../../stores/filings';
import { presentQueued } from '../present';

const PAGE = 20;

export const list: Act<'filing.list'> = async (_ctx, { state, cursor }) => {
  const found = page(await filings.page(state, cursor, PAGE + 1), PAGE, ({ order }) => order);
  return { filings: found.rows.map(presentQueued), next: found.next };
};
