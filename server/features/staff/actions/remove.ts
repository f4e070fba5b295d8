import type { Act } from '../../../kit/act';
import { changePost } from '../posts';

export const remove: Act<'staff.remove'> = async (ctx, { staffId }) => {
  await changePost(ctx, staffId, null);
  return { staffId };
};
