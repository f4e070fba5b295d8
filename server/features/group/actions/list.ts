import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { groups } from '../../../stores/groups';
import { presentListed } from '../present';

const PAGE = 50;

export const list: Act<'group.list'> = async (_ctx, { cursor }) => {
  const found = page(await groups.page(cursor, PAGE + 1), PAGE, ({ sortKey }) => sortKey);
  return { groups: found.rows.map(presentListed), next: found.next };
};
