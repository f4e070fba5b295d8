import {
  later,
  makeFiling,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  someForm,
  stranger,
} from '../../support';

describe('unit.terms', () => {
  it('is for staff, and names a field that is wrong', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    expect(await stranger().fails('unit.terms', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('unit.terms', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('unit.terms', { unitId: '' })).toMatchObject({
      code: 'invalid',
      field: 'unitId',
    });
  });

  it('shows who held which seat from when until when, the newest first, of this unit only', async () => {
    const staff = await makeStaff('finance');
    const [unit, other] = [await makeUnit(), await makeUnit()];
    await makeFiling(other);
    await makeFiling(unit, {
      _id: 'filing-old',
      order: '2024-01-01_filing-old',
      state: 'closed',
      open: false,
      since: later(-700),
      until: later(-100),
      ended: '交接',
      numbers: ['协会联备〔2024〕3号'],
      form: someForm({ name: '示例前任' }),
    });
    await makeFiling(unit, {
      _id: 'filing-now',
      order: '2026-08-15_filing-now',
      open: false,
      state: 'approved',
      inForce: true,
      since: later(-100),
    });
    const { terms, next } = await staff.ask('unit.terms', { unitId: unit._id });
    expect(terms.map(({ filingId }) => filingId)).toEqual(['filing-now', 'filing-old']);
    expect(terms[0]).toMatchObject({ state: 'approved', until: null, since: later(-100).toISOString() });
    expect(terms[1]).toEqual({
      filingId: 'filing-old',
      kind: 'main',
      name: '示例前任',
      position: '综合办公室主任',
      state: 'closed',
      numbers: ['协会联备〔2024〕3号'],
      submittedAt: expect.any(String),
      since: later(-700).toISOString(),
      until: later(-100).toISOString(),
      ended: '交接',
    });
    expect(next).toBeNull();
    expect(await requestsOf('unit.terms')).toHaveLength(2);
  });

  it('pages without gap or double', async () => {
    const staff = await makeStaff();
    const unit = await makeUnit();
    for (let i = 0; i < 25; i += 1)
      await makeFiling(unit, { open: false, state: 'refused', openid: `openid-${i}` });
    const first = await staff.ask('unit.terms', { unitId: unit._id });
    const second = await staff.ask('unit.terms', { unitId: unit._id, cursor: first.next ?? '' });
    const ids = [...first.terms, ...second.terms].map(({ filingId }) => filingId);
    expect([ids.length, new Set(ids).size, second.next]).toEqual([25, 25, null]);
  });
});
