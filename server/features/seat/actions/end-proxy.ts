import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { transact } from '../../../kit/table';
import { people } from '../../../stores/people';
import { proxies } from '../../../stores/proxies';

/** Ended is ended: asked again, the answer is the same. */
export const endProxy: Act<'seat.endProxy'> = async (ctx, { unitId, proxyId }) => {
  await transact(async (tx) => {
    const proxy = await proxies.getIn(tx, proxyId);
    if (proxy?.unitId !== unitId) throw new AppError('missing', '没有找到这次代理');
    if (proxy.endedAt) return;
    const endedBy = ctx.caller.person?.name ?? '';
    await proxies.changeIn(tx, proxyId, { endedAt: ctx.now, endedBy }, ctx.requestId);
    if (proxy.proxy) await people.endProxyIn(tx, proxy.proxy.openid, proxyId);
    await ctx.recordIn(tx, { collection: 'proxies', subjectId: proxyId, unitId });
  });
  return { proxyId };
};
