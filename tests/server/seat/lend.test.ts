import { cloud, makeOffice, makeSeatedUnit, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { officeWith, seated } from '../handover/parties';

describe('seat.lend', () => {
  const wish = { from: '2026-11-23', to: '2026-12-03', scopes: ['notice' as const] };

  it('is for who sits on a seat of the unit', async () => {
    await makeOffice();
    const { unit } = await seated();
    const { liaison } = await makeSeatedUnit();
    const input = { unitId: unit._id, ...wish };
    expect(await stranger().fails('seat.lend', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('seat.lend', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('seat.lend', input)).toMatchObject({ code: 'forbidden' });
    expect(await cloud.find('proxies', {})).toEqual([]);
  });

  it.each([
    [{ from: '2026-11-22' }, 'from', '开始日期不能早于今天'],
    [{ from: '2026-12-04' }, 'to', '结束日期不能早于开始日期'],
    [{ to: '2026-12-23' }, 'to', '临时代理最长30天，时间更长请办理交接'],
    [{ scopes: [] }, 'scopes', '请选择代理事项'],
    [{ scopes: ['everything'] }, 'scopes.0', '没有这个代理事项'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const input = { unitId: unit._id, ...wish, ...wrong };
    expect(await leaver.fails('seat.lend', input)).toEqual({ code: 'invalid', field, message });
  });

  it('counts both days: thirty days are thirty days', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    await leaver.change('seat.lend', { unitId: unit._id, ...wish, to: '2026-12-22' });
  });

  it('is not there where the rulebook has none', async () => {
    await officeWith({ proxyDays: 0 });
    const { unit, leaver } = await seated();
    expect(await leaver.fails('seat.lend', { unitId: unit._id, ...wish })).toMatchObject({ code: 'closed' });
  });

  it('keeps what was lent, by whom and by which record; once however often it is sent', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const id = requestId();
    const input = { unitId: unit._id, ...wish };
    expect(await leaver.change('seat.lend', input, id)).toEqual({ proxyId: id });
    expect((await requestsOf('seat.lend')).length).toBeLessThanOrEqual(6);
    await leaver.change('seat.lend', input, id);
    expect(await cloud.find('proxies', {})).toMatchObject([
      {
        _id: id,
        unitId: unit._id,
        kind: 'main',
        lender: { openid: leaver.openid, name: '示例离任', filingId: `${unit._id}-main` },
        ...wish,
        code: expect.stringMatching(/^\w{18}$/),
        proxy: null,
      },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'seat.lend', unitId: unit._id },
    ]);
  });
});
