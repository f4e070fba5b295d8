import type { Contact } from '@contract/unit';
import type { Seat, Unit } from '@server/stores/units';
import { cloud, makeSeatedUnit, makeStaff, makeUnit, NOW, requestsOf } from '../../support';
import { makeGroup, makeJoin, rule, saysGone, turnsAway } from './groups';

const before = (unit: Unit, name = '前任联络员'): Unit => ({
  ...unit,
  seats: { main: { ...unit.seats.main, openid: `openid-of-${name}`, name } as Seat, deputy: null },
});

describe('group.leavers', () => {
  it('turns away strangers and liaisons; any staff may look', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.leavers', { groupId }, 'read');
  });

  it.each([
    [{ groupId: 'a b' }, 'groupId'],
    [{ cursor: {} }, 'cursor'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const staff = await makeStaff('finance');
    expect(await staff.fails('group.leavers', { groupId: 'group-1', ...wrong })).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('says so when the group is gone', () => saysGone('group.leavers', {}));

  it('lists who handed over, whose unit left, and whose unit is no member; nobody else', async () => {
    const staff = await makeStaff('editor');
    const group = await makeGroup({ members: rule({ regions: ['西安'] }) });
    const { unit } = await makeSeatedUnit();
    await makeJoin(group, unit);
    await makeJoin(group, before(unit), { order: 'a' });
    await makeJoin(group, before(unit, '更早的联络员'), { state: 'out' });
    const { unit: left } = await makeSeatedUnit({ active: false });
    await makeJoin(group, left, { order: 'b' });
    const { unit: outside } = await makeSeatedUnit({ region: '汉中' });
    await makeJoin(group, outside, { order: 'c' });
    expect(await staff.ask('group.leavers', { groupId: group._id })).toMatchObject({
      leavers: [
        { unitName: unit.name, name: '前任联络员', why: 'person' },
        { unitName: left.name, why: 'left' },
        { unitName: outside.name, why: 'outside' },
      ],
      next: null,
    });
    expect(await requestsOf('group.leavers')).toHaveLength(4);
  });

  it('leaves who moved to the deputy’s seat, and who registered under the name the roster had', async () => {
    const staff = await makeStaff('editor');
    const group = await makeGroup();
    const { unit } = await makeSeatedUnit();
    const deputy = { ...unit.seats.main, kind: 'deputy', openid: 'openid-d', name: '示例副' } as Seat;
    const both = await makeUnit({ seats: { main: unit.seats.main, deputy }, seated: true });
    await makeJoin(group, { ...both, seats: { main: deputy, deputy: null } });
    const contact: Contact = { kind: 'liaison', name: '示例联络员', position: '', phone: '', landline: '', email: '', wechat: '' }; // prettier-ignore
    await makeJoin(group, { ...unit, seats: { main: null, deputy: null }, contacts: [contact] });
    expect(await staff.ask('group.leavers', { groupId: group._id })).toEqual({ leavers: [], next: null });
    // And that mark holds for the registered liaison.
    const { members } = await staff.ask('group.members', { groupId: group._id });
    expect(members.find(({ unitId }) => unitId === unit._id)).toMatchObject({ joinedAt: NOW });
  });

  it('somebody whose data was deleted is still to be moved out, without a name', async () => {
    const staff = await makeStaff('editor');
    const group = await makeGroup();
    const { unit } = await makeSeatedUnit();
    await makeJoin(group, before(unit), { openid: '', name: '' });
    expect(await staff.ask('group.leavers', { groupId: group._id })).toMatchObject({
      leavers: [{ name: '', why: 'person' }],
    });
  });

  it('goes through more than one page of the group', async () => {
    const staff = await makeStaff('editor');
    const group = await makeGroup();
    const { unit } = await makeSeatedUnit();
    const join = await makeJoin(group, unit);
    await cloud.insert(
      'joins',
      Array.from({ length: 600 }, (_, i) => {
        const n = String(i).padStart(4, '0');
        return {
          ...join,
          _id: `${group._id}_${n}`,
          openid: `old-${n}`,
          name: `旧${n}`,
          order: `2027_${n}`,
        };
      }),
    );
    const first = await staff.ask('group.leavers', { groupId: group._id });
    const second = await staff.ask('group.leavers', { groupId: group._id, cursor: first.next ?? '' });
    const names = [...first.leavers, ...second.leavers].map(({ name }) => name);
    expect(
      Array.from({ length: 600 }, (_, i) => `旧${String(i).padStart(4, '0')}`).filter(
        (one) => !names.includes(one),
      ),
    ).toEqual([]);
    expect(second.next).toBeNull();
  });
});
