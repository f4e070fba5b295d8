import { cloud, expectLog, makeStaff, makeUnit, requestId, requestsOf } from '../../support';
import { makeGroup, rule } from '../group/groups';
import { manyUnits, secretariat, someNotice } from './many';

const toGroups = (groups: string[], over: object = {}) => ({
  audience: { kind: 'rule' as const, groups, ...over },
});
const told = async () => (await cloud.find('receipts', {})).map(({ unitName }) => unitName).sort();

async function world() {
  const staff = await secretariat();
  await makeUnit({ name: '甲', region: '榆林', post: 'council' });
  await makeUnit({ name: '乙', region: '榆林', active: false, leftSlot: 'x' });
  const hand = await makeUnit({ name: '丙', region: '西安' });
  await makeUnit({ name: '丁', region: '汉中', post: 'council' });
  const yulin = await makeGroup({ name: '榆林', members: rule({ regions: ['榆林'] }) });
  const byHand = await makeGroup({ name: '骨干', members: rule({ unitIds: [hand._id] }) });
  return { staff, hand, yulin, byHand };
}

describe('notice.publish to saved groups', () => {
  it('goes to the members of any of them; a group is one line beside the others', async () => {
    const { staff, hand, yulin, byHand } = await world();
    const both = [yulin._id, byHand._id];
    await staff.change('notice.publish', someNotice(toGroups(both)));
    expect(await told()).toEqual(['丙', '甲']);
    const count = async (over: object) =>
      (await staff.ask('notice.reach', toGroups(both, over))).phoneUnits.sort();
    expect(await count({ posts: ['council'] })).toEqual(['甲']);
    expect(await count({ except: [hand._id] })).toEqual(['甲']);
    const other = await makeUnit({ name: '戊' });
    expect(await count({ posts: ['council'], unitIds: [other._id] })).toEqual(['戊', '甲']);
  });

  it.each([
    [['group-none'], 'audience.groups.0'],
    [['a b'], 'audience.groups.0'],
    [Array.from({ length: 11 }, (_, i) => `g${i}`), 'audience.groups'],
  ])('names the field when a group is not there: %j', async (groups, field) => {
    const { staff } = await world();
    for (const action of ['notice.publish', 'notice.reach'] as const)
      expect(await staff.fails(action, someNotice(toGroups(groups)))).toMatchObject({
        code: 'invalid',
        field,
      });
    expect(await cloud.find('notices', {})).toEqual([]);
  });

  it('names the one that was deleted', async () => {
    const { staff, yulin } = await world();
    const gone = await makeGroup({ active: false, slot: 'x' });
    const input = someNotice(toGroups([yulin._id, gone._id]));
    for (const action of ['notice.publish', 'notice.reach'] as const)
      expect(await staff.fails(action, input)).toEqual({
        code: 'invalid',
        field: 'audience.groups.1',
        message: '有一个联络组已不存在，请重新选择联络组',
      });
  });

  it('refuses groups with nobody in them, and more chosen units than a query takes', async () => {
    const { staff } = await world();
    const empty = await makeGroup({ members: rule({ regions: ['没有的'] }) });
    expect(await staff.fails('notice.publish', someNotice(toGroups([empty._id])))).toMatchObject({
      code: 'invalid',
      field: 'audience',
    });
    const large = await Promise.all(
      Array.from({ length: 6 }, (_, g) =>
        makeGroup({ members: rule({ unitIds: Array.from({ length: 1000 }, (_, i) => `unit-${g}-${i}`) }) }),
      ),
    );
    const input = toGroups(large.map(({ _id }) => _id));
    expect(await staff.fails('notice.reach', input)).toMatchObject({
      code: 'invalid',
      field: 'audience.groups',
    });
    await staff.ask('notice.reach', toGroups(large.slice(0, 5).map(({ _id }) => _id)));
  });

  it('costs one request more, and nothing without groups', async () => {
    const { staff, yulin } = await world();
    const without = { audience: { kind: 'rule' as const, regions: ['榆林'] } };
    await staff.ask('notice.reach', without);
    const reach = (await requestsOf('notice.reach')).length;
    await staff.ask('notice.reach', toGroups([yulin._id]));
    expect(await requestsOf('notice.reach')).toHaveLength(reach + 1);
    await staff.change('notice.publish', someNotice(without));
    const publish = await requestsOf('notice.publish');
    expect(publish).not.toContain('database.queryDocument groups');
    await staff.change('notice.publish', someNotice(toGroups([yulin._id])));
    expect(await requestsOf('notice.publish')).toHaveLength(publish.length + 1);
  });

  it('a publication cut off goes on with what the group meant when it was sent', async () => {
    const staff = await secretariat();
    await manyUnits(1100, () => ({ region: '榆林' }));
    const group = await makeGroup({ members: rule({ regions: ['榆林'] }) });
    const [id, input] = [requestId(), someNotice(toGroups([group._id]))];
    const cut = { api: 'database.insertDocument', function: 'api', skip: 5, times: 1 } as const;
    await cloud.script({ ...cut, fault: 'kill-function' });
    expectLog(/notice\.publish/);
    await staff.call('notice.publish', input, id).catch(() => null);
    expect((await cloud.find('receipts', {})).length).toBeLessThan(1100);
    const admin = await makeStaff();
    const { updatedAt: seen } = await admin.ask('group.get', { groupId: group._id });
    const other = { groupId: group._id, seen, name: '改过的组', members: { regions: ['汉中'] } };
    await admin.change('group.save', other);
    await makeUnit({ region: '汉中' });
    await cloud.fireTimer('minute');
    expect(await cloud.find('receipts', {})).toHaveLength(1100);
    expect(await staff.change('notice.publish', input, id)).toMatchObject({
      total: 1100,
      state: 'published',
    });
    await admin.change('group.remove', { groupId: group._id });
    expect(await staff.change('notice.publish', input, id)).toMatchObject({ total: 1100 });
  });
});
