import fc from '../../support/fast-check';
import { natures, posts, type Nature, type Post } from '@contract/unit';
import { isMember } from '@contract/rules/member';
import type { Group } from '@server/stores/groups';
import type { Seat, Unit } from '@server/stores/units';
import { cloud, makeSeatedUnit, makeStaff, makeUnit, NOW, requestsOf } from '../../support';
import { manyUnits } from '../notice/many';
import { makeGroup, makeJoin, rule, saysGone, turnsAway } from './groups';

describe('group.members', () => {
  it('turns away strangers and liaisons; any staff may look', async () => {
    const { _id: groupId } = await makeGroup();
    await turnsAway('group.members', { groupId }, 'read');
  });

  it.each([
    [{ groupId: 'a b' }, 'groupId'],
    [{ show: 'nobody' }, 'show'],
    [{ cursor: 7 }, 'cursor'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const staff = await makeStaff('finance');
    expect(await staff.fails('group.members', { groupId: 'group-1', ...wrong })).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('says so when the group is gone', () => saysGone('group.members', {}));

  it('shows who is in by rule and by hand without exceptions and those who left, with today’s liaison', async () => {
    const staff = await makeStaff('editor');
    const { unit: seated } = await makeSeatedUnit({ region: '榆林', name: '甲矿', sortKey: 'a' });
    const contact = { kind: 'liaison' as const, name: '温知秋', position: '', phone: '19900007777', landline: '', email: '', wechat: '' }; // prettier-ignore
    await makeUnit({ region: '榆林', name: '乙矿', sortKey: 'b', contacts: [contact] });
    const byHand = await makeUnit({ region: '西安', name: '丙矿', sortKey: 'c' });
    const except = await makeUnit({ region: '榆林', sortKey: 'd' });
    await makeUnit({ region: '榆林', sortKey: 'e', active: false });
    await makeUnit({ region: '汉中', sortKey: 'f' });
    const group = await makeGroup({
      members: rule({ regions: ['榆林'], unitIds: [byHand._id], except: [except._id] }),
    });
    await makeJoin(group, seated);
    expect(await staff.ask('group.members', { groupId: group._id })).toEqual({
      members: [
        {
          unitId: seated._id,
          unitName: '甲矿',
          region: '榆林',
          person: { name: '示例联络员', phone: '199****1234', key: null },
          joinedAt: NOW,
        },
        {
          unitId: expect.any(String),
          unitName: '乙矿',
          region: '榆林',
          person: { name: '温知秋', phone: '199****7777', key: expect.stringMatching(/^[0-9a-f]{16}$/) },
          joinedAt: null,
        },
        { unitId: byHand._id, unitName: '丙矿', region: '西安', person: null, joinedAt: null },
      ],
      next: null,
    });
    expect(await requestsOf('group.members')).toHaveLength(4);
    const missing = await staff.ask('group.members', { groupId: group._id, show: 'missing' });
    expect(missing.members.map(({ unitName }) => unitName)).toEqual(['乙矿', '丙矿']);
    expect(missing.next).toBeNull();
  });

  it('a handover makes the new liaison one who is not in yet', async () => {
    const staff = await makeStaff('editor');
    const { unit } = await makeSeatedUnit({ region: '榆林' });
    const group = await makeGroup({ members: rule({ regions: ['榆林'] }) });
    const before = { ...unit.seats.main, openid: 'openid-before', name: '前任联络员' } as Seat;
    await makeJoin(group, { ...unit, seats: { main: before, deputy: null } });
    expect(await staff.ask('group.members', { groupId: group._id })).toMatchObject({
      members: [{ person: { name: '示例联络员' }, joinedAt: null }],
    });
  });

  it('pages through 20,000 units, four requests a page, and finds the missing among the rest', async () => {
    const staff = await makeStaff('editor');
    const units = await manyUnits(2000, (i) => ({
      region: '榆林',
      sortKey: `k ${String(i).padStart(5, '0')}`,
    }));
    for (let part = 1; part < 10; part += 1)
      await cloud.insert(
        'units',
        units.map((unit, i) => {
          const n = part * 2000 + i;
          const key = String(n).padStart(5, '0');
          return { ...unit, _id: `more-${key}`, name: `单位${key}`, sortKey: `k ${key}` } as never;
        }),
      );
    const group = await makeGroup({ members: rule({ regions: ['榆林'] }) });
    expect((await staff.ask('group.get', { groupId: group._id })).total).toBe(20_000);
    let shown = 0;
    for (let cursor = ''; shown < 150;) {
      const page = await staff.ask('group.members', { groupId: group._id, ...(cursor && { cursor }) });
      shown += page.members.length;
      cursor = page.next ?? '';
      expect((await requestsOf('group.members')).length).toBeLessThanOrEqual(4);
    }
    const last = await staff.ask('group.members', { groupId: group._id, cursor: 'k 19990' });
    expect(last.members).toHaveLength(9);
    expect(last.next).toBeNull();
    const missing = await staff.ask('group.members', {
      groupId: group._id,
      show: 'missing',
      cursor: 'k 10000',
    });
    expect(missing.members[0]).toMatchObject({ unitId: 'more-10001' });
    expect(missing.members).toHaveLength(50);
    expect(missing.next).toBe('k 10050');
    expect((await requestsOf('group.members')).length).toBeLessThanOrEqual(4);
  }, 600_000);
});

describe('members of a group', () => {
  const some = <T>(values: T[]) => fc.oneof({ weight: 2, arbitrary: fc.constant([] as T[]) }, { weight: 3, arbitrary: fc.subarray(values) }); // prettier-ignore
  const ids = Array.from({ length: 12 }, (_, i) => `unit-p${i}`);
  const rules = fc.record({
    hosts: some(['association', 'society']),
    posts: some(Object.keys(posts) as Post[]),
    natures: some(Object.keys(natures) as Nature[]),
    regions: some(['西安', '榆林', '延安']),
    industries: some(['煤炭', '电力']),
    tags: some(['重点', '安全']),
    unitIds: some(ids),
    except: some(ids),
  });
  const unitOf = (_id: string) =>
    fc.record({
      _id: fc.constant(_id),
      sortKey: fc.constant(_id),
      hosts: fc.subarray(['association', 'society'], { minLength: 1 }),
      post: fc.constantFrom(...(Object.keys(posts) as Post[])),
      nature: fc.constantFrom(...(Object.keys(natures) as Nature[])),
      region: fc.constantFrom('西安', '榆林', '延安'),
      industry: fc.constantFrom('煤炭', '电力'),
      tags: fc.subarray(['重点', '安全']),
      active: fc.boolean(),
    });

  /** Said anew, not by the rule that is tested. */
  function plainly(members: Group['members'], unit: Unit): boolean {
    if (!unit.active || members.except.includes(unit._id)) return false;
    const checks: boolean[] = [];
    if (members.hosts.length) checks.push(unit.hosts.some((host) => members.hosts.includes(host)));
    if (members.posts.length) checks.push(members.posts.includes(unit.post));
    if (members.natures.length) checks.push(members.natures.includes(unit.nature));
    if (members.regions.length) checks.push(members.regions.includes(unit.region));
    if (members.industries.length) checks.push(members.industries.includes(unit.industry));
    if (members.tags.length) checks.push(unit.tags.some((tag) => members.tags.includes(tag)));
    const byRule = checks.length > 0 && !checks.includes(false);
    return byRule || members.unitIds.includes(unit._id);
  }
  const some1 = (members: Group['members']) =>
    Object.entries(members).some(([key, line]) => key !== 'except' && line.length > 0);

  it('and an audience of groups are what a plain filter over all units gives, for any rules', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...ids.map(unitOf)),
        rules.filter(some1),
        rules.filter(some1),
        rules,
        async (made, one, two, lines) => {
          await cloud.reset();
          await cloud.clock.set(NOW);
          const units: Unit[] = [];
          for (const unit of made)
            units.push(await makeUnit({ ...unit, leftSlot: unit.active ? null : unit._id }));
          const staff = await makeStaff('editor');
          const [first, second] = [await makeGroup({ members: one }), await makeGroup({ members: two })];
          const namesOf = (list: Unit[]) => list.map(({ name }) => name).sort();
          const { members } = await staff.ask('group.members', { groupId: first._id });
          expect(members.map(({ unitName }) => unitName).sort()).toEqual(
            namesOf(units.filter((unit) => plainly(one, unit))),
          );
          for (const unit of units) if (unit.active) expect(isMember(one, unit)).toBe(plainly(one, unit));

          const audience = { kind: 'rule' as const, groups: [first._id, second._id], ...lines };
          const { phoneUnits, total } = await staff.ask('notice.reach', { audience });
          const expected = units.filter((unit) => {
            if (!unit.active || lines.except.includes(unit._id)) return false;
            const alone = { ...lines, unitIds: [], except: [] };
            const fits = !some1(alone) || plainly(alone, unit);
            return lines.unitIds.includes(unit._id) || (fits && (plainly(one, unit) || plainly(two, unit)));
          });
          expect([...phoneUnits].sort()).toEqual(namesOf(expected));
          expect(total).toBe(expected.length);
        },
      ),
      { numRuns: 60, seed: 20261121, endOnFailure: true },
    );
  }, 600_000);
});
