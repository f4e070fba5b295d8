import { AppError } from '../../kit/errors';
import { groups, type Group } from '../../stores/groups';

/** The group, or says that it is gone. One request. */
export async function groupOf(groupId: string): Promise<Group> {
  const group = await groups.get(groupId);
  if (!group?.active) throw new AppError('missing', '没有找到这个联络组，可能已被删除');
  return group;
}
