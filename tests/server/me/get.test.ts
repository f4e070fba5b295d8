import { rights, rightsOf, roles, type Role } from '@contract/rules/rights';
import {
  cloud,
  makeFiling,
  makeLiaison,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';

describe('me.get', () => {
  it('answers a stranger, before there is an office and after', async () => {
    expect(await stranger().ask('me.get', {})).toEqual({
      office: { claimed: false, name: '', hosts: [] },
      seatNames: null,
      person: null,
    });
    const { name, hosts } = await makeOffice();
    expect(await stranger().ask('me.get', {})).toEqual({
      office: { claimed: true, name, hosts },
      seatNames: { main: '联络员', deputy: '副联络员' },
      person: null,
    });
    expect(await requestsOf('me.get')).toHaveLength(2);
  });

  it.each([['me'], [7], [true]])('takes no other input than an object: %j', async (input) => {
    expect(await stranger().fails('me.get', input)).toEqual({ code: 'invalid', message: '这一项填写有误' });
  });

  it('stores nothing about a stranger', async () => {
    await stranger().ask('me.get', {});
    expect(await cloud.find('people', {})).toEqual([]);
  });

  it('says whom a liaison acts for, of several units too', async () => {
    const [one, two] = [await makeUnit(), await makeUnit()];
    const since = new Date(NOW);
    const liaison = await makeLiaison(one, {
      seats: [
        { unitId: one._id, unitName: one.name, kind: 'main', since },
        { unitId: two._id, unitName: two.name, kind: 'deputy', since },
      ],
    });
    expect(await liaison.ask('me.get', {})).toMatchObject({
      person: {
        name: '示例联络员',
        seats: [
          { unitId: one._id, unitName: one.name, kind: 'main' },
          { unitId: two._id, unitName: two.name, kind: 'deputy' },
        ],
        staff: null,
        filing: null,
      },
    });
    expect((await requestsOf('me.get')).length).toBeLessThanOrEqual(3);
  });

  it.each(Object.keys(roles) as Role[])('says what %s may do', async (role) => {
    const reply = await (await makeStaff(role)).ask('me.get', {});
    expect(reply.person?.staff).toEqual({ role, rights: rightsOf(role) });
    expect(reply.person?.staff?.rights.every((right) => right in rights)).toBe(true);
  });

  it('says that somebody who left holds nothing', async () => {
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await former.ask('me.get', {})).toMatchObject({
      person: { seats: [], staff: null, filing: null },
    });
  });

  it('names the units the caller stands in for today, and no others', async () => {
    const { unit } = await makeSeatedUnit();
    const filingId = unit.seats.main?.filingId ?? '';
    const lent = { unitId: unit._id, unitName: unit.name, filingId, scopes: ['notice' as const] };
    const who = await makePerson({
      proxies: [
        { ...lent, proxyId: 'over', from: '2026-11-20', to: '2026-11-22' },
        { ...lent, proxyId: 'today', from: '2026-11-20', to: '2026-11-23' },
        { ...lent, proxyId: 'to-come', from: '2026-11-24', to: '2026-11-30' },
        { ...lent, proxyId: 'void', filingId: 'closed-filing', from: '2026-11-20', to: '2026-11-30' },
      ],
    });
    const { person } = await who.ask('me.get', {});
    const shown = { proxyId: 'today', unitId: unit._id, unitName: unit.name, to: '2026-11-23' };
    expect(person?.proxies).toEqual([{ ...shown, scopes: ['notice'] }]);
    expect((await requestsOf('me.get')).length).toBeLessThanOrEqual(4);
  });

  it('is staff and liaison at once', async () => {
    const { unit } = await makeSeatedUnit();
    const both = await makeLiaison(unit, { staff: { role: 'member', name: '示例秘书' } });
    expect(await both.ask('me.get', {})).toMatchObject({
      person: { seats: [{ unitId: unit._id }], staff: { role: 'member' } },
    });
  });

  it('names the newest filing that is not decided, and whose turn it is', async () => {
    const who = await makePerson({ name: '' });
    const [one, two, three] = [await makeUnit(), await makeUnit(), await makeUnit()];
    await makeFiling(one, { openid: who.openid, order: '2026-11-20T00:00:00.000Z_a' });
    await makeFiling(two, { openid: who.openid, order: '2026-11-21T00:00:00.000Z_b', state: 'returned' });
    await makeFiling(three, {
      openid: who.openid,
      order: '2026-11-22T00:00:00.000Z_c',
      state: 'refused',
      open: false,
    });
    await makeFiling(three, { openid: 'openid-of-another' });
    const { person } = await who.ask('me.get', {});
    expect(person?.filing).toMatchObject({ unitName: two.name, state: 'returned' });
    expect(person?.filing?.turn).toMatch(/^等您/);
    expect((await requestsOf('me.get')).length).toBeLessThanOrEqual(3);
  });

  it('never says an openid, a number or what was consented to', async () => {
    const { liaison } = await makeSeatedUnit();
    const who = await makePerson({
      verifiedMobile: '19900009999',
      verifiedBy: 'test-request-0000',
      consents: [{ version: '2027-01', at: new Date(NOW) }],
      staff: { role: 'admin', name: '示例秘书' },
    });
    for (const one of [who, liaison]) {
      const text = JSON.stringify(await one.call('me.get', {}));
      expect(text).not.toContain(one.openid);
      expect(text).not.toMatch(/19900009999|2026-11|openid/);
    }
  });

  it('believes no openid in the payload', async () => {
    const staff = await makeStaff();
    const input = { openid: staff.openid, OPENID: staff.openid, userInfo: { openId: staff.openid } };
    const { result } = await cloud.call(
      'api',
      { action: 'me.get', input, ...input },
      { openid: 'openid-of-a-thief' },
    );
    expect(result).toMatchObject({ ok: true, data: { person: null } });
  });
});
