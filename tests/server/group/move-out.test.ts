import { cloud, makeSeatedUnit, makeStaff, requestId, requestsOf } from '../../support';
import { makeGroup, makeJoin, saysGone, turnsAway } from './groups';

describe('group.moveOut', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.moveOut', { groupId, joinId: 'join-1' });
  });

  it.each([
    [{ groupId: 'a b' }, 'groupId'],
    [{ joinId: { $ne: 1 } }, 'joinId'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const staff = await makeStaff('editor');
    const sent = { groupId: 'group-1', joinId: 'join-1', ...wrong };
    expect(await staff.fails('group.moveOut', sent)).toMatchObject({ code: 'invalid', field });
  });

  it('says so when group or person is gone', async () => {
    await saysGone('group.moveOut', { joinId: 'join-1' });
    const staff = await makeStaff('editor');
    const [group, other] = [await makeGroup(), await makeGroup()];
    const { unit } = await makeSeatedUnit();
    const { _id: joinId } = await makeJoin(other, unit);
    for (const id of ['join-none', joinId])
      expect(await staff.fails('group.moveOut', { groupId: group._id, joinId: id })).toMatchObject({
        code: 'missing',
        field: 'joinId',
      });
    expect(await cloud.find('joins', {})).toMatchObject([{ state: 'in' }]);
  });

  it('ticks somebody off, once', async () => {
    const staff = await makeStaff('editor');
    const group = await makeGroup();
    const { unit } = await makeSeatedUnit({ active: false });
    const { _id: joinId } = await makeJoin(group, unit);
    expect(await staff.ask('group.leavers', { groupId: group._id })).toMatchObject({ leavers: [{ joinId }] });
    const id = requestId();
    const sent = { groupId: group._id, joinId };
    for (let i = 0; i < 2; i += 1) expect(await staff.change('group.moveOut', sent, id)).toEqual({});
    expect((await requestsOf('group.moveOut')).length).toBeLessThanOrEqual(7);
    expect(await cloud.find('joins', {})).toMatchObject([{ _id: joinId, state: 'out', by: '示例秘书' }]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'group.moveOut', subjectId: group._id, unitId: unit._id },
    ]);
    expect(await staff.ask('group.leavers', { groupId: group._id })).toMatchObject({ leavers: [] });
    expect(await staff.fails('group.moveOut', sent)).toMatchObject({ code: 'closed' });
  });
});
