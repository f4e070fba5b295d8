import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { validCode } from '../../../kit/registration-code';
import { searchOf } from '../../../kit/search';
import { units } from '../../../stores/units';
import { presentHolders } from '../present';

/** Names shown: enough to find one's own unit, too few to copy the list of members. */
const SHOWN = 20;

export const findUnits: Act<'code.findUnits'> = async (ctx, { codeId, search }) => {
  const code = await validCode(codeId, ctx.now);
  if (code.unitId) throw new AppError('forbidden', '这张登记码已写明单位，不用再查找', 'codeId');
  const found = await units.page({ search: searchOf(search, 'names') }, SHOWN);
  return {
    units: found.map((unit) => ({
      unitId: unit._id,
      name: unit.name,
      region: unit.region,
      holders: presentHolders(unit),
    })),
  };
};
