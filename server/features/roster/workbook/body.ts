import type { SheetMapping } from '@contract/roster';
import { keyOf } from '../cell/text';
import { layoutOf, mergeAt } from './layout';
import type { Cell, Sheet } from './open';

/** One row to import: its cells by field. */
export interface RosterRow {
  /** `sheet-row`, zero-based. */
  key: string;
  sheet: number;
  sheetName: string;
  row: number;
  cells: Partial<Record<string, Cell>>;
  /** Words of the line over a part of the sheet it stands in (一、关中片区), when they name a region. */
  section?: string;
  notes?: string[];
}

/** Words a trailing remark begins with. */
const NOTE =
  /^(注|备注|说明|填表|制表|填报|合计|总计|小计|共计|共\d|以上|审核|联系人[:：]|单位[(（]?盖章|日期[:：]|附[:：]|\*|※|导出人)/;

/** The rows below the header; blank ones, repeated headers and remarks are none, rows of one merged unit are one. */
export function bodyOf(sheet: Sheet, mapping: SheetMapping): RosterRow[] {
  const layout = layoutOf(sheet);
  const from = layout ? Math.max(...layout.headers) + 1 : 0;
  const nameColumn = mapping.columns.find(({ field }) => field === 'name')?.column;
  const rows: RosterRow[] = [];
  let section: string | undefined;
  let lastRow = -1;
  for (let r = from; r < sheet.cells.length; r += 1) {
    const row = sheet.cells[r] ?? [];
    section = sectionIn(row) ?? section;
    if (
      !row.some(Boolean) ||
      sectionIn(row) ||
      isRemark(row, nameColumn) ||
      repeatsHeader(sheet, r, layout?.headers ?? [])
    )
      continue;
    const cells: RosterRow['cells'] = {};
    for (const { column, field } of mapping.columns) {
      const cell = cellAt(sheet, r, column);
      if (cell) cells[field] = cell;
    }
    if (Object.keys(cells).length === 0) continue;
    const merge = nameColumn === undefined ? undefined : mergeAt(sheet.merges, r, nameColumn);
    const last = rows[rows.length - 1];
    if (merge && merge.top < r && last?.row === merge.top && last.sheet === sheet.index)
      append(last, cells, sheet, r, mapping);
    else if (last && lastRow === r - 1 && onlyPeople(cells)) {
      append(last, cells, sheet, r, mapping);
      (last.notes ??= []).push(`第${r + 1}行没有单位名称，当作这家单位的另一个人`);
    } else
      rows.push({
        key: `${sheet.index}-${r}`,
        sheet: sheet.index,
        sheetName: sheet.name,
        row: r,
        cells,
        ...(section && { section }),
      });
    lastRow = r;
  }
  return rows;
}

/** Somebody and nothing else: under a unit's row, one more of its people. */
const onlyPeople = (cells: RosterRow['cells']): boolean =>
  Object.keys(cells).every((field) => /_/.test(field)) &&
  Object.keys(cells).some((field) => /_name$/.test(field));

/** 一、关中片区（12家）: a line of its own that names the region of the rows below; it is no unit. */
function sectionIn(row: (Cell | undefined)[]): string | undefined {
  const [only, ...others] = row.flatMap((cell) => (cell && cell.number === null ? cell.text : []));
  if (!only || others.length > 0) return undefined;
  const words = keyOf(only)
    .replace(/^[(]?[一二三四五六七八九十\d]+[)]?[、.,:]?/, '')
    .replace(/[(]?共?\d+[家个户][)]?$|[:：]$/g, '')
    .replace(/(会员单位|会员|单位)$/, '');
  return /^[\u4e00-\u9fff]{1,8}(市|县|州|盟|省|片区|地区|片)$/.test(words) ? words : undefined;
}

/** A cell merged downwards holds for every row it covers. */
function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  const own = sheet.cells[row]?.[column];
  if (own) return own;
  const merge = mergeAt(sheet.merges, row, column);
  return merge && merge.left === column && merge.right === column
    ? sheet.cells[merge.top]?.[column]
    : undefined;
}

/** A unit over two rows: the people of the second stand behind those of the first. */
function append(
  first: RosterRow,
  cells: RosterRow['cells'],
  sheet: Sheet,
  row: number,
  mapping: SheetMapping,
): void {
  for (const { column, field } of mapping.columns) {
    const [more, before] = [cells[field], first.cells[field]];
    if (!more || !sheet.cells[row]?.[column] || !field.includes('_')) continue;
    first.cells[field] = before
      ? { text: `${before.text}、${more.text}`, number: null, isDate: false }
      : more;
  }
}

function isRemark(row: (Cell | undefined)[], nameColumn: number | undefined): boolean {
  const texts = row.flatMap((cell) => cell?.text ?? []);
  const [first = ''] = texts;
  if (nameColumn !== undefined && row[nameColumn] && texts.length > 2) return false;
  return (
    (texts.length <= 2 && (NOTE.test(first) || /^[(（]?\d{1,2}[)）.、．].*[。；;]$/.test(first))) ||
    (texts.length <= 2 && first.length > 60) ||
    (texts.length <= 3 && /^(合计|总计|小计|共计)/.test(first))
  );
}

function repeatsHeader(sheet: Sheet, row: number, headers: number[]): boolean {
  const words = (at: number) =>
    (sheet.cells[at] ?? []).map((cell) => (cell ? keyOf(cell.text) : '')).join('|');
  return headers.some((header) => words(header) === words(row));
}
