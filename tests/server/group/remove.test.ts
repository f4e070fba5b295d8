import { cloud, makeOffice, makeStaff, makeUnit, NOW, requestId, requestsOf } from '../../support';
import { someNotice } from '../notice/many';
import { makeGroup, rule, turnsAway } from './groups';

describe('group.remove', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.remove', { groupId });
    expect(await cloud.find('groups', {})).toMatchObject([{ active: true }]);
  });

  it('names the field that is wrong, and says so when the group is gone', async () => {
    const staff = await makeStaff('editor');
    expect(await staff.fails('group.remove', {})).toMatchObject({ code: 'invalid', field: 'groupId' });
    expect(await staff.fails('group.remove', { groupId: 'group-none' })).toMatchObject({ code: 'missing' });
    const gone = await makeGroup({ active: false, slot: 'x' });
    expect(await staff.fails('group.remove', { groupId: gone._id })).toMatchObject({ code: 'closed' });
  });

  it('takes it out of the list, frees its name, and leaves what was sent as it is; once', async () => {
    const staff = await makeStaff('editor');
    await makeOffice();
    await makeUnit({ region: '榆林' });
    const group = await makeGroup({ name: '榆林片区', members: rule({ regions: ['榆林'] }) });
    const notice = requestId();
    const audience = { kind: 'rule' as const, groups: [group._id] };
    await staff.change('notice.publish', someNotice({ audience }), notice);
    const [before] = await cloud.find('notices', {});
    const id = requestId();
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('group.remove', { groupId: group._id }, id)).toEqual({});
    expect((await requestsOf('group.remove')).length).toBeLessThanOrEqual(5);
    expect(await staff.fails('group.remove', { groupId: group._id })).toMatchObject({ code: 'closed' });
    expect(await cloud.find('groups', {})).toMatchObject([{ active: false, removedAt: new Date(NOW) }]);
    expect(await staff.ask('group.list', {})).toEqual({ groups: [], next: null });
    expect(await cloud.find('audits', { action: 'group.remove' })).toMatchObject([
      { _id: id, collection: 'groups', subjectId: group._id },
    ]);
    expect(await cloud.find('notices', {})).toEqual([before]);
    expect(await cloud.find('receipts', {})).toHaveLength(1);
    await staff.change('group.save', { name: '榆林片区', members: { regions: ['榆林'] } });
  });
});
