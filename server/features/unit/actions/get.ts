import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { units } from '../../../stores/units';
import { presentUnit } from '../present';

export const get: Act<'unit.get'> = async (_ctx, { unitId }) => {
  const unit = await units.get(unitId);
  if (!unit?.active) throw new AppError('missing', '没有找到这家单位，可能已不在册');
  return presentUnit(unit);
};
