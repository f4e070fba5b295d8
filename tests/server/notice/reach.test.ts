import { makeLiaison, makeSeatedUnit, makeStaff, makeUnit, requestsOf, stranger } from '../../support';
import { manyUnits } from './many';

const all = { audience: { kind: 'all' } } as const;
const chosen = (...unitIds: string[]) => ({ audience: { kind: 'units' as const, unitIds } });

describe('notice.reach', () => {
  it('turns a stranger away', async () => {
    expect(await stranger().fails('notice.reach', all)).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{}, 'audience'],
    [{ audience: { kind: 'everybody' } }, 'audience.kind'],
    [{ audience: { kind: 'units', unitIds: [] } }, 'audience.unitIds'],
    [{ audience: { kind: 'units', unitIds: ['a b'] } }, 'audience.unitIds.0'],
  ])('names the field that is wrong in %j', async (input, field) => {
    expect(await (await makeStaff()).fails('notice.reach', input)).toMatchObject({ code: 'invalid', field });
  });

  it('is for those who may publish', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await liaison.fails('notice.reach', all)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('notice.reach', all)).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff('finance')).fails('notice.reach', all)).toMatchObject({
      code: 'forbidden',
    });
    expect(await (await makeStaff('meeting')).ask('notice.reach', all)).toMatchObject({ total: 2 });
  });

  it('says how many units have somebody to read it, and who has nobody, in pinyin order', async () => {
    const staff = await makeStaff('editor');
    await makeSeatedUnit();
    await makeUnit({ name: '示例乙矿业有限公司', sortKey: 'b' });
    await makeUnit({ name: '示例甲矿业有限公司', sortKey: 'a' });
    await makeUnit({ active: false });
    expect(await staff.ask('notice.reach', all)).toEqual({
      total: 3,
      seated: 1,
      vacant: ['示例甲矿业有限公司', '示例乙矿业有限公司'],
    });
  });

  it('counts the chosen ones only, each once, without the inactive', async () => {
    const staff = await makeStaff('editor');
    const { unit } = await makeSeatedUnit();
    const vacant = await makeUnit();
    const inactive = await makeUnit({ active: false });
    await makeUnit();
    const input = chosen(unit._id, vacant._id, vacant._id, inactive._id, 'nobody');
    expect(await staff.ask('notice.reach', input)).toEqual({ total: 2, seated: 1, vacant: [vacant.name] });
  });

  it('knows nobody where there are no units', async () => {
    expect(await (await makeStaff()).ask('notice.reach', all)).toEqual({ total: 0, seated: 0, vacant: [] });
  });

  it('names 50 at most of 1,000 chosen, in at most 4 requests either way', async () => {
    const staff = await makeStaff();
    const units = await manyUnits(1100, (i) => ({ seated: i % 2 === 0 }));
    const some = await staff.ask('notice.reach', chosen(...units.slice(0, 1000).map(({ _id }) => _id)));
    expect(some).toMatchObject({ total: 1000, seated: 500 });
    expect(some.vacant).toHaveLength(50);
    expect((await requestsOf('notice.reach')).length).toBeLessThanOrEqual(2);
    const whole = await staff.ask('notice.reach', all);
    expect(whole).toMatchObject({ total: 1100, seated: 550, vacant: some.vacant });
    expect((await requestsOf('notice.reach')).length).toBeLessThanOrEqual(4);
  });
});
