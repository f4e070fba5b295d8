import type { Act } from '../../../kit/act';
import { changePost } from '../posts';

export const appoint: Act<'staff.appoint'> = async (ctx, { staffId, role }) => {
  await changePost(ctx, staffId, role);
  return { role };
};
