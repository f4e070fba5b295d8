import type { Input, MutationName, QueryName } from '@contract/index';
import { joinIdsOf, personOf } from '@server/features/group/person';
import type { Doc } from '@local-cloud';
import type { Group } from '@server/stores/groups';
import type { Join } from '@server/stores/joins';
import type { Unit } from '@server/stores/units';
import { cloud, makeLiaison, makeSeatedUnit, makeStaff, makeUnit, NOW, stranger } from '../../support';

/** Rows of groups, and what every action for staff answers to those who may not. */

let made = 0;

export const rule = (over: Partial<Group['members']> = {}): Group['members'] => ({
  hosts: [],
  posts: [],
  natures: [],
  regions: [],
  industries: [],
  tags: [],
  unitIds: [],
  except: [],
  ...over,
});

export async function makeGroup(over: Partial<Group> = {}): Promise<Group> {
  const _id = over._id ?? `group-${String((made += 1)).padStart(4, '0')}`;
  const at = new Date(NOW);
  const group: Group = {
    _id,
    name: `示例组${_id}`,
    purpose: '',
    members: rule({ regions: ['西安'] }),
    leaderId: null,
    wechat: { name: '', how: '', qr: null },
    files: [],
    gone: [],
    check: 'pass',
    active: true,
    slot: 'open',
    sortKey: `shi li ${_id} #${_id}`,
    createdAt: at,
    updatedAt: at,
    removedAt: null,
    requests: [],
    ...over,
  };
  await cloud.insert('groups', [group as unknown as Doc]);
  return group;
}

/** Today's liaison of the unit was seen in the WeChat group. */
export async function makeJoin(group: Group, unit: Unit, over: Partial<Join> = {}): Promise<Join> {
  const person = personOf(unit);
  if (!person) throw new Error('nobody is known there');
  const [_id = ''] = joinIdsOf(group._id, unit._id, person);
  const join: Join = {
    _id,
    groupId: group._id,
    unitId: unit._id,
    unitName: unit.name,
    openid: person.openid,
    name: person.name,
    state: 'in',
    at: new Date(NOW),
    by: '示例秘书',
    order: `${NOW}_${over._id ?? _id}`,
    requests: [],
    ...over,
  };
  await cloud.insert('joins', [{ ...join }]);
  return join;
}

type Name = Extract<MutationName | QueryName, `group.${string}`>;

/** Strangers, former liaisons, liaisons, and staff without the right (`read`: any staff may). */
export async function turnsAway<K extends Name>(action: K, input: Input<K>, who: 'keep' | 'read' = 'keep') {
  const { liaison } = await makeSeatedUnit();
  const former = await makeLiaison(await makeUnit(), { seats: [] });
  expect(await stranger().fails(action, input)).toMatchObject({ code: 'stranger' });
  expect(await former.fails(action, input)).toMatchObject({ code: 'stranger' });
  expect(await liaison.fails(action, input)).toMatchObject({ code: 'forbidden' });
  const finance = await (await makeStaff('finance')).call(action, input, 'test-request-of-finance');
  if (who === 'keep') expect(finance).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  else expect(finance).toMatchObject({ ok: true });
  expect(await cloud.find('audits', {})).toEqual([]);
}

/** The group is not there, or not any more. */
export async function saysGone<K extends Name>(action: K, input: Omit<Input<K>, 'groupId'>) {
  const staff = await makeStaff('editor');
  const removed = await makeGroup({ active: false, slot: 'group-removed', removedAt: new Date(NOW) });
  for (const groupId of ['group-none', removed._id])
    expect(await staff.fails(action, { ...input, groupId })).toMatchObject({ code: 'missing' });
  expect(await cloud.find('audits', {})).toEqual([]);
}
