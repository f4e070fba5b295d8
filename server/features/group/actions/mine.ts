import { isMember } from '@contract/rules/member';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { fileUrls } from '../../../kit/file-urls';
import { policyOf } from '../../../kit/policy';
import { holdsSeat } from '../../../kit/rules';
import { groups, GROUPS_MOST, type Group } from '../../../stores/groups';
import { joins } from '../../../stores/joins';
import { offices } from '../../../stores/offices';
import { units, type Unit } from '../../../stores/units';
import { joinIdsOf, personOf } from '../person';
import { keysOf, presentLeader, presentQr } from '../present';

/** An office has some ten groups, so they are read in one request and sifted here; six requests in all besides the caller. */
export const mine: Act<'group.mine'> = async (ctx, { unitId }) => {
  const [unit, office, all] = await Promise.all([
    units.get(unitId),
    offices.get(),
    groups.page(undefined, GROUPS_MOST),
  ]);
  if (!unit?.active) throw new AppError('missing', '没有找到您的单位，请联系秘书处', 'unitId');
  const own = all.filter(({ members }) => isMember(members, unit));
  const leading = [...new Set(own.flatMap(({ leaderId }) => leaderId ?? []))];
  const [leaders, urls, inside] = await Promise.all([
    leading.length ? units.byIds(leading) : [],
    fileUrls(own.flatMap(keysOf)),
    whereIn(own, unit),
  ]);
  // As in the directory: whole to liaisons where the rulebook opens numbers, which stand-ins are not shown.
  const open = policyOf(office).records.openDirectory && holdsSeat(ctx.caller, unitId);
  return {
    groups: own.map((group) => ({
      groupId: group._id,
      name: group.name,
      purpose: group.purpose,
      leader: presentLeader(
        leaders.find(({ _id }) => _id === group.leaderId),
        open,
      ),
      wechat: {
        name: group.wechat.name,
        how: group.wechat.how,
        qr: presentQr(group.wechat, urls, ctx.now),
      },
      joined: inside.has(group._id),
      files: group.files.map(({ _id, fileKey, name }) => ({ fileId: _id, name, url: urls[fileKey] ?? null })),
    })),
  };
};

/** Groups in whose WeChat group the unit's liaison of today was seen. */
async function whereIn(own: Group[], unit: Unit): Promise<Set<string>> {
  const person = personOf(unit);
  if (!person) return new Set();
  const groupOfId = new Map(
    own.flatMap(({ _id }) => joinIdsOf(_id, unit._id, person).map((id) => [id, _id] as const)),
  );
  const found = await joins.byIds([...groupOfId.keys()]);
  return new Set(found.flatMap(({ _id, state }) => (state === 'in' ? (groupOfId.get(_id) ?? []) : [])));
}
