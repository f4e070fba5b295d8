import type { Act } from '../../../kit/act';
import { units } from '../../../stores/units';
import { groupOf } from '../find';
import { markIn } from '../marking';
import { standingOf, STANDING_MOST } from '../standing';

export const markAll: Act<'group.markAll'> = async (ctx, { groupId, cursor }) => {
  const group = await groupOf(groupId);
  const found = await units.members(group.members, cursor, STANDING_MOST);
  const told = await markIn(ctx, groupId, await standingOf(groupId, found));
  ctx.record({ collection: 'groups', subjectId: groupId });
  const next = found.length < STANDING_MOST ? null : (found[found.length - 1]?.sortKey ?? null);
  return { ...told, next };
};
