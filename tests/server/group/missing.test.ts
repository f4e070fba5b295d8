import { PIECE } from '@contract/rules/chase';
import { makeSeatedUnit, makeStaff, makeUnit, requestsOf } from '../../support';
import { manyUnits } from '../notice/many';
import { makeGroup, makeJoin, rule, saysGone, turnsAway } from './groups';

describe('group.missing', () => {
  it('turns away strangers and liaisons; any staff may look', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.missing', { groupId }, 'read');
  });

  it('names the field that is wrong, and says so when the group is gone', async () => {
    const staff = await makeStaff('finance');
    expect(await staff.fails('group.missing', { groupId: 'a b' })).toMatchObject({
      code: 'invalid',
      field: 'groupId',
    });
    await saysGone('group.missing', {});
  });

  it('names who is not in yet, ready to copy, with numbers masked', async () => {
    const staff = await makeStaff('editor');
    const { unit: inside } = await makeSeatedUnit({ sortKey: 'a' });
    await makeSeatedUnit({ name: '示例乙矿业', sortKey: 'b' });
    await makeUnit({ name: '示例丙矿业', sortKey: 'c' });
    const { unit: out } = await makeSeatedUnit({ name: '示例丁矿业', sortKey: 'd' });
    const group = await makeGroup({ name: '西安片区', wechat: { name: '西安群', how: '', qr: null } });
    await makeJoin(group, inside);
    await makeJoin(group, out, { state: 'out' });
    expect(await staff.ask('group.missing', { groupId: group._id })).toEqual({
      total: 4,
      missing: 3,
      pieces: [
        '【西安片区】还没进微信群“西安群”的有3家：示例乙矿业（示例联络员 199****1234）、示例丙矿业（尚无联络员）、示例丁矿业（示例联络员 199****1234）。',
      ],
    });
    expect(await requestsOf('group.missing')).toHaveLength(4);
  });

  it('has nothing to copy when everybody is in', async () => {
    const staff = await makeStaff('editor');
    const { unit } = await makeSeatedUnit();
    const group = await makeGroup();
    await makeJoin(group, unit);
    expect(await staff.ask('group.missing', { groupId: group._id })).toEqual({
      total: 1,
      missing: 0,
      pieces: [],
    });
  });

  it('names 2,100 in pieces a chat box takes', async () => {
    const staff = await makeStaff('editor');
    await manyUnits(2100, () => ({ region: '榆林' }));
    const group = await makeGroup({ members: rule({ regions: ['榆林'] }) });
    const { missing, pieces } = await staff.ask('group.missing', { groupId: group._id });
    expect(missing).toBe(2100);
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(PIECE);
    expect(pieces.join('').match(/尚无联络员/g)).toHaveLength(2100);
    expect((await requestsOf('group.missing')).length).toBeLessThanOrEqual(2 + 1 + 3);
  });
});
