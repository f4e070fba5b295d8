import { cloud, makeOffice, makeSeatedUnit, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { accepted, lent } from './lent';

describe('seat.endProxy', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for the unit’s liaisons and staff who review registrations, and of the unit named', async () => {
    const { unit, proxyId } = await lent();
    const other = await makeSeatedUnit();
    for (const role of ['editor', 'meeting', 'finance'] as const) {
      const clerk = await makeStaff(role);
      expect(await clerk.fails('seat.endProxy', { unitId: unit._id, proxyId })).toMatchObject({
        code: 'forbidden',
      });
      expect(await clerk.ask('seat.proxies', { unitId: unit._id })).toMatchObject({ canEnd: false });
    }
    for (const role of ['member', 'secretary-general'] as const)
      expect(await (await makeStaff(role)).ask('seat.proxies', { unitId: unit._id })).toMatchObject({
        canEnd: true,
        canLend: false,
      });
    const input = { unitId: unit._id, proxyId };
    expect(await stranger().fails('seat.endProxy', input)).toMatchObject({ code: 'stranger' });
    expect(await other.liaison.fails('seat.endProxy', input)).toMatchObject({ code: 'forbidden' });
    const foreign = { unitId: other.unit._id, proxyId };
    expect(await other.liaison.fails('seat.endProxy', foreign)).toMatchObject({ code: 'missing' });
    expect(await other.liaison.fails('seat.endProxy', { ...foreign, proxyId: '?' })).toMatchObject({
      field: 'proxyId',
    });
    expect(await cloud.find('proxies', {})).toMatchObject([{ endedAt: null }]);
  });

  it('ends at once, and once however often it is sent', async () => {
    const { unit, lender, proxy, proxyId } = await accepted();
    const id = requestId();
    const input = { unitId: unit._id, proxyId };
    expect(await lender.change('seat.endProxy', input, id)).toEqual({ proxyId });
    expect((await requestsOf('seat.endProxy')).length).toBeLessThanOrEqual(8);
    expect(await lender.change('seat.endProxy', input, id)).toEqual({ proxyId });
    expect(await (await makeStaff()).change('seat.endProxy', input)).toEqual({ proxyId });
    expect(await proxy.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await cloud.find('people', { _id: proxy.openid })).toMatchObject([{ proxies: [] }]);
    expect(await cloud.find('audits', { action: 'seat.endProxy' })).toHaveLength(1);
  });
});
