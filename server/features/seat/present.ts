import type { Output } from '@contract/index';
import type { Proxy } from '../../stores/proxies';
import type { Unit } from '../../stores/units';
import { proxyState } from './find';

type Shown = Output<'seat.proxies'>['proxies'][number];

export const presentProxy = (
  proxy: Proxy,
  unit: Unit | null,
  now: Date,
): Omit<Shown, 'proxyId' | 'kind' | 'name'> => ({
  unitName: unit?.name ?? proxy.unitName,
  lenderName: proxy.lender.name,
  from: proxy.from,
  to: proxy.to,
  scopes: proxy.scopes,
  state: proxyState(proxy, unit, now),
});

export const presentLent = (proxy: Proxy, unit: Unit | null, now: Date): Shown => ({
  ...presentProxy(proxy, unit, now),
  proxyId: proxy._id,
  kind: proxy.kind,
  name: proxy.proxy?.name ?? null,
});
