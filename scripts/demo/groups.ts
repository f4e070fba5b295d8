import { memberRule, type MemberRule } from '@contract/audience';
import { isMember } from '@contract/rules/member';
import { sortPinyin } from '@server/kit/pinyin';
import { joinId } from '@server/features/group/person';
import type { Group } from '@server/stores/groups';
import type { Join } from '@server/stores/joins';
import type { Unit } from '@server/stores/units';
import * as v from 'valibot';
import type { Random } from './random';
import { demoId } from './rows';

const kinds: { name: string; purpose: string; members: MemberRule; wechat: Group['wechat'] }[] = [
  {
    name: '榆林片区联络组',
    purpose: '榆林片区会员单位的日常通知和交流',
    members: { regions: ['榆林'] },
    wechat: { name: '榆林片区联络员群', how: '请组长拉您进群', qr: null },
  },
  {
    name: '信息化试点单位',
    purpose: '信息化试点的进展和经验交流',
    members: { tags: ['信息化试点'] },
    wechat: { name: '', how: '', qr: null },
  },
];

/** Two groups by rule; of those in the WeChat group some liaisons are not in yet. */
export function makeGroups(
  units: Unit[],
  by: string,
  at: Date,
  random: Random,
): { groups: Group[]; joins: Join[] } {
  const joins: Join[] = [];
  const groups = kinds.map(({ name, purpose, members: rule, wechat }, i): Group => {
    const _id = demoId('group', i + 1);
    const members = v.parse(memberRule, rule);
    const seated = units.filter((unit) => unit.seats.main && isMember(members, unit));
    if (wechat.name) joins.push(...seated.flatMap((unit) => joined(_id, unit, by, random)));
    return {
      _id,
      name,
      purpose,
      members,
      leaderId: seated[0]?._id ?? null,
      wechat,
      files: [],
      gone: [],
      check: 'pass',
      active: true,
      slot: 'open',
      sortKey: `${sortPinyin(name, 60)} #${_id}`,
      createdAt: at,
      updatedAt: at,
      removedAt: null,
      requests: [],
    };
  });
  return { groups, joins };
}

function joined(groupId: string, { _id: unitId, name: unitName, seats }: Unit, by: string, random: Random) {
  const { main } = seats;
  if (!main || random.chance(0.2)) return [];
  const { openid, name, since: at } = main;
  const _id = joinId(groupId, unitId, openid);
  const order = `${at.toISOString()}_${_id}`;
  return [
    { _id, groupId, unitId, unitName, openid, name, state: 'in' as const, at, by, order, requests: [] },
  ];
}
