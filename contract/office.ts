import * as v from 'valibot';
import { mutation, query } from './action';
import { id, instant, text } from './fields';
import { presetIds } from './policy/preset-ids';
import { policyParts, type Policy } from './policy/schema';

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
      /** The rulebook in force, as stored: one that no rule of today would let pass can still be mended. */
      policy: v.nullable(v.custom<Policy>((given) => typeof given === 'object')),
      /** When the office last edited it; null: as shipped. */
      policyAt: v.nullable(v.string()),
      /** ID numbers can be kept encrypted (the environment holds the key). */
      idNumberReady: v.boolean(),
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

  /** Edits of the rulebook in force (制度设置): the parts named are replaced as a whole, the result must hold together. */
  'office.savePolicy': mutation(
    v.object({
      changes: v.pipe(
        v.partial(v.object(policyParts, '请填写要修改的制度内容')),
        v.check((changes) => Object.keys(changes).length > 0, '没有要修改的制度内容'),
      ),
      /** `policyAt` of what the editor began from: edited by another since, nothing is written. */
      seen: v.optional(v.nullable(instant('修改时间')), null),
    }),
    v.object({ policyAt: v.string() }),
  ),
};
