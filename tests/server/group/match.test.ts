import { cloud, makeSeatedUnit, makeStaff, makeUnit, requestsOf } from '../../support';
import { manyUnits, scannedBy } from '../notice/many';
import { makeGroup, makeJoin, rule, saysGone, turnsAway } from './groups';

async function world() {
  const { unit: first } = await makeSeatedUnit({
    name: '示例青岚矿业有限公司',
    short: '青岚矿业',
    people: '示例联络员',
  });
  const { unit: second } = await makeSeatedUnit({ name: '示例望川煤业有限公司', short: '望川', people: '示例联络员|温知秋' }); // prettier-ignore
  const empty = await makeUnit({ name: '示例北屏煤业有限公司', short: '北屏' });
  const outside = await makeUnit({ name: '示例望川运输有限公司', short: '望川', region: '汉中' });
  const group = await makeGroup({ members: rule({ regions: ['西安'] }) });
  return { first, second, empty, outside, group, staff: await makeStaff('editor') };
}

describe('group.match', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.match', { groupId, text: '青岚矿业-白小河' });
  });

  it.each([
    [{ groupId: 'a b' }, 'groupId'],
    [{ text: ' \n ' }, 'text'],
    [{ text: '字'.repeat(20_001) }, 'text'],
  ])('names the field that is wrong in %#', async (wrong, field) => {
    const staff = await makeStaff('editor');
    const sent = { groupId: 'group-1', text: '青岚矿业', ...wrong };
    expect(await staff.fails('group.match', sent)).toMatchObject({ code: 'invalid', field });
  });

  it('says so when the group is gone, or the text has too many lines', async () => {
    await saysGone('group.match', { text: '青岚矿业' });
    const { staff, group } = await world();
    const text = Array.from({ length: 1001 }, () => '甲').join('\n');
    expect(await staff.fails('group.match', { groupId: group._id, text })).toMatchObject({
      code: 'invalid',
      field: 'text',
    });
  });

  it('tells whom the list of a group’s members names and how they stand; changes nothing', async () => {
    const { staff, group, first, second, empty, outside } = await world();
    await makeJoin(group, first);
    const text = [
      '青岚矿业-示例联络员',
      '示例望川煤业有限公司-示例联络员',
      '示例望川煤业有限公司-温知秋',
      '望川',
      '北屏',
      '示例望川运输有限公司',
      'A阳光总在风雨后',
    ].join('\n');
    const { lines } = await staff.ask('group.match', { groupId: group._id, text });
    const told = (unit: typeof first, person: string, standing: string) => ({
      unitId: unit._id,
      person,
      standing,
    });
    expect(lines).toMatchObject([
      { line: 1, result: 'matched', candidates: [told(first, '示例联络员', 'in')] },
      { result: 'matched', candidates: [told(second, '示例联络员', 'missing')] },
      { result: 'ambiguous', candidates: [told(second, '示例联络员', 'other')] },
      {
        result: 'ambiguous',
        candidates: [told(second, '示例联络员', 'missing'), told(outside, '', 'outside')],
      },
      { result: 'matched', candidates: [told(empty, '', 'nobody')] },
      { result: 'matched', candidates: [told(outside, '', 'outside')] },
      { result: 'unknown', candidates: [] },
    ]);
    expect(await cloud.find('joins', {})).toHaveLength(1);
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('reads 2,500 units in three requests', async () => {
    const staff = await makeStaff('editor');
    await manyUnits(2500, () => ({ region: '西安' }));
    const group = await makeGroup();
    const text = Array.from({ length: 60 }, (_, i) => `示例${String(i * 40).padStart(4, '0')}号矿业`).join(
      '\n',
    );
    const { lines } = await staff.ask('group.match', { groupId: group._id, text });
    expect(lines.filter(({ result }) => result === 'matched')).toHaveLength(60);
    expect((await requestsOf('group.match')).length).toBeLessThanOrEqual(2 + 3 + 1);
    expect(await scannedBy('group.match')).toBeLessThan(2500 + 100);
  });
});
