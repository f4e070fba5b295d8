import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { units } from '../../../stores/units';

/** Takes back a unit that left, without liaison; the departure goes to the history. */
export const rejoin: Act<'unit.rejoin'> = async (ctx, { unitId }) => {
  const unit = await units.get(unitId);
  if (!unit) throw new AppError('missing', '没有找到这家单位');
  if (!unit.requests.includes(ctx.requestId)) {
    if (!unit.left) throw new AppError('closed', '这家单位现在就在册，请刷新');
    const backBy = ctx.caller.person?.staff?.name ?? '';
    const done = await units.rejoin(unitId, { ...unit.left, backAt: ctx.now, backBy }, ctx.requestId);
    if (done === 'taken')
      throw new AppError('conflict', '现在已有同名的在册单位，请先核对，必要时改其中一家的名称');
    if (done === 'changed' && !(await units.get(unitId))?.requests.includes(ctx.requestId))
      throw new AppError('conflict');
  }
  ctx.record({ collection: 'units', subjectId: unitId, unitId });
  return {};
};
