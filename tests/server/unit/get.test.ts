import { makeSeatedUnit, makeStaff, makeUnit, NOW, requestsOf, stranger } from '../../support';

describe('unit.get', () => {
  it('is for staff', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    expect(await stranger().fails('unit.get', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('unit.get', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
  });

  it('names a unit id that is none', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('unit.get', { unitId: { $ne: null } })).toMatchObject({
      code: 'invalid',
      field: 'unitId',
    });
  });

  it('says so when the unit is gone', async () => {
    const staff = await makeStaff();
    const { _id } = await makeUnit({ active: false });
    for (const unitId of ['unit-nowhere', _id])
      expect(await staff.fails('unit.get', { unitId })).toMatchObject({ code: 'missing' });
  });

  it('shows the file and the seats, numbers masked', async () => {
    const { unit } = await makeSeatedUnit();
    const shown = await (await makeStaff('finance')).ask('unit.get', { unitId: unit._id });
    expect(shown).toEqual({
      unitId: unit._id,
      name: unit.name,
      short: '',
      nature: 'state',
      stateLevel: 'province',
      address: unit.address,
      postCode: '710000',
      hosts: ['association'],
      region: '西安',
      industry: '煤炭',
      post: 'ordinary',
      updatedAt: NOW,
      seats: [{ kind: 'main', name: '示例联络员', position: '办公室主任', phone: '199****1234' }],
    });
    expect(await requestsOf('unit.get')).toHaveLength(2);
  });
});
