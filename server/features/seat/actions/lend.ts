import { shanghaiDay } from '@contract/rules/calendar';
import type { Policy } from '@contract/policy/schema';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import { offices } from '../../../stores/offices';
import { proxies } from '../../../stores/proxies';
import { units } from '../../../stores/units';

/** The code is the whole secret, so it is random and not the request's. */
const CODE_LENGTH = 18;

export const lend: Act<'seat.lend'> = async (ctx, input) => {
  const known = await proxies.get(ctx.requestId);
  if (known && known.lender.openid !== ctx.caller.openid) throw new AppError('conflict');
  if (!known) await offer(ctx, input);
  ctx.record({ collection: 'proxies', subjectId: ctx.requestId, unitId: known?.unitId ?? input.unitId });
  return { proxyId: ctx.requestId };
};

async function offer(...[ctx, { unitId, from, to, scopes }]: Parameters<typeof lend>): Promise<void> {
  const [unit, office] = await Promise.all([units.get(unitId), offices.get()]);
  daysMustFit(ctx, from, to, policyOf(office));
  const { openid } = ctx.caller;
  const seat = [unit?.seats.main, unit?.seats.deputy].find((one) => one?.openid === openid);
  if (!unit || !seat) throw new AppError('conflict', '您已不在这家单位的席位上，请刷新');
  await proxies.add({
    _id: ctx.requestId,
    unitId,
    unitName: unit.name,
    kind: seat.kind,
    lender: { openid, name: seat.name, filingId: seat.filingId },
    from,
    to,
    scopes,
    code: ctx.newId(CODE_LENGTH),
    pictureId: null,
    proxy: null,
    acceptedAt: null,
    endedAt: null,
    endedBy: '',
    order: `${ctx.now.toISOString()}_${ctx.requestId}`,
    requests: [ctx.requestId],
  });
}

/** Both days are included: from Monday to Monday is one day. */
function daysMustFit({ now }: Context, from: string, to: string, { seats }: Policy): void {
  if (seats.proxyDays === 0) throw new AppError('closed', '本会制度没有临时代理，请办理交接或联系秘书处');
  if (from < shanghaiDay(now)) throw new AppError('invalid', '开始日期不能早于今天', 'from');
  if (to < from) throw new AppError('invalid', '结束日期不能早于开始日期', 'to');
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  if (days > seats.proxyDays)
    throw new AppError('invalid', `临时代理最长${seats.proxyDays}天，时间更长请办理交接`, 'to');
}
