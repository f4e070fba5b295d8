import { cloud, makeSeatedUnit, makeStaff, makeUnit, makeUpload, NOW, requestsOf } from '../../support';
import { manyUnits } from '../notice/many';
import { makeGroup, rule, saysGone, turnsAway } from './groups';

describe('group.get', () => {
  it('turns away strangers and liaisons; any staff may look', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.get', { groupId }, 'read');
  });

  it('names the field that is wrong, and says so when the group is gone', async () => {
    const staff = await makeStaff('finance');
    for (const groupId of [undefined, { $ne: 1 }, 'a b'])
      expect(await staff.fails('group.get', { groupId })).toMatchObject({
        code: 'invalid',
        field: 'groupId',
      });
    await saysGone('group.get', {});
  });

  it('tells its rule, today’s number of members, the leader with a masked number, and files', async () => {
    const staff = await makeStaff('editor');
    const { unit: leading } = await makeSeatedUnit({ region: '榆林', name: '示例甲矿业' });
    const plus = await makeUnit({ name: '示例乙矿业' });
    const minus = await makeUnit({ name: '示例丙矿业', region: '榆林' });
    await makeUnit({ region: '榆林', active: false });
    const file = await makeUpload({ use: 'attachment', name: '通讯录.xlsx' });
    const picture = await makeUpload();
    const members = rule({ regions: ['榆林'], unitIds: [plus._id], except: [minus._id] });
    const { _id: groupId } = await makeGroup({
      members,
      leaderId: leading._id,
      wechat: { name: '榆林群', how: '扫码', qr: { fileKey: picture._id, at: new Date(NOW) } },
      files: [{ _id: 'file-1', fileKey: file._id, name: '通讯录.xlsx', by: '示例秘书', at: new Date(NOW) }],
    });
    expect(await staff.ask('group.get', { groupId })).toMatchObject({
      members,
      names: { [leading._id]: '示例甲矿业', [plus._id]: '示例乙矿业', [minus._id]: '示例丙矿业' },
      total: 2,
      leader: {
        unitName: '示例甲矿业',
        outside: false,
        person: { name: '示例联络员', phone: '199****1234', key: null },
      },
      wechat: { name: '榆林群', how: '扫码', qr: { at: NOW, expired: false }, qrKey: picture._id },
      files: [{ fileId: 'file-1', name: '通讯录.xlsx', by: '示例秘书', at: NOW }],
    });
    expect((await requestsOf('group.get')).length).toBeLessThanOrEqual(5);
    await cloud.clock.advance(7 * 86_400_000);
    expect(await staff.ask('group.get', { groupId })).toMatchObject({ wechat: { qr: { expired: true } } });
  });

  it('counts new members as they come, and says when the leader is none any more', async () => {
    const staff = await makeStaff('editor');
    const leader = await makeUnit({ region: '西安' });
    const { _id: groupId } = await makeGroup({ members: rule({ regions: ['榆林'] }), leaderId: leader._id });
    expect(await staff.ask('group.get', { groupId })).toMatchObject({
      total: 0,
      leader: { outside: true, person: null },
    });
    await manyUnits(30, () => ({ region: '榆林' }));
    expect(await staff.ask('group.get', { groupId })).toMatchObject({ total: 30 });
  });
});
