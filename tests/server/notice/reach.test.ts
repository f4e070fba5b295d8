import type { Unit } from '@server/stores/units';
import {
  accept,
  cloud,
  later,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  pushAccepts,
  requestsOf,
  someMessage,
  stranger,
} from '../../support';
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

  /** A seated unit whose liaison accepts `n` more messages by our count. */
  async function unitWith(n: number, over: Partial<Unit> = {}): Promise<Unit> {
    const { unit } = await makeSeatedUnit(over);
    const openid = unit.seats.main?.openid ?? '';
    await pushAccepts(openid, n);
    return unit;
  }
  it('says how each unit can be told: pushed, in the group only, by telephone', async () => {
    const staff = await makeStaff('editor');
    await unitWith(2);
    const group = await unitWith(0, { name: '示例丙矿业有限公司' });
    await makeUnit({ name: '示例乙矿业有限公司', sortKey: 'b' });
    await makeUnit({ name: '示例甲矿业有限公司', sortKey: 'a' });
    await makeUnit({ active: false });
    expect(await staff.ask('notice.reach', all)).toEqual({
      total: 4,
      push: 1,
      group: 1,
      phone: 2,
      groupUnits: [group.name],
      phoneUnits: ['示例甲矿业有限公司', '示例乙矿业有限公司'],
    });
  });

  it('a credit that was spent is none', async () => {
    const staff = await makeStaff('editor');
    const { unit } = await makeSeatedUnit();
    const openid = unit.seats.main?.openid ?? '';
    await pushAccepts(openid, 1);
    await cloud.insert('outbox', [{ ...someMessage(openid) }]);
    await accept(openid, 'notice');
    expect(await staff.ask('notice.reach', all)).toMatchObject({ push: 1, group: 0 });
    await cloud.fireTimer('minute');
    expect(await staff.ask('notice.reach', all)).toMatchObject({ push: 0, group: 1 });
  });

  it('counts the chosen ones only, each once, without the inactive', async () => {
    const staff = await makeStaff('editor');
    const { unit } = await makeSeatedUnit();
    const vacant = await makeUnit();
    const inactive = await makeUnit({ active: false });
    await makeUnit();
    const input = chosen(unit._id, vacant._id, vacant._id, inactive._id, 'nobody');
    expect(await staff.ask('notice.reach', input)).toMatchObject({
      total: 2,
      group: 1,
      phoneUnits: [vacant.name],
    });
  });

  it('knows nobody where there are no units', async () => {
    expect(await (await makeStaff()).ask('notice.reach', all)).toMatchObject({ total: 0, push: 0, phone: 0 });
  });

  it('names 50 at most of 1,100, in two requests for each thousand units', async () => {
    const staff = await makeStaff();
    const units = await manyUnits(1100, () => ({}));
    const some = await staff.ask('notice.reach', chosen(...units.slice(0, 1000).map(({ _id }) => _id)));
    expect(some).toMatchObject({ total: 1000, phone: 1000 });
    expect(some.phoneUnits).toHaveLength(50);
    const whole = await staff.ask('notice.reach', all);
    expect(whole).toMatchObject({ total: 1100, phone: 1100, phoneUnits: some.phoneUnits });
    expect((await requestsOf('notice.reach')).length).toBeLessThanOrEqual(1 + 2 * 2);
  });
});

describe('an audience by rule', () => {
  const rule = (lines: object) => ({ audience: { kind: 'rule' as const, ...lines } });

  /** Names of the units a notice to this audience goes to. */
  async function told(lines: object): Promise<string[]> {
    const { phoneUnits, groupUnits } = await (await makeStaff()).ask('notice.reach', rule(lines));
    return [...phoneUnits, ...groupUnits].sort();
  }

  async function world() {
    const a = await makeUnit({
      name: '甲',
      region: '西安',
      post: 'council',
      tags: ['重点'],
      industry: '煤炭',
    });
    const b = await makeUnit({ name: '乙', region: '榆林', post: 'council', hosts: ['society'] });
    const c = await makeUnit({ name: '丙', region: '榆林', nature: 'private', stateLevel: null });
    await makeUnit({ name: '丁', region: '榆林', post: 'council', active: false });
    return { a, b, c };
  }

  it('takes any value within a line and all lines together', async () => {
    await world();
    expect(await told({ regions: ['榆林'] })).toEqual(['丙', '乙']);
    expect(await told({ regions: ['榆林', '西安'], posts: ['council'] })).toEqual(['乙', '甲']);
    expect(await told({ regions: ['榆林'], posts: ['council'] })).toEqual(['乙']);
    expect(await told({ hosts: ['society'] })).toEqual(['乙']);
    expect(await told({ natures: ['private'] })).toEqual(['丙']);
    expect(await told({ tags: ['重点', '没有的'] })).toEqual(['甲']);
    expect(await told({ industries: ['电力'] })).toEqual([]);
  });

  it('adds single units and leaves out exceptions, who win', async () => {
    const { a, b, c } = await world();
    expect(await told({ regions: ['西安'], unitIds: [c._id] })).toEqual(['丙', '甲']);
    expect(await told({ regions: ['榆林'], except: [b._id] })).toEqual(['丙']);
    expect(await told({ regions: ['西安'], unitIds: [c._id], except: [c._id, a._id] })).toEqual([]);
    expect(await told({ unitIds: [c._id] })).toEqual(['丙']);
  });

  it('everybody but a few', async () => {
    const { b } = await world();
    const staff = await makeStaff();
    const reach = await staff.ask('notice.reach', { audience: { kind: 'all', except: [b._id] } });
    expect(reach).toMatchObject({ total: 2, phoneUnits: ['甲', '丙'] });
  });

  it.each([
    [{}, 'audience'],
    [{ except: ['unit-1'] }, 'audience'],
    [{ posts: ['emperor'] }, 'audience.posts.0'],
    [{ regions: ['字'.repeat(21)] }, 'audience.regions.0'],
  ])('names the field that is wrong in a rule %j', async (lines, field) => {
    expect(await (await makeStaff()).fails('notice.reach', rule(lines))).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('is what a publication goes to', async () => {
    await world();
    const staff = await makeStaff();
    const { total } = await staff.change('notice.publish', {
      title: '关于榆林片区会议的通知',
      hostId: (await makeOffice()).hosts[0]?.id ?? '',
      body: [{ type: 'paragraph', runs: [{ text: '请参加。' }] }],
      dueAt: later(3).toISOString(),
      ...rule({ regions: ['榆林'] }),
    });
    expect(total).toBe(2);
    expect((await cloud.find('receipts', {})).map(({ unitName }) => unitName).sort()).toEqual(['丙', '乙']);
  });
});
