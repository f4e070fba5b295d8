import type { Act } from '../../../kit/act';
import { templates } from '../../../stores/templates';

const ALL = 100;

export const listTemplates: Act<'notice.listTemplates'> = async () => ({
  templates: (await templates.list(ALL)).map(({ _id, name, by, content }) => ({
    templateId: _id,
    name,
    by,
    content,
  })),
});
