import { isMember } from '@contract/rules/member';
import type { Act } from '../../../kit/act';
import { units } from '../../../stores/units';
import { groupOf } from '../find';
import { markIn, markOut } from '../marking';
import { standingOf } from '../standing';

/** One tap for one unit, or what a pasted list of the group says. */
export const mark: Act<'group.mark'> = async (ctx, { groupId, unitIds, joined }) => {
  const group = await groupOf(groupId);
  const ids = [...new Set(unitIds)];
  const found = (await units.byIds(ids)).filter((unit) => unit.active && isMember(group.members, unit));
  const standing = await standingOf(groupId, found);
  const told = joined ? await markIn(ctx, groupId, standing) : await markOut(ctx, standing);
  const [only] = ids.length === 1 ? found : [];
  ctx.record({ collection: 'groups', subjectId: groupId, ...(only && { unitId: only._id }) });
  return { ...told, outside: ids.length - found.length };
};
