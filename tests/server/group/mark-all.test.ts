import { cloud, makeSeatedUnit, makeStaff, makeUnit, requestId, requestsOf } from '../../support';
import { manyUnits } from '../notice/many';
import { makeGroup, makeJoin, rule, saysGone, turnsAway } from './groups';

const rows = () => cloud.find('joins', { state: 'in' });

describe('group.markAll', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.markAll', { groupId });
    expect(await rows()).toEqual([]);
  });

  it.each([
    [{ groupId: 'a b' }, 'groupId'],
    [{ cursor: 7 }, 'cursor'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const staff = await makeStaff('editor');
    expect(await staff.fails('group.markAll', { groupId: 'group-1', ...wrong })).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('says so when the group is gone', () => saysGone('group.markAll', {}));

  it('marks whoever is not in yet, once', async () => {
    const staff = await makeStaff('editor');
    const { unit: inside } = await makeSeatedUnit({ region: '榆林' });
    const { unit: out } = await makeSeatedUnit({ region: '榆林' });
    await makeSeatedUnit({ region: '榆林' });
    await makeUnit({ region: '榆林' });
    await makeSeatedUnit();
    const group = await makeGroup({ members: rule({ regions: ['榆林'] }) });
    await makeJoin(group, inside);
    await makeJoin(group, out, { state: 'out' });
    const id = requestId();
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('group.markAll', { groupId: group._id }, id)).toEqual({
        marked: 2,
        already: 1,
        nobody: 1,
        next: null,
      });
    expect(await rows()).toHaveLength(3);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'group.markAll', collection: 'groups', subjectId: group._id },
    ]);
    expect(await staff.ask('group.missing', { groupId: group._id })).toMatchObject({ total: 4, missing: 1 });
  });

  it('goes on with the rest beyond 500, ten requests a call', async () => {
    const staff = await makeStaff('editor');
    const { unit } = await makeSeatedUnit();
    await manyUnits(700, () => ({ region: '榆林', seats: unit.seats, seated: true }));
    const group = await makeGroup({ members: rule({ regions: ['榆林'] }) });
    const first = await staff.change('group.markAll', { groupId: group._id });
    expect(first).toMatchObject({ marked: 500 });
    expect((await requestsOf('group.markAll')).length).toBeLessThanOrEqual(10);
    const second = await staff.change('group.markAll', { groupId: group._id, cursor: first.next ?? '' });
    expect(second).toMatchObject({ marked: 200, next: null });
    expect(await rows()).toHaveLength(700);
  });
});
