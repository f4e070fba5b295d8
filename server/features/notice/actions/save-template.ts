import { plainText } from '@contract/body';
import type { TemplateContent } from '@contract/notice-draft';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { draftOrder } from '../../../stores/drafts';
import { templates } from '../../../stores/templates';

/** Templates of one office; they are listed in one piece. */
const MOST = 100;

/** A new template, another name for one, or other words under it; colleagues see it, so WeChat looks at it. */
export const saveTemplate: Act<'notice.saveTemplate'> = async (ctx, { templateId, name, content }) => {
  const { openid, person } = ctx.caller;
  const id = templateId ?? ctx.requestId;
  const before = await templates.get(id);
  if (!before?.requests.includes(ctx.requestId)) {
    if (templateId && !before?.active) throw new AppError('missing', '没有找到这个模板，可能已被删除');
    if (!templateId && (await templates.count()) >= MOST)
      throw new AppError('conflict', `模板最多${MOST}个，请先删掉不用的`);
    await checkText(
      openid,
      [name, ...(content ? wordsOf(content) : [])].join('\n'),
      content ? 'content' : 'name',
    );
    const change = {
      name,
      by: person?.staff?.name ?? '',
      order: draftOrder(ctx.now, id),
      ...(content && { content }),
    };
    if (templateId) await templates.change(id, change, ctx.requestId);
    else if (content)
      await templates.add({ ...change, content, _id: id, active: true, requests: [ctx.requestId] });
    else throw new AppError('invalid', '请先写好内容，再存为模板', 'content');
  }
  ctx.record({ collection: 'templates', subjectId: id });
  return { templateId: id };
};

const wordsOf = ({ title, body, asking }: TemplateContent): string[] => [
  title,
  plainText(body),
  ...(asking.kind === 'form' ? asking.questions.map(({ label }) => label) : []),
];
