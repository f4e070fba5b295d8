import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { units } from '../../../stores/units';
import { behind } from '../statistics/behind';
import { scopeOf } from '../../../kit/statistics-scope';

/** What the unit was asked in these months and what became of it; the file of a unit that left is kept. */
export const ofUnit: Act<'notice.ofUnit'> = async ({ now }, { unitId, show, cursor, ...asked }) => {
  const [scope, unit] = await Promise.all([scopeOf(asked), cursor ? null : units.get(unitId)]);
  if (!cursor && !unit) throw new AppError('missing', '没有找到这家单位，可能已被删除');
  return behind({ ...scope, unitId }, show, now, cursor);
};
