import * as v from 'valibot';
import { id, text } from './fields';
import { natures, posts } from './unit';

/** Which units are meant: of a notice, and of a saved group (联络组). */

const ids = (label: string, max: number) =>
  v.optional(
    v.pipe(v.array(id(label), `请选择${label}`), v.maxLength(max, `${label}一次最多选${max}个`)),
    [],
  );
const words = (label: string) =>
  v.optional(
    v.pipe(v.array(text(label, 20), `请选择${label}`), v.maxLength(100, `${label}一次最多选100个`)),
    [],
  );
const keys = <T extends object>(label: string, choices: T) =>
  v.optional(
    v.array(v.picklist(Object.keys(choices) as (keyof T & string)[], `${label}不正确`), `请选择${label}`),
    [],
  );

/** What a unit is chosen by: within a line any of the values, all lines together. */
const lines = {
  hosts: ids('主办方', 4),
  posts: keys('协会职务', posts),
  natures: keys('单位性质', natures),
  regions: words('地区'),
  industries: words('行业'),
  tags: words('标签'),
};

const single = {
  /** Also these, whatever they are. */
  unitIds: ids('单位', 1000),
  /** But not these. */
  except: ids('除外的单位', 1000),
};

const CHOOSE = '请至少选择一项条件或一家单位';
const chosen = (rule: object): boolean =>
  Object.entries(rule).some(([key, line]) => key !== 'except' && Array.isArray(line) && line.length > 0);

/** Members of a group: units of these lines, and single ones, minus exceptions. */
export const memberRule = v.pipe(
  v.object({ ...lines, ...single }),
  v.check((one) => chosen(one), CHOOSE),
);
/** What was not chosen may be missing. */
export type MemberRule = v.InferInput<typeof memberRule>;
export type Members = v.InferOutput<typeof memberRule>;

/** Units by what they are; a saved group is one line of it: a member of any of them. Plus single units, minus exceptions. */
const rule = v.pipe(
  v.object({ kind: v.literal('rule'), groups: ids('联络组', 10), ...lines, ...single }),
  v.check((one) => chosen(one), CHOOSE),
);

/** Who gets it: every member unit, those of a rule, or the chosen ones. Snapshotted at publication (decision D6). */
export const audience = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('all'), except: ids('除外的单位', 1000) }),
    rule,
    v.object({
      kind: v.literal('units'),
      unitIds: v.pipe(
        v.array(id('单位'), '请选择单位'),
        v.minLength(1, '请选择单位'),
        v.maxLength(1000, '一次最多选1000家单位'),
      ),
    }),
  ],
  '请选择发送范围',
);
/** What was not chosen may be missing. */
export type Audience = v.InferInput<typeof audience>;
