import { read, utils, write, type BookType, type WorkSheet } from '@e965/xlsx';
import type { Decision, RosterKind } from '@contract/roster';
import { cloud, makeStaff, makeUpload } from '../../support';
import { upload } from '../file/samples';

/** Workbooks as secretaries have them, and the way of one into a plan. */

type Value = string | number | boolean | Date | null;
type Staff = Awaited<ReturnType<typeof makeStaff>>;

export const HEADERS = [
  '单位名称',
  '单位性质',
  '地址',
  '邮编',
  '地区',
  '行业',
  '协会职务',
  '联络员',
  '职务',
  '手机',
];

/** A row under `HEADERS` that can be imported as a new unit. */
export const rowOf = (name: string, over: Partial<Record<string, Value>> = {}): Value[] => {
  const values: Partial<Record<string, Value>> = {
    单位名称: name,
    单位性质: '民营企业',
    地址: '示例省示例市示例路1号',
    邮编: '710000',
    地区: '西安',
    行业: '煤炭',
    协会职务: '会员单位',
    联络员: '示例甲',
    职务: '主任',
    手机: '13900001111',
    ...over,
  };
  return HEADERS.map((header) => values[header] ?? null);
};

export const sheetOf = (rows: Value[][], merges: string[] = []): WorkSheet => {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  return sheet;
};

export function bookOf(sheets: Record<string, WorkSheet | Value[][]>, bookType: BookType = 'xlsx'): Buffer {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets))
    utils.book_append_sheet(book, Array.isArray(sheet) ? sheetOf(sheet) : sheet, name);
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

let sent = 0;

/** Our copy of an accepted upload. */
export async function uploaded(
  staff: { openid: string },
  bytes: Buffer,
  name = '名册.xlsx',
): Promise<string> {
  const fileId = await upload(`kept/test/roster-${(sent += 1)}.${name.split('.').pop()}`, bytes);
  const row = await makeUpload({ owner: staff.openid, use: 'roster', name, fileId, size: bytes.length });
  return row._id;
}

interface Wishes {
  decisions?: Decision[];
  defaults?: Record<string, string>;
}

/** Reads and plans as the page does it: every recognised column, every sheet with a header. */
export async function planned(staff: Staff, bytes: Buffer, { decisions = [], defaults = {} }: Wishes = {}) {
  const { importId } = await staff.change('roster.read', { fileKey: await uploaded(staff, bytes) });
  return replanned(staff, importId, { decisions, defaults });
}

export async function replanned(
  staff: Staff,
  importId: string,
  { decisions = [], defaults = {} }: Wishes = {},
) {
  const { sheets } = await staff.ask('roster.get', { importId });
  const mapping = sheets
    .filter(({ columns }) => columns.some(({ field }) => field === 'name'))
    .map(({ sheet, columns }) => ({
      sheet,
      columns: columns.flatMap(({ column, field }) => (field ? [{ column, field }] : [])),
    }));
  const plan = await staff.change('roster.plan', { importId, sheets: mapping, decisions, defaults });
  return { importId, ...plan };
}

export const rowsOf = async (staff: Staff, importId: string, kind: RosterKind) =>
  (await staff.ask('roster.rows', { importId, kind })).rows;

/** Calls until it is done, as the page does. */
export async function committed(staff: Staff, importId: string, version: string) {
  for (;;) {
    const progress = await staff.change('roster.commit', { importId, version });
    if (progress.state !== 'committing') return progress;
  }
}

export const unitNamed = async (name: string) => (await cloud.find('units', { name, active: true }))[0];

export async function workbookAt(url: string): Promise<string[][]> {
  const reply = await fetch(url);
  const book = read(Buffer.from(await reply.arrayBuffer()), { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false }) : [];
}
