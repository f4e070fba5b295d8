import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { policyOf } from '../../../kit/policy';
import { isStaff } from '../../../kit/rules';
import { searchOf, tidyName } from '../../../kit/search';
import { offices } from '../../../stores/offices';
import { placeIn, type Wanted } from '../../../stores/unit-lists';
import { units } from '../../../stores/units';
import { presentEntry } from '../present';

/** Cards a phone is sent at once: a card is about 2 KB of setData, 64 KB is the most (scripts/bench/set-data.ts). */
const PAGE = 20;

export const list: Act<'directory.list'> = async (ctx, { search, by, region, industry, post, cursor }) => {
  const wanted: Wanted = {
    search: searchOf(search),
    by,
    region: tidyName(region),
    industry: tidyName(industry),
    post,
    cursor,
  };
  const [office, rows] = await Promise.all([offices.get(), units.page(wanted, PAGE + 1)]);
  const { seats, records } = policyOf(office);
  // Staff see numbers by their right alone, one at a time.
  const open = records.openDirectory && !isStaff(ctx.caller);
  const found = page(rows, PAGE, placeIn(wanted));
  return {
    units: found.rows.map((unit) => presentEntry(unit, open)),
    seatNames: seats.names,
    next: found.next,
  };
};
