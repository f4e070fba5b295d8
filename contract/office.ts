import * as v from 'valibot';
import { mutation, query } from './action';
import { id, text } from './fields';
import { presetIds } from './policy/preset-ids';

const host = v.object({
  id: id('主办方'),
  name: text('主办方名称', 60),
  short: text('主办方简称', 12),
  accent: v.pipe(v.string('请选择主题色'), v.regex(/^#[0-9A-Fa-f]{6}$/, '主题色应为#加6位')),
});

export const officeContract = {
  /** Use a one-time code: the first makes the office, later ones add a staff member with the code's role. */
  'office.claim': mutation(
    v.object({
      code: v.pipe(
        v.string('请填写一次性验证码'),
        v.transform((s) => s.replace(/[\s-]/g, '').toUpperCase()),
        v.regex(/^[A-Z2-7]{20}$/, '验证码应为20位字母和数字'),
      ),
      name: text('您的姓名', 20),
    }),
    v.object({ role: v.string(), first: v.boolean() }),
  ),

  /** The office's settings, for staff. */
  'office.get': query(
    v.object({}),
    v.object({
      name: v.string(),
      preset: v.nullable(v.picklist(presetIds)),
      hosts: v.array(host),
      presets: v.array(
        v.object({
          id: v.picklist(presetIds),
          name: v.string(),
          source: v.string(),
          summary: v.array(v.string()),
          hosts: v.array(host),
        }),
      ),
    }),
  ),

  /** Pick the rulebook and name the office and its hosts; a preset's hosts are the start. */
  'office.setUp': mutation(
    v.object({
      name: text('协会名称', 60),
      preset: v.picklist(presetIds, '请选择制度模板'),
      hosts: v.pipe(
        v.array(host, '请填写主办方'),
        v.minLength(1, '至少一个主办方'),
        v.maxLength(4, '主办方最多4个'),
      ),
    }),
    v.object({ preset: v.string() }),
  ),
};
