import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { codes } from '../../../stores/codes';

/** Revoked is revoked: asked again, the answer is the same. */
export const revoke: Act<'code.revoke'> = async (ctx, { codeId }) => {
  const code = await codes.get(codeId);
  if (!code) throw new AppError('missing', '没有找到这张登记码');
  await codes.revoke(codeId, ctx.now);
  ctx.record({ collection: 'codes', subjectId: codeId, ...(code.unitId && { unitId: code.unitId }) });
  return { codeId };
};
