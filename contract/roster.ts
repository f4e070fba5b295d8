import * as v from 'valibot';
import { mutation, query } from './action';
import { count, cursor, flag, id, next, optionalText } from './fields';
import { posts } from './unit';

/** What a column of a roster may hold: fields of the unit, then its people. */
const unitColumns = {
  name: '单位全称',
  short: '单位简称',
  nature: '单位性质',
  stateLevel: '国企级别',
  address: '通讯地址',
  postCode: '邮编',
  hosts: '所属主办方',
  region: '所在地区',
  industry: '所属行业',
  post: '协会职务',
  creditCode: '统一社会信用代码',
  legalRep: '法定代表人',
  landline: '单位电话',
  fax: '传真',
  email: '单位邮箱',
  website: '网址',
  tags: '标签',
  joinedOn: '入会时间',
} as const;
export type UnitColumn = keyof typeof unitColumns;

export const rosterPeople = {
  liaison: '联络员',
  deputy: '副联络员',
  head: '负责人',
  finance: '财务联系人',
} as const;
export type RosterPerson = keyof typeof rosterPeople;

export const personColumns = {
  name: '姓名',
  position: '职务',
  phone: '手机',
  landline: '办公电话',
  email: '邮箱',
  wechat: '微信号',
} as const;
export type PersonColumn = keyof typeof personColumns;

/** A unit has at most so many contacts. */
export const CONTACTS_MAX = 12;

const fromEntries = (entries: (string | undefined)[][]): Record<string, string> =>
  Object.fromEntries(entries.map(([key = '', words = '']) => [key, words]));

const people = Object.entries(rosterPeople).flatMap(([person, words]) =>
  Object.entries(personColumns).map(([column, what]) => [
    `${person}_${column}`,
    column === 'name' ? words : `${words}${what}`,
  ]),
);
const others = Array.from({ length: CONTACTS_MAX }, (_, i) => i + 1).flatMap((n) =>
  [['kind', '类别'], ...Object.entries(personColumns)].map(([column, what]) => [
    `contact${n}_${column}`,
    `联系人${n}${what}`,
  ]),
);

/** Column → the words over it in our own export. */
export const rosterColumns: Record<string, string> = fromEntries([
  ...Object.entries(unitColumns),
  ...people,
  ...others,
]);

/** Those offered when a column is mapped by hand; the numbered contacts come from our own export only. */
export const offeredColumns: Record<string, string> = fromEntries([
  ...Object.entries(unitColumns),
  ...people,
]);

/** What a new unit gets where its row says nothing; raw words, read as a cell would be. */
export const rosterDefaults = {
  nature: '单位性质',
  stateLevel: '国企级别',
  region: '所在地区',
  industry: '所属行业',
  post: '协会职务',
  hosts: '所属主办方',
  address: '通讯地址',
  postCode: '邮编',
} as const;
export type RosterDefault = keyof typeof rosterDefaults;

export const rosterKinds = {
  new: '新增',
  changed: '变更',
  unchanged: '无变化',
  suspect: '疑似重复',
  wrong: '有误',
  skipped: '不导入',
} as const;
export type RosterKind = keyof typeof rosterKinds;
const kinds = Object.keys(rosterKinds) as RosterKind[];

export const importStates = {
  read: '待核对',
  planned: '待确认',
  committing: '导入未完成',
  done: '已导入',
  undoing: '撤销未完成',
  undone: '已撤销',
} as const;
export type ImportState = keyof typeof importStates;

const SHEETS_MAX = 20;
/** Hidden ones count as well. */
const SHEET_INDEX_MAX = 255;
const COLUMNS_MAX = 200;
const ROWS_MAX = 10_000;

/** Zero-based places in the workbook. */
const sheetIndex = v.pipe(
  v.number('工作表不正确'),
  v.integer('工作表不正确'),
  v.minValue(0, '工作表不正确'),
  v.maxValue(SHEET_INDEX_MAX, '工作表过多'),
);
const columnIndex = v.pipe(
  v.number('列不正确'),
  v.integer('列不正确'),
  v.minValue(0, '列不正确'),
  v.maxValue(COLUMNS_MAX, '列过多'),
);
const columnField = v.picklist(Object.keys(rosterColumns), '没有这种内容');

export const sheetMapping = v.object({
  sheet: sheetIndex,
  columns: v.pipe(
    v.array(v.object({ column: columnIndex, field: columnField }), '列的对应应为列表'),
    v.maxLength(COLUMNS_MAX, '列过多'),
  ),
});
export type SheetMapping = v.InferOutput<typeof sheetMapping>;

/** `sheet-row` as the plan names a row. */
const rowKey = v.pipe(v.string('缺少行'), v.regex(/^\d{1,3}-\d{1,6}$/, '行不正确'));

/** `as`: `new`, `skip`, a unit's id, or `row:<key>` of the row it stands in for. */
export const decision = v.object({
  row: rowKey,
  as: v.pipe(
    v.string('请选择如何处理'),
    v.regex(/^(row:\d{1,3}-\d{1,6}|[A-Za-z0-9_-]{1,64})$/, '处理方式不正确'),
  ),
});
export type Decision = v.InferOutput<typeof decision>;

const counts = v.object(
  Object.fromEntries(kinds.map((kind) => [kind, count])) as Record<RosterKind, typeof count>,
);
export type PlanCounts = v.InferOutput<typeof counts>;

export const readSheet = v.object({
  sheet: count,
  name: v.string(),
  /** Rows below the header; 0: nothing to import in it. */
  rows: count,
  /** One-based rows the header stands in; empty: none was found. */
  headers: v.array(count),
  columns: v.array(
    v.object({
      column: count,
      /** A, B, … as Excel names it. */
      letter: v.string(),
      title: v.string(),
      samples: v.array(v.string()),
      /** Recognised field; null: not known. */
      field: v.nullable(v.string()),
    }),
  ),
});
export type ReadSheet = v.InferOutput<typeof readSheet>;

const importCard = v.object({
  importId: v.string(),
  fileName: v.string(),
  state: v.picklist(Object.keys(importStates) as ImportState[]),
  by: v.string(),
  at: v.string(),
  counts: v.nullable(counts),
});

const progress = v.object({
  state: v.picklist(Object.keys(importStates) as ImportState[]),
  /** Rows of the plan gone through, of how many. */
  done: count,
  total: count,
  added: count,
  changed: count,
  /** Of the undo. */
  restored: count,
  removed: count,
  /** Not imported although planned, or not undone, each with why; the first 50. */
  left: v.array(v.object({ name: v.string(), reason: v.string() })),
  leftCount: count,
});

export const rosterContract = {
  /** Opens an uploaded workbook and says what its columns seem to hold. Formulas and locked files are refused. */
  'roster.read': mutation(v.object({ fileKey: id('名册文件') }), v.object({ importId: v.string() })),

  /** One import: what was read, how it was mapped, how far it came. */
  'roster.get': query(
    v.object({ importId: id('导入记录') }),
    v.object({
      ...importCard.entries,
      sheets: v.array(readSheet),
      mapping: v.nullable(v.array(sheetMapping)),
      defaults: v.record(v.string(), v.string()),
      /** Of the plan; commit names it. */
      version: v.nullable(v.string()),
      decisions: v.array(v.object({ row: v.string(), as: v.string() })),
      hosts: v.array(v.string()),
      progress,
      /** Until when it may be taken back; null: not, or not any more. */
      undoUntil: v.nullable(v.string()),
    }),
  ),

  /** Past imports, the newest first. */
  'roster.list': query(v.object({ cursor }), v.object({ imports: v.array(importCard), next })),

  /**
   * Works out what the import would do, changing nothing. Rows suspected to be a unit that is there already wait for a
   * decision; planned again, earlier plans count no more.
   */
  'roster.plan': mutation(
    v.object({
      importId: id('导入记录'),
      sheets: v.pipe(
        v.array(sheetMapping, '请先核对各列内容'),
        v.minLength(1, '请至少选择一张工作表'),
        v.maxLength(SHEETS_MAX, '工作表过多'),
      ),
      defaults: v.optional(
        v.record(
          v.picklist(Object.keys(rosterDefaults) as RosterDefault[], '没有这一项'),
          optionalText('统一填写的内容', 100),
        ),
        {},
      ),
      decisions: v.optional(v.pipe(v.array(decision, '选择应为列表'), v.maxLength(ROWS_MAX, '选择过多')), []),
    }),
    v.object({ version: v.string(), counts }),
  ),

  /** Rows of the plan of one kind, 50 at a time, numbers masked like everywhere. */
  'roster.rows': query(
    v.object({ importId: id('导入记录'), kind: v.picklist(kinds, '请选择类别'), cursor }),
    v.object({
      rows: v.array(
        v.object({
          key: v.string(),
          sheet: v.string(),
          row: count,
          name: v.string(),
          changes: v.array(v.object({ label: v.string(), before: v.string(), after: v.string() })),
          notes: v.array(v.string()),
          /** Why it is wrong or left out. */
          reason: v.string(),
          candidates: v.array(v.object({ as: v.string(), name: v.string(), why: v.string() })),
        }),
      ),
      next,
    }),
  ),

  /** Does a slice of exactly that plan (at most some 12 s); to be called again until `state` is done. */
  'roster.commit': mutation(
    v.object({
      importId: id('导入记录'),
      version: v.pipe(v.string('缺少计划编号'), v.regex(/^[0-9a-f]{32}$/, '计划编号不正确')),
    }),
    progress,
  ),

  /** The rows that were not imported, as the same workbook with the reason behind each. */
  'roster.rejects': mutation(
    v.object({ importId: id('导入记录') }),
    v.object({ url: v.string(), name: v.string(), rows: count }),
  ),

  /** Takes an import back within 24 hours where nobody went on with it; a slice at a time like `commit`. */
  'roster.undo': mutation(v.object({ importId: id('导入记录') }), progress),

  /** Member roster or contact directory (通信联络表) as a workbook; whose numbers are in it can see so. */
  'roster.export': mutation(
    v.object({
      kind: v.picklist(['roster', 'directory'], '请选择导出内容'),
      search: optionalText('搜索', 30),
      region: optionalText('地区', 20),
      industry: optionalText('行业', 20),
      post: v.optional(v.picklist(Object.keys(posts) as (keyof typeof posts)[], '协会职务不正确')),
      tag: optionalText('标签', 12),
      vacant: v.optional(flag('只看无联络员'), false),
    }),
    v.object({ url: v.string(), name: v.string(), units: count, masked: v.boolean() }),
  ),
};
