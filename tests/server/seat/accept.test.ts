import type { Scope } from '@contract/rules/rights';
import { cloud, makeOffice, makePerson, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { owed } from '../handover/parties';
import { accepted, lent } from './lent';

const version = '2027-01' as const;

describe('seat.accept', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for whoever holds the code, a stranger too, and for nobody without', async () => {
    const { code, unit } = await lent();
    expect(
      await stranger().fails('seat.accept', { code: 'A'.repeat(18), name: '示例代理', version }),
    ).toEqual({
      code: 'missing',
      field: 'code',
      message: '没有找到这张代理码，请让联络员重新出示',
    });
    const who = stranger();
    expect(await who.change('seat.accept', { code, name: '示例代理', version })).toEqual({
      unitId: unit._id,
      unitName: unit.name,
    });
    expect((await requestsOf('seat.accept')).length).toBeLessThanOrEqual(13);
    expect(await cloud.find('people', { _id: who.openid })).toMatchObject([
      { name: '示例代理', consents: [{ version }], proxies: [{ unitId: unit._id, scopes: ['notice'] }] },
    ]);
    expect(await cloud.find('audits', { action: 'seat.accept' })).toHaveLength(1);
  });

  it.each([
    [{ code: 'short' }, 'code', '登记码不正确，请重新扫码'],
    [{ name: '' }, 'name', '请填写姓名'],
    [{ version: '2020-01' }, 'version', '说明已更新，请重新阅读并同意'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const { code } = await lent();
    const input = { code, name: '示例代理', version, ...wrong };
    expect(await stranger().fails('seat.accept', input)).toEqual({ code: 'invalid', field, message });
    expect(await cloud.find('people', { name: '示例代理' })).toEqual([]);
  });

  it('is not for the unit’s own liaison, nor for a second, nor once it is over', async () => {
    const { code, lender, unit, proxyId } = await lent();
    expect(await lender.fails('seat.accept', { code, name: '示例', version })).toMatchObject({
      code: 'conflict',
    });
    await stranger().change('seat.accept', { code, name: '示例代理', version });
    expect(await stranger().fails('seat.accept', { code, name: '示例另一', version })).toMatchObject({
      code: 'closed',
    });
    await lender.change('seat.endProxy', { unitId: unit._id, proxyId });
    const late = stranger();
    expect(await late.fails('seat.accept', { code, name: '示例另一', version })).toMatchObject({
      code: 'expired',
    });
    expect(await cloud.find('people', { _id: late.openid })).toEqual([]);
    const other = await lent();
    await cloud.clock.set('2026-12-01T00:00:00.000Z');
    expect(await stranger().fails('seat.accept', { code: other.code, name: '示例', version })).toMatchObject({
      code: 'expired',
    });
  });

  it('goes to one of two who scan at once', async () => {
    const { code } = await lent();
    const replies = await Promise.all(
      [stranger(), stranger()].map((who) =>
        who.call('seat.accept', { code, name: '示例代理', version }, requestId()),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await cloud.find('people', { 'proxies.0': { $exists: true } })).toHaveLength(1);
  });

  it('keeps the name somebody is known by, and one acceptance of a request sent twice', async () => {
    const { code } = await lent();
    const who = await makePerson({ name: '示例已知' });
    const id = requestId();
    const first = await who.change('seat.accept', { code, name: '示例别名', version }, id);
    expect(await who.change('seat.accept', { code, name: '示例别名', version }, id)).toEqual(first);
    expect(await cloud.find('people', { _id: who.openid })).toMatchObject([{ name: '示例已知' }]);
    const [row] = await cloud.find('people', { _id: who.openid });
    expect(row?.proxies).toHaveLength(1);
  });

  it('acts within its days only, both included, and its name says so', async () => {
    const { unit, proxy, lender } = await accepted(['notice'], { from: '2026-11-24', to: '2026-11-25' });
    const notice = await owed(unit);
    const input = { unitId: unit._id, noticeId: notice._id };
    expect(await proxy.fails('notice.confirm', input)).toMatchObject({ code: 'stranger' });
    await cloud.clock.set('2026-11-23T15:59:59.000Z');
    expect(await proxy.fails('notice.confirm', input)).toMatchObject({ code: 'stranger' });
    await cloud.clock.set('2026-11-23T16:00:00.000Z');
    expect(await proxy.ask('notice.get', input)).toMatchObject({ view: 'whole' });
    expect(await proxy.ask('notice.inbox', { unitId: unit._id })).toMatchObject({
      notices: [{ noticeId: notice._id }],
    });
    expect(await proxy.ask('home.liaison', { unitId: unit._id })).toMatchObject({ total: 1, record: null });
    expect((await proxy.ask('me.get', {})).person?.proxies).toMatchObject([
      { unitId: unit._id, to: '2026-11-25' },
    ]);
    expect(await proxy.change('notice.confirm', input)).toMatchObject({
      confirmed: { by: '示例代理（代理）' },
    });
    expect(await lender.ask('notice.get', input)).toMatchObject({
      receipt: { confirmed: { by: '示例代理（代理）' } },
    });
    await cloud.clock.set('2026-11-25T15:59:59.000Z');
    expect(await proxy.ask('home.liaison', { unitId: unit._id })).toMatchObject({ total: 0 });
    await cloud.clock.set('2026-11-25T16:00:00.000Z');
    expect(await proxy.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect((await proxy.ask('me.get', {})).person?.proxies).toEqual([]);
  });

  it.each(['article', 'meeting', 'opinion', 'dues'] as Scope[])(
    'acts in its matters only: %s',
    async (scope) => {
      const { unit, proxy } = await accepted([scope]);
      const notice = await owed(unit);
      const input = { unitId: unit._id, noticeId: notice._id };
      expect(await proxy.fails('notice.confirm', input)).toMatchObject({ code: 'forbidden' });
      expect(await proxy.ask('notice.get', input)).toMatchObject({ view: 'card' });
    },
  );

  it('may neither hand over, lend on nor see other units', async () => {
    const { unit, proxy } = await accepted();
    const unitId = unit._id;
    const changed = { changedOn: '2026-11-20', reason: '离职' };
    expect(await proxy.fails('handover.start', { unitId, kind: 'main', ...changed })).toMatchObject({
      code: 'forbidden',
    });
    const wish = { from: '2026-11-23', to: '2026-11-24', scopes: ['notice'] };
    expect(await proxy.fails('seat.lend', { unitId, ...wish })).toMatchObject({ code: 'forbidden' });
    expect(await proxy.fails('seat.proxies', { unitId })).toMatchObject({ code: 'forbidden' });
    expect(await proxy.fails('directory.list', {})).toMatchObject({ code: 'forbidden' });
  });

  it('ends in the instant the lender’s seat does', async () => {
    const { unit, proxy } = await accepted();
    expect(await proxy.ask('home.liaison', { unitId: unit._id })).toMatchObject({ total: 0 });
    const leaving = { unitId: unit._id, kind: 'main' as const, on: '2026-11-23', reason: '离职' };
    await (await makeStaff()).change('seat.vacate', leaving);
    expect(await proxy.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
  });
});
