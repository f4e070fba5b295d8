import type { Output } from '@contract/index';
import { isMember } from '@contract/rules/member';
import type { Act } from '../../../kit/act';
import type { Group } from '../../../stores/groups';
import { joins, type Join } from '../../../stores/joins';
import { units, type Unit } from '../../../stores/units';
import { groupOf } from '../find';
import { stillThere } from '../person';

/** People of the WeChat group looked at in one call; most of them are there rightly. */
const READ = 500;

export const leavers: Act<'group.leavers'> = async (_ctx, { groupId, cursor }) => {
  const group = await groupOf(groupId);
  const found = await joins.inGroup(groupId, cursor, READ);
  const known = new Map(
    (await units.byIds([...new Set(found.map(({ unitId }) => unitId))])).map((unit) => [unit._id, unit]),
  );
  return {
    leavers: found.flatMap((join) => {
      const why = whyOut(group, known.get(join.unitId), join);
      return why
        ? [
            {
              joinId: join._id,
              unitName: known.get(join.unitId)?.name ?? join.unitName,
              name: join.name,
              why,
            },
          ]
        : [];
    }),
    next: found.length < READ ? null : (found[found.length - 1]?.order ?? null),
  };
};

function whyOut(
  group: Group,
  unit: Unit | undefined,
  join: Join,
): Output<'group.leavers'>['leavers'][number]['why'] | null {
  if (!unit?.active) return 'left';
  if (!isMember(group.members, unit)) return 'outside';
  return stillThere(unit, join) ? null : 'person';
}
