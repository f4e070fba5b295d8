import { shanghaiDay } from '@contract/rules/calendar';
import type { ProxyState } from '@contract/seat';
import { AppError } from '../../kit/errors';
import { proxies, type Proxy } from '../../stores/proxies';
import { units, type Unit } from '../../stores/units';

/** Derived from the days and from who sits on the seat today: it ends with the lender's record, whatever ended that. */
export function proxyState(proxy: Proxy, unit: Unit | null, now: Date): ProxyState {
  const today = shanghaiDay(now);
  const lent = unit?.active && unit.seats[proxy.kind]?.filingId === proxy.lender.filingId;
  if (!lent || proxy.endedAt || proxy.to < today) return 'ended';
  if (!proxy.proxy) return 'offered';
  return proxy.from > today ? 'waiting' : 'active';
}

/** By the code, with its unit; an unknown code is told no more than that. */
export async function byCode(code: string): Promise<{ proxy: Proxy; unit: Unit | null }> {
  const proxy = await proxies.byCode(code);
  if (!proxy) throw new AppError('missing', '没有找到这张代理码，请让联络员重新出示', 'code');
  return { proxy, unit: await units.get(proxy.unitId) };
}

/** One of the unit's own; another unit's is as good as none. */
export async function findProxy(unitId: string, proxyId: string): Promise<Proxy> {
  const proxy = await proxies.get(proxyId);
  if (proxy?.unitId !== unitId) throw new AppError('missing', '没有找到这次代理');
  return proxy;
}
