import { later, makeCode, makeSeatedUnit, makeStaff, requestsOf, stranger } from '../../support';

describe('code.list', () => {
  it('is for staff who may issue codes', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('code.list', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('code.list', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('code.list', {})).toMatchObject({ code: 'forbidden' });
  });

  it('names a cursor that is none', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('code.list', { cursor: 5 })).toMatchObject({ code: 'invalid', field: 'cursor' });
  });

  it('shows the newest first with their state, page by page', async () => {
    const staff = await makeStaff();
    for (let i = 0; i < 21; i += 1)
      await makeCode({ order: `2026-11-2${i % 4}_${String(i).padStart(2, '0')}` });
    await makeCode({ order: '2026-11-30_1', revokedAt: later(0), unitId: 'unit-1', unitName: '示例一矿' });
    await makeCode({ order: '2026-11-30_0', expiresAt: later(0), uses: 3 });
    const first = await staff.ask('code.list', {});
    expect(first.codes.slice(0, 3).map(({ state, uses, unitName }) => [state, uses, unitName])).toEqual([
      ['revoked', 0, '示例一矿'],
      ['expired', 3, null],
      ['valid', 0, null],
    ]);
    const second = await staff.ask('code.list', { cursor: first.next ?? undefined });
    expect([first.codes.length, second.codes.length, second.next]).toEqual([20, 3, null]);
    expect(await requestsOf('code.list')).toHaveLength(2);
  });

  it('says so with an empty list when there is none', async () => {
    expect(await (await makeStaff()).ask('code.list', {})).toEqual({ codes: [], next: null });
  });
});
