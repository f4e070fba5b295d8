import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import { offices } from '../../../stores/offices';
import { units } from '../../../stores/units';
import { presentUnit } from '../present';

export const get: Act<'unit.get'> = async (ctx, { unitId }) => {
  const [unit, office] = await Promise.all([units.get(unitId), offices.get()]);
  if (!unit) throw new AppError('missing', '没有找到这家单位，可能已不在册');
  return presentUnit(unit, policyOf(office), ctx.now);
};
