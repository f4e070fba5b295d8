import {
  cloud,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

const word = { on: '2026-11-20', reason: '误操作' };

async function leftUnit(name?: string) {
  const staff = await makeStaff('member', '示例会员部');
  const { unit, liaison } = await makeSeatedUnit(name ? { name } : {});
  await staff.change('unit.leave', { unitId: unit._id, ...word });
  return { staff, unit, liaison };
}

describe('unit.rejoin', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for staff who may edit units, names a field that is wrong', async () => {
    const { staff, unit } = await leftUnit();
    const { liaison } = await makeSeatedUnit();
    const input = { unitId: unit._id };
    expect(await stranger().fails('unit.rejoin', input)).toMatchObject({ code: 'stranger' });
    for (const who of [liaison, await makeStaff('editor')])
      expect(await who.fails('unit.rejoin', input)).toMatchObject({ code: 'forbidden' });
    expect(await staff.fails('unit.rejoin', { unitId: 7 })).toMatchObject({
      code: 'invalid',
      field: 'unitId',
    });
  });

  it('says so when the unit is not there, or never left', async () => {
    const staff = await makeStaff();
    const { _id: unitId } = await makeUnit();
    expect(await staff.fails('unit.rejoin', { unitId: 'unit-none' })).toMatchObject({ code: 'missing' });
    expect(await staff.fails('unit.rejoin', { unitId })).toEqual({
      code: 'closed',
      message: '这家单位现在就在册，请刷新',
    });
  });

  it('does not take back a name that another unit has now', async () => {
    const { staff, unit } = await leftUnit('示例同名矿业有限公司');
    await makeUnit({ name: unit.name });
    expect(await staff.fails('unit.rejoin', { unitId: unit._id })).toMatchObject({ code: 'conflict' });
    expect(await cloud.find('units', { _id: unit._id })).toMatchObject([{ active: false }]);
  });

  it('makes it a member again without liaison, and keeps the departure; once, however often sent', async () => {
    const { staff, unit, liaison } = await leftUnit();
    const id = requestId();
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('unit.rejoin', { unitId: unit._id }, id)).toEqual({});
    const [row] = await cloud.find('units', { _id: unit._id });
    expect(row).toMatchObject({
      active: true,
      left: null,
      leftSlot: null,
      seated: false,
      seats: { main: null, deputy: null },
      departures: [{ ...word, backBy: '示例会员部' }],
    });
    expect(row?.departures).toHaveLength(1);
    expect(new Date(row?.vacantSince as string).toISOString()).toBe(NOW);
    expect(await liaison.fails('directory.list', {})).toMatchObject({ code: 'stranger' });
    expect(await cloud.find('audits', { action: 'unit.rejoin' })).toMatchObject([
      { _id: id, collection: 'units', subjectId: unit._id, unitId: unit._id },
    ]);
    expect((await requestsOf('unit.rejoin')).length).toBeLessThanOrEqual(4);
    expect((await staff.ask('unit.list', { vacant: true })).units).toMatchObject([{ unitId: unit._id }]);
  });
});
