import { FILES_MOST } from '@contract/group';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { groups } from '../../../stores/groups';
import { uploads } from '../../../stores/uploads';
import { groupOf } from '../find';

/** Puts the caller's own upload among the group's files; the file's id is the request id. */
export const attach: Act<'group.attach'> = async (ctx, { groupId, fileKey, name }) => {
  const { requestId, caller, now } = ctx;
  const [group, upload] = await Promise.all([groupOf(groupId), uploads.get(fileKey)]);
  if (!upload?.fileId || upload.owner !== caller.openid || upload.use !== 'attachment')
    throw new AppError('invalid', '文件没有上传成功，请重新上传', 'fileKey');
  const known = [...group.files, ...group.gone].find(({ _id }) => _id === requestId);
  if (known && known.fileKey !== fileKey)
    throw new AppError('conflict', '这次操作与先前的重复，请退出后重新添加');
  if (!known) {
    if (group.files.length >= FILES_MOST)
      throw new AppError('conflict', `每个联络组最多${FILES_MOST}个文件，请先移出不用的`);
    await checkText(caller.openid, name, 'name', 'forum', '联络组文件名');
    const by = caller.person?.staff?.name ?? '';
    const added = await groups.addFile(groupId, { _id: requestId, fileKey, name, by, at: now });
    // Nothing added: the same request was there first, or the group has been removed since.
    if (!added) await groupOf(groupId);
  }
  ctx.record({ collection: 'groups', subjectId: groupId });
  return { fileId: requestId };
};
