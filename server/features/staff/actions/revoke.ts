import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { claims } from '../../../stores/claims';

/** Revoked twice is revoked once; a used code has made somebody staff, whom only removal takes away again. */
export const revoke: Act<'staff.revoke'> = async (ctx, { invitationId }) => {
  const claim = await claims.get(invitationId);
  if (!claim) throw new AppError('missing', '没有找到这份邀请，请刷新后再看');
  if (!(await claims.revoke(invitationId, ctx.now)) && (await claims.get(invitationId))?.usedAt)
    throw new AppError('closed', '这个验证码已经用过，不能再收回；如不该加入，请移出这位工作人员');
  ctx.record({ collection: 'claims', subjectId: invitationId });
  return { invitationId };
};
