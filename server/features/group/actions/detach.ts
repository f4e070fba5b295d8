import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { groups } from '../../../stores/groups';
import { groupOf } from '../find';

/** Takes a file out of the group; who did and the file itself are kept. */
export const detach: Act<'group.detach'> = async (ctx, { groupId, fileId }) => {
  const { requestId, now } = ctx;
  const group = await groupOf(groupId);
  const file = group.files.find(({ _id }) => _id === fileId);
  const removed = file && (await groups.removeFile(groupId, { ...file, goneAt: now, goneBy: requestId }));
  if (!removed) {
    const gone = (file ? await groupOf(groupId) : group).gone.find(({ _id }) => _id === fileId);
    if (!gone) throw new AppError('missing', '没有找到这个文件');
    if (gone.goneBy !== requestId) throw new AppError('closed', '这个文件已经移出，请刷新');
  }
  ctx.record({ collection: 'groups', subjectId: groupId });
  return {};
};
