import { AppError } from '../../../kit/errors';
import { placeIn, type Wanted } from '../../../stores/unit-lists';
import { units, type Unit } from '../../../stores/units';

const PAGE = 500;
/** What a workbook is still handy with; an association has some hundreds. */
const MOST = 20_000;

/** All units of a list, whole, in its order. */
export async function unitsOf(wanted: Wanted): Promise<Unit[]> {
  const found: Unit[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await units.page({ ...wanted, cursor }, PAGE);
    const whole = new Map((await units.byIds(page.map(({ _id }) => _id))).map((unit) => [unit._id, unit]));
    // What it is searched by is most of a unit, and no part of a workbook.
    for (const { _id } of page) {
      const unit = whole.get(_id);
      if (unit) found.push({ ...unit, grams: [], pinyin: '', initials: '' });
    }
    if (found.length > MOST)
      throw new AppError('invalid', `超过${MOST}家单位，请按地区或行业分次导出`, 'region');
    const last = page[page.length - 1];
    if (page.length < PAGE || !last) return found;
    cursor = placeIn(wanted)(last);
  }
}
