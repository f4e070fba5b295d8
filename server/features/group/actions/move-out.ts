import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { joins } from '../../../stores/joins';
import { groupOf } from '../find';

/** Ticked off: somebody of 请移出群 was taken out of the WeChat group. */
export const moveOut: Act<'group.moveOut'> = async (ctx, { groupId, joinId }) => {
  const { requestId, caller, now } = ctx;
  const [group, join] = await Promise.all([groupOf(groupId), joins.get(joinId)]);
  if (join?.groupId !== group._id) throw new AppError('missing', '没有找到这位群成员', 'joinId');
  const by = caller.person?.staff?.name ?? '';
  if (!(await joins.move([joinId], 'out', now, by, requestId))) {
    if (!(await joins.get(joinId))?.requests.includes(requestId))
      throw new AppError('closed', '这位已经记为移出群，请刷新');
  }
  ctx.record({ collection: 'groups', subjectId: groupId, unitId: join.unitId });
  return {};
};
