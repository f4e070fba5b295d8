import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { searchOf } from '../../../kit/search';
import { placeOf, units } from '../../../stores/units';
import { presentListed } from '../present';

const PAGE = 50;

export const list: Act<'unit.list'> = async (_ctx, { search, vacant, cursor }) => {
  const found = page(await units.page({ search: searchOf(search), vacant, cursor }, PAGE + 1), PAGE, placeOf);
  return { units: found.rows.map(presentListed), next: found.next };
};
