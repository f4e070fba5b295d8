import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { holdsSeat } from '../../../kit/rules';
import { transact } from '../../../kit/table';
import { checkText } from '../../../kit/text-check';
import { newPerson, people } from '../../../stores/people';
import { proxies, type Proxy } from '../../../stores/proxies';
import { units } from '../../../stores/units';
import { byCode, proxyState } from '../find';

/** One code, one proxy. Consent is recorded before the name is (个人信息保护法 art. 13). */
export const accept: Act<'seat.accept'> = async (ctx, { code, name, version }) => {
  const { openid, person } = ctx.caller;
  const { proxy, unit } = await byCode(code);
  if (!proxy.requests.includes(ctx.requestId)) {
    if (holdsSeat(ctx.caller, proxy.unitId))
      throw new AppError('conflict', '您就是这家单位的联络员，不用代理', 'code');
    mustBeFree(proxy, unit, ctx.now); // before anything is kept of whoever scanned a code that is over
    await checkText(openid, name, 'name', 'profile', '代理人姓名');
    if (!person) await people.add(newPerson(openid, ctx.now));
    await people.consent(openid, version, ctx.now);
  }
  // Somebody we know keeps the name under which the files know them.
  const known = person?.name || null;
  const taken = await take(ctx, proxy._id, known ?? name, known === null);
  return { unitId: taken.unitId, unitName: taken.unitName };
};

function take(ctx: Context, proxyId: string, name: string, named: boolean): Promise<Proxy> {
  const { openid } = ctx.caller;
  return transact(async (tx) => {
    const proxy = await proxies.getIn(tx, proxyId);
    if (!proxy) throw new AppError('missing', '没有找到这张代理码，请让联络员重新出示', 'code');
    if (proxy.proxy?.openid === openid && proxy.requests.includes(ctx.requestId)) return proxy;
    const unit = await units.getIn(tx, proxy.unitId);
    mustBeFree(proxy, unit, ctx.now);
    const { _id, unitId, from, to, scopes, lender } = proxy;
    const unitName = unit?.name ?? proxy.unitName;
    const change = { proxy: { openid, name }, acceptedAt: ctx.now };
    await proxies.changeIn(tx, _id, change, ctx.requestId);
    const mine = { proxyId: _id, unitId, unitName, filingId: lender.filingId, from, to, scopes };
    await people.proxyIn(tx, openid, mine, named ? name : null);
    await ctx.recordIn(tx, { collection: 'proxies', subjectId: _id, unitId });
    return proxy;
  });
}

function mustBeFree(...[proxy, unit, now]: Parameters<typeof proxyState>): void {
  if (proxyState(proxy, unit, now) === 'ended')
    throw new AppError('expired', '这次代理已经结束，请让联络员重新办理', 'code');
  if (proxy.proxy) throw new AppError('closed', '这张代理码已经有人接受，请让联络员重新办理', 'code');
}
