import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { attachments } from '../../../stores/attachments';

/** Takes a paper out of the unit's file; row and file are kept. */
export const detach: Act<'unit.detach'> = async (ctx, { attachmentId }) => {
  const before = await attachments.get(attachmentId);
  if (!before) throw new AppError('missing', '没有找到这份材料');
  if (!(await attachments.remove(attachmentId, ctx.now, ctx.requestId))) {
    const after = await attachments.get(attachmentId);
    if (after?.removedBy !== ctx.requestId) throw new AppError('closed', '这份材料已经移出，请刷新');
  }
  ctx.record({ collection: 'attachments', subjectId: attachmentId, unitId: before.unitId });
  return {};
};
