import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { codes } from '../../../stores/codes';
import { units } from '../../../stores/units';

const ID_LENGTH = 18;
const DAY = 24 * 3600_000;

/** A code's id is its whole secret, so it is random and not the request's; the request is kept beside it. */
export const issue: Act<'code.issue'> = async (ctx, { unitId, days }) => {
  const [known, unit] = await Promise.all([
    codes.byRequest(ctx.requestId),
    unitId ? units.get(unitId) : null,
  ]);
  if (!known && unitId && !unit?.active)
    throw new AppError('missing', '没有找到这家单位，可能已不在册', 'unitId');

  let codeId = known?._id;
  if (!codeId) {
    codeId = ctx.newId(ID_LENGTH);
    const added = await codes.add({
      _id: codeId,
      unitId,
      unitName: unit?.name ?? null,
      issuedBy: ctx.caller.openid,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + days * DAY),
      revokedAt: null,
      uses: 0,
      pictureId: null,
      requestId: ctx.requestId,
      order: `${ctx.now.toISOString()}_${codeId}`,
    });
    if (!added) codeId = (await codes.byRequest(ctx.requestId))?._id ?? codeId;
  }
  ctx.record({ collection: 'codes', subjectId: codeId, ...(unitId && { unitId }) });
  return { codeId };
};
