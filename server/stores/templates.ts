import { keep, table, type Row } from '../kit/table';
import type { TemplateContent } from '@contract/notice-draft';

/** A template of the office (模板); `_id` is the request id that made it. */
export interface Template extends Row {
  name: string;
  content: TemplateContent;
  /** Who saved it last. */
  by: string;
  active: boolean;
  /** Time of the last change and id. */
  order: string;
  requests: string[];
}

const rows = table<Template>('templates');

export const templates = {
  get: (id: string) => rows.get(id),
  add: (template: Template) => rows.add(template),
  list: (limit: number) => rows.find({ where: { active: true }, orderBy: [['order', 'desc']], limit }),
  count: () => rows.count({ active: true }),
  /** 0 when it was dropped before. */
  change: (id: string, change: Partial<Omit<Template, 'requests'>>, requestId: string) =>
    rows.update({ _id: id, active: true }, { ...change, requests: keep(requestId) }),
};
