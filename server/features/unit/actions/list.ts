import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { page } from '../../../kit/pages';
import { searchOf, tidyName } from '../../../kit/search';
import { placeIn, type Wanted } from '../../../stores/unit-lists';
import { units } from '../../../stores/units';
import { presentListed } from '../present';

const PAGE = 50;
/** Where a page of the longest vacant ended: a moment, or none, and a sort key. */
const VACANT_PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?\|/;

export const list: Act<'unit.list'> = async (ctx, { search, region, industry, tag, ...rest }) => {
  const wanted: Wanted = {
    ...rest,
    search: searchOf(search),
    region: tidyName(region),
    industry: tidyName(industry),
    tag: tag || undefined,
  };
  if (rest.vacant && !wanted.search && rest.cursor && !VACANT_PLACE.test(rest.cursor))
    throw new AppError('invalid', '翻页位置不正确', 'cursor');
  const found = page(await units.page(wanted, PAGE + 1), PAGE, placeIn(wanted));
  return { units: found.rows.map((unit) => presentListed(unit, ctx.now)), next: found.next };
};
