import { erasureLabels } from '@contract/privacy';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { erasures } from '../../../stores/erasures';

/** Possible until it is decided: what is deleted cannot be brought back. */
export const withdrawErasure: Act<'privacy.withdrawErasure'> = async (ctx, { erasureId }) => {
  const erasure = await erasures.get(erasureId);
  if (erasure?.openid !== ctx.caller.openid) throw new AppError('missing', '没有找到这份申请');
  if (!erasure.requests.includes(ctx.requestId)) {
    const change = { state: 'withdrawn' as const, slot: erasureId, decidedAt: ctx.now };
    if (!(await erasures.move(erasureId, 'waiting', change, ctx.requestId))) {
      const now = (await erasures.get(erasureId)) ?? erasure;
      if (!now.requests.includes(ctx.requestId))
        throw new AppError('closed', `这份申请${erasureLabels[now.state]}，不能再撤回`);
    }
  }
  ctx.record({ collection: 'erasures', subjectId: erasureId });
  return { erasureId };
};
