import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { imports } from '../../../stores/imports';
import { presentCard } from '../present';

const PAGE = 20;

export const list: Act<'roster.list'> = async (_ctx, { cursor }) => {
  const found = page(await imports.page(cursor, PAGE + 1), PAGE, ({ order }) => order);
  return { imports: found.rows.map(presentCard), next: found.next };
};
