import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { validCode } from '../../../kit/registration-code';
import { offices } from '../../../stores/offices';
import { units } from '../../../stores/units';

/** What a stranger who scanned sees; nothing is counted, a use is a filing sent. */
export const open: Act<'code.open'> = async (ctx, { codeId }) => {
  const [code, office] = await Promise.all([validCode(codeId, ctx.now), offices.get()]);
  const unit = code.unitId ? await units.get(code.unitId) : null;
  if (code.unitId && !unit?.active) {
    throw new AppError('missing', '登记码对应的单位已不在册，请联系秘书处', 'codeId');
  }
  return {
    officeName: office?.name ?? '',
    unit: unit && { unitId: unit._id, name: unit.name },
    expiresAt: code.expiresAt.toISOString(),
  };
};
