import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { codes } from '../../../stores/codes';

/** Revoked is revoked: asked again, the answer is the same. */
export const revoke: Act<'code.revoke'> = async (ctx, { codeId }) => {
  if (!(await codes.revoke(codeId, ctx.now)) && !(await codes.get(codeId))) {
    throw new AppError('missing', '没有找到这张登记码');
  }
  ctx.record({ collection: 'codes', subjectId: codeId });
  return { codeId };
};
