import * as v from 'valibot';
import { mutation, query } from './action';
import { cursor, flag, id, instant, next, optionalText, text } from './fields';
import { seatKind } from './me';

/** 单位性质, Shaanxi rulebook A, notes to the registration form. */
export const natures = {
  institution: '事业',
  society: '社团',
  state: '国有企业',
  collective: '集体企业（乡镇企业）',
  joint: '联营企业',
  private: '民营企业',
} as const;
export type Nature = keyof typeof natures;

/** Sub-levels of a state-owned enterprise, same notes. */
export const stateLevels = { central: '央企', province: '省企', city: '市企', county: '县（区）企' } as const;
export type StateLevel = keyof typeof stateLevels;

/** Posts in the association (rulebook D: classification by post). */
export const posts = {
  president: '会长单位',
  'vice-president': '副会长单位',
  standing: '常务理事单位',
  council: '理事单位',
  ordinary: '会员单位',
} as const;
export type Post = keyof typeof posts;

const keys = <T extends object>(o: T) => Object.keys(o) as (keyof T & string)[];

export const unitFields = {
  name: v.pipe(text('单位全称', 60), v.minLength(4, '单位全称应与营业执照一致，至少4字')),
  short: optionalText('单位简称', 20),
  nature: v.picklist(keys(natures), '请选择单位性质'),
  stateLevel: v.optional(v.nullable(v.picklist(keys(stateLevels), '请选择国有企业的级别')), null),
  address: text('通讯地址', 100),
  postCode: v.pipe(v.string('请填写邮编'), v.trim(), v.regex(/^\d{6}$/, '邮编应为6位数字')),
  hosts: v.pipe(
    v.array(id('主办方'), '请选择所属主办方'),
    v.minLength(1, '请选择所属主办方'),
    v.maxLength(4, '所属主办方过多'),
  ),
  region: text('所在地区', 20),
  industry: text('所属行业', 20),
  post: v.picklist(keys(posts), '请选择在协会的职务'),
};

/** State-owned enterprises name their level, others have none (notes to form A). */
export const levelAgrees = (nature: string, level: string | null | undefined) =>
  (nature === 'state') === !!level;
export const levelRule = '国有企业请选择级别，其他性质不选级别';

/** What an edit sends and the file keeps. */
export type UnitForm = { [K in keyof typeof unitFields]: v.InferOutput<(typeof unitFields)[K]> };

export const seatOfUnit = v.object({
  kind: seatKind,
  name: v.string(),
  position: v.string(),
  phone: v.string(),
});

export const unitContract = {
  'unit.save': mutation(
    v.pipe(
      v.object({
        ...unitFields,
        unitId: v.optional(id('单位')),
        /** `updatedAt` of the file the editor began from: changed by another since, nothing is written. */
        seen: v.optional(instant('修改时间')),
      }),
      v.forward(
        v.partialCheck([['nature'], ['stateLevel']], (u) => levelAgrees(u.nature, u.stateLevel), levelRule),
        ['stateLevel'],
      ),
    ),
    v.object({ unitId: v.string() }),
  ),

  /** Units by stored pinyin order; `search` matches name, short name, initials or pinyin. Staff only. */
  'unit.list': query(
    v.object({
      search: optionalText('搜索', 30),
      /** Only units whose main seat is empty. */
      vacant: v.optional(flag('只看无联络员'), false),
      cursor,
    }),
    v.object({
      units: v.array(
        v.object({
          unitId: v.string(),
          name: v.string(),
          region: v.string(),
          post: v.string(),
          liaison: v.nullable(v.string()),
        }),
      ),
      next,
    }),
  ),

  'unit.get': query(
    v.object({ unitId: id('单位') }),
    v.object({ unitId: v.string(), ...unitFields, seats: v.array(seatOfUnit), updatedAt: v.string() }),
  ),
};
