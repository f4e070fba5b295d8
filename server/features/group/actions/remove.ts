import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { groups } from '../../../stores/groups';

/** Gone from all lists, its name free; notices keep what the group meant when they were sent. */
export const remove: Act<'group.remove'> = async (ctx, { groupId }) => {
  const { requestId } = ctx;
  const before = await groups.get(groupId);
  if (!before) throw new AppError('missing', '没有找到这个联络组');
  const mine = before.requests.includes(requestId);
  if (!mine && !(await groups.remove(groupId, ctx.now, requestId))) {
    if (!(await groups.get(groupId))?.requests.includes(requestId))
      throw new AppError('closed', '这个联络组已经删除，请刷新');
  }
  ctx.record({ collection: 'groups', subjectId: groupId }, mine ? 'repeat' : undefined);
  return {};
};
