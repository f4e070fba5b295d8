import { makeOffice, makeSeatedUnit, makeStaff, requestsOf, stranger } from '../../support';
import { accepted, lent } from './lent';

describe('seat.proxies', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for the unit’s liaisons and staff', async () => {
    const { unit } = await lent();
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('seat.proxies', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('seat.proxies', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
    const staff = await makeStaff('finance');
    expect(await staff.fails('seat.proxies', { unitId: '?' })).toMatchObject({ field: 'unitId' });
    expect(await staff.fails('seat.proxies', { unitId: 'nowhere' })).toMatchObject({ code: 'missing' });
    expect(await staff.ask('seat.proxies', { unitId: unit._id })).toMatchObject({ canLend: false, days: 30 });
  });

  it('shows what was lent, to whom and how it stands; no openid and no code', async () => {
    const { unit, lender, proxyId } = await accepted();
    const { proxyId: second } = await lender.change('seat.lend', {
      unitId: unit._id,
      from: '2026-12-01',
      to: '2026-12-02',
      scopes: ['notice', 'meeting'],
    });
    const shown = await lender.ask('seat.proxies', { unitId: unit._id });
    expect(shown).toMatchObject({ unitName: unit.name, canLend: true });
    expect(shown.proxies.map((one) => [one.proxyId, one.state, one.name])).toEqual(
      expect.arrayContaining([
        [second, 'offered', null],
        [proxyId, 'active', '示例代理'],
      ]),
    );
    expect(JSON.stringify(shown)).not.toMatch(/openid|code/);
    expect(await requestsOf('seat.proxies')).toHaveLength(4);
  });

  it('says that it ended when the record that lent it is closed', async () => {
    const { unit } = await accepted();
    const staff = await makeStaff();
    const leaving = { unitId: unit._id, kind: 'main' as const, on: '2026-11-23', reason: '离职' };
    await staff.change('seat.vacate', leaving);
    expect(await staff.ask('seat.proxies', { unitId: unit._id })).toMatchObject({
      proxies: [{ state: 'ended' }],
    });
  });
});
