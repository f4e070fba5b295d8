import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { templates } from '../../../stores/templates';

/** Notices made of it stay as they are. */
export const dropTemplate: Act<'notice.dropTemplate'> = async (ctx, { templateId }) => {
  const template = await templates.get(templateId);
  if (!template?.requests.includes(ctx.requestId)) {
    if (!template?.active) throw new AppError('missing', '没有找到这个模板，可能已被删除');
    await templates.change(templateId, { active: false }, ctx.requestId);
  }
  ctx.record({ collection: 'templates', subjectId: templateId });
  return { templateId };
};
