import type { Scope } from '@contract/rules/rights';
import { makePerson } from '../../support';
import { seated, TODAY } from '../handover/parties';
import { CONSENT } from '../filing/registration';

/** A seat lent from today to the end of the month, its code as the colleague scans it. */
export async function lent(scopes: Scope[] = ['notice'], days = { from: TODAY, to: '2026-11-30' }) {
  const { unit, leaver: lender } = await seated({ name: '示例出借' });
  const { proxyId } = await lender.change('seat.lend', { unitId: unit._id, ...days, scopes });
  const { code } = await lender.ask('seat.proxyCode', { unitId: unit._id, proxyId });
  return { unit, lender, proxyId, code };
}

/** The same, accepted. */
export async function accepted(scopes?: Scope[], days?: { from: string; to: string }) {
  const all = await lent(scopes, days);
  const proxy = await makePerson({ name: '' });
  await proxy.change('seat.accept', {
    code: all.code,
    name: '示例代理',
    version: CONSENT.version as '2027-01',
  });
  return { ...all, proxy };
}
