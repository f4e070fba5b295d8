import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { searchOf } from '../../../kit/search';
import { placeOf, units } from '../../../stores/units';
import { presentEntry } from '../present';

const PAGE = 50;

export const list: Act<'directory.list'> = async (_ctx, { search, cursor }) => {
  const found = page(await units.page({ search: searchOf(search), cursor }, PAGE + 1), PAGE, placeOf);
  return { units: found.rows.map(presentEntry), next: found.next };
};
