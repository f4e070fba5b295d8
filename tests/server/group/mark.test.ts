import { MARK_MAX } from '@contract/group';
import { cloud, makeSeatedUnit, makeStaff, makeUnit, NOW, requestId, requestsOf } from '../../support';
import { manyUnits } from '../notice/many';
import { makeGroup, rule, saysGone, turnsAway } from './groups';

const rows = () => cloud.find('joins', {});

describe('group.mark', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.mark', { groupId, unitIds: ['unit-1'], joined: true });
    expect(await rows()).toEqual([]);
  });

  it.each([
    [{ groupId: 'a b' }, 'groupId', '联络组不正确'],
    [{ unitIds: [] }, 'unitIds', '请选择单位'],
    [{ unitIds: Array.from({ length: 301 }, (_, i) => `u${i}`) }, 'unitIds', '一次最多标记300家单位'],
    [{ unitIds: ['a b'] }, 'unitIds.0', '单位不正确'],
    [{ joined: 'yes' }, 'joined', '是否已进群应为是或否'],
  ])('names the field that is wrong in %#', async (wrong, field, message) => {
    const staff = await makeStaff('editor');
    const sent = { groupId: 'group-1', unitIds: ['unit-1'], joined: true, ...wrong };
    expect(await staff.fails('group.mark', sent)).toEqual({ code: 'invalid', field, message });
  });

  it('says so when the group is gone', () => saysGone('group.mark', { unitIds: ['unit-1'], joined: true }));

  it('notes the liaison of today; takes it back and notes it again', async () => {
    const staff = await makeStaff('member', '示例会员部');
    const group = await makeGroup();
    const { unit } = await makeSeatedUnit();
    const sent = { groupId: group._id, unitIds: [unit._id], joined: true };
    const id = requestId();
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('group.mark', sent, id)).toEqual({
        marked: 1,
        already: 0,
        nobody: 0,
        outside: 0,
      });
    expect(await rows()).toMatchObject([
      {
        groupId: group._id,
        unitId: unit._id,
        openid: unit.seats.main?.openid,
        name: '示例联络员',
        state: 'in',
        by: '示例会员部',
        at: new Date(NOW),
      },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'group.mark', collection: 'groups', subjectId: group._id, unitId: unit._id },
    ]);
    expect((await requestsOf('group.mark')).length).toBeLessThanOrEqual(6);
    expect(await staff.change('group.mark', sent)).toMatchObject({ marked: 0, already: 1 });
    const back = requestId();
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('group.mark', { ...sent, joined: false }, back)).toMatchObject({ marked: 1 });
    expect(await rows()).toMatchObject([{ state: 'out' }]);
    expect(await staff.change('group.mark', sent)).toMatchObject({ marked: 1 });
    expect(await rows()).toMatchObject([{ state: 'in' }]);
  });

  it('notes who the roster names, nobody where nobody is known, and no unit that is no member', async () => {
    const staff = await makeStaff('editor');
    const group = await makeGroup({ members: rule({ regions: ['榆林'] }) });
    const contact = { kind: 'liaison' as const, name: '温知秋', position: '', phone: '', landline: '', email: '', wechat: '' }; // prettier-ignore
    const named = await makeUnit({ region: '榆林', contacts: [contact] });
    const empty = await makeUnit({ region: '榆林' });
    const outside = await makeUnit();
    const left = await makeUnit({ region: '榆林', active: false });
    const unitIds = [named, empty, outside, left].map(({ _id }) => _id);
    expect(
      await staff.change('group.mark', {
        groupId: group._id,
        unitIds: [...unitIds, named._id, 'unit-none'],
        joined: true,
      }),
    ).toEqual({ marked: 1, already: 0, nobody: 1, outside: 3 });
    expect(await rows()).toMatchObject([{ unitId: named._id, openid: '', name: '温知秋' }]);
  });

  it('marks 300 in one call; cut off and sent again, each once', async () => {
    const staff = await makeStaff('editor');
    const { unit } = await makeSeatedUnit();
    const many = await manyUnits(MARK_MAX, () => ({ seats: unit.seats, seated: true }));
    const group = await makeGroup();
    const sent = { groupId: group._id, unitIds: many.map(({ _id }) => _id), joined: true };
    const id = requestId();
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      skip: 1,
      times: 1,
      fault: 'kill-after',
    });
    await staff.call('group.mark', sent, id).catch(() => null);
    expect(await rows()).toHaveLength(200);
    expect(await staff.change('group.mark', sent, id)).toMatchObject({ marked: 300, already: 0 });
    expect(await rows()).toHaveLength(300);
    expect((await requestsOf('group.mark')).length).toBeLessThanOrEqual(12);
  });
});
