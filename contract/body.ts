import * as v from 'valibot';
import { id, optionalText, text } from './fields';

/** Structured text of notices, articles and minutes (decision D12): never HTML. */

const colors = ['default', 'red', 'blue'] as const;

/** Characters of one run, runs of one paragraph. */
export const MAX_RUN = 5000;
export const MAX_RUNS = 200;

const run = v.object({
  text: v.pipe(v.string('正文应为文字'), v.maxLength(MAX_RUN, `一段文字最多${MAX_RUN}字`)),
  bold: v.optional(v.boolean()),
  color: v.optional(v.picklist(colors, '没有这种颜色')),
});

const runs = v.pipe(v.array(run, '正文应为段落'), v.maxLength(MAX_RUNS, '一段里的格式太多'));

/** Cells of one table: a larger one is a file. */
export const MAX_CELLS = 300;
export const MAX_ROWS = 200;
export const MAX_COLUMNS = 12;
/** Characters of one cell. */
export const MAX_CELL = 500;
export const MAX_HEADING = 100;
export const MAX_ITEMS = 100;

const heading = v.object({ type: v.literal('heading'), text: text('小标题', MAX_HEADING) });
const paragraph = v.object({ type: v.literal('paragraph'), runs });
const list = v.object({
  type: v.literal('list'),
  ordered: v.boolean('列表应说明是否编号'),
  items: v.pipe(
    v.array(runs, '列表应为若干条'),
    v.minLength(1, '列表至少一条'),
    v.maxLength(MAX_ITEMS, `列表最多${MAX_ITEMS}条`),
  ),
});
const table = v.object({
  type: v.literal('table'),
  rows: v.pipe(
    v.array(
      v.pipe(v.array(optionalText('单元格', MAX_CELL)), v.maxLength(MAX_COLUMNS, `表格最多${MAX_COLUMNS}列`)),
    ),
    v.minLength(1, '表格至少一行'),
    v.maxLength(MAX_ROWS, `表格最多${MAX_ROWS}行`),
    v.check((rows) => rows.flat().length <= MAX_CELLS, `表格最多${MAX_CELLS}格，更大的表请作为附件`),
  ),
});
const picture = v.object({
  type: v.literal('picture'),
  fileKey: id('图片'),
  caption: optionalText('图片说明', 100),
});
const file = v.object({
  type: v.literal('file'),
  fileKey: id('附件'),
  name: text('附件名', 120),
  size: v.pipe(v.number('附件大小不正确'), v.integer('附件大小不正确'), v.minValue(0, '附件大小不正确')),
});

export const block = v.variant(
  'type',
  [heading, paragraph, list, table, picture, file],
  '正文里有无法识别的内容',
);

/** Pictures and files together. */
export const MAX_FILES = 9;
/** Characters of text in all blocks. */
export const MAX_TEXT = 20000;
export const MAX_BLOCKS = 300;

export const body = v.pipe(
  v.array(block, '请填写正文'),
  v.minLength(1, '请填写正文'),
  v.maxLength(MAX_BLOCKS, `正文最多${MAX_BLOCKS}段`),
  v.check((blocks) => filesOf(blocks).length <= MAX_FILES, `图片和附件最多${MAX_FILES}个`),
  v.check((blocks) => plainText(blocks).length <= MAX_TEXT, `正文最多${MAX_TEXT}字`),
  v.check((blocks) => plainText(blocks).trim() !== '' || filesOf(blocks).length > 0, '请填写正文'),
);

export type Block = v.InferOutput<typeof block>;
export type Body = Block[];
export type Run = v.InferOutput<typeof run>;

/** All words of a body, a line a block: for search, content check and group texts. */
export function plainText(blocks: Body): string {
  return blocks.map(blockText).filter(Boolean).join('\n');
}

/** Keys of all pictures and files, in order. */
export function filesOf(blocks: Body): string[] {
  return blocks.flatMap((b) => (b.type === 'picture' || b.type === 'file' ? [b.fileKey] : []));
}

/** Keys of what is a picture, whether it is shown in the text or added as a file. */
export function picturesOf(blocks: Body): string[] {
  return blocks.flatMap((b) =>
    b.type === 'picture' || (b.type === 'file' && /\.(jpe?g|png)$/i.test(b.name)) ? [b.fileKey] : [],
  );
}

function blockText(b: Block): string {
  switch (b.type) {
    case 'heading':
      return b.text;
    case 'paragraph':
      return runsText(b.runs);
    case 'list':
      return b.items.map((item, i) => `${b.ordered ? `${i + 1}. ` : '· '}${runsText(item)}`).join('\n');
    case 'table':
      return b.rows.map((row) => row.join('　')).join('\n');
    case 'picture':
      return b.caption;
    case 'file':
      return b.name;
  }
}

export function runsText(runsOfBlock: Run[]): string {
  return runsOfBlock.map((r) => r.text).join('');
}

/**
 * Typed or pasted text to blocks: one paragraph a line, numbering kept as typed, blank lines dropped; rows of a sheet
 * (Excel, a table of Word or a web page: cells apart by tabs, as many in each row) become a table.
 */
export function fromPlainText(typed: string): Body {
  const lines = rejoined(typed.replace(INVISIBLE, '').split(LINE_ENDS));
  const blocks: Body = [];
  for (let i = 0; i < lines.length;) {
    const rows = rowsFrom(lines, i);
    if (rows.length) blocks.push(...tableOf(rows));
    else blocks.push(...paragraphOf(lines[i] ?? ''));
    i += Math.max(rows.length, 1);
  }
  return blocks;
}

/** Zero-width marks that WeChat and web pages leave behind. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
/** \u000b is Word's soft return. */
const LINE_ENDS = /\r\n|[\r\n\u000b\u0085\u2028\u2029]/;
const BLANKS = /[\t\u00a0\u2000-\u200a\u202f]+/g;
/** A number or a dot before a tab, as Word puts it before an item. */
const ITEM =
  /^\s*([•●○■◆▪·*\-–—§Øü\uf0b7\uf06c\uf06e]|[(（]?[\d０-９一二三四五六七八九十a-zA-Zⅰ-ⅹ.]{1,6}[)）.、．]?|[①-⑳⑴-⒇]|第[\d一二三四五六七八九十]+[条章节])$/;

function paragraphOf(line: string): Body {
  const text = line.replace(BLANKS, ' ').trim();
  const pieces: Body = [];
  for (let at = 0; at < text.length; at += MAX_RUN)
    pieces.push({ type: 'paragraph', runs: [{ text: text.slice(at, at + MAX_RUN) }] });
  return pieces;
}

/** Lines from `start` that are rows of one sheet: at least two, parted alike. */
function rowsFrom(lines: string[], start: number): string[][] {
  const width = cellsOf(lines[start]).length;
  if (width < 2) return [];
  let end = start;
  while (cellsOf(lines[end]).length === width) end += 1;
  const rows = lines.slice(start, end).map(cellsOf);
  const items = width === 2 && rows.every(([first = '']) => first.trim() === '' || ITEM.test(first));
  return rows.length < 2 || items ? [] : rows;
}

const cellsOf = (line = ''): string[] => (line.trim() ? line.split('\t') : []);

/** What is too large for a table stays as lines: nothing is lost. */
function tableOf(rows: string[][]): Body {
  const cells = rows.map((row) => row.map((cell) => cell.replace(BLANKS, ' ').replace(/[|｜]/g, '/').trim()));
  const fits =
    rows.length <= MAX_ROWS &&
    (rows[0]?.length ?? 0) <= MAX_COLUMNS &&
    cells.flat().length <= MAX_CELLS &&
    cells.flat().every((cell) => cell.length <= MAX_CELL);
  if (fits) return [{ type: 'table', rows: cells }];
  return cells.flatMap((row) => paragraphOf(row.filter(Boolean).join('　')));
}

/** A cell of several lines: Excel puts it in quotes and doubles those inside. */
function rejoined(lines: string[]): string[] {
  const whole: string[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    let line = lines[i] ?? '';
    const end = openQuote(line) ? lines.findIndex((next, j) => j > i && /"(\t|$)/.test(next)) : -1;
    // Within a few lines, or it was no cell but somebody's quotation mark.
    if (end > i && end - i <= 20 && [line, lines[end] ?? ''].some((one) => one.includes('\t'))) {
      line = lines.slice(i, end + 1).join(' ');
      i = end;
    }
    whole.push(line.includes('\t') ? line.split('\t').map(unquoted).join('\t') : line);
  }
  return whole;
}

const openQuote = (line: string): boolean => {
  const last = line.slice(line.lastIndexOf('\t') + 1);
  return last.startsWith('"') && (last.match(/"/g) ?? []).length % 2 === 1;
};

const unquoted = (cell: string): string =>
  /^".*"$/.test(cell) && cell.length > 1 ? cell.slice(1, -1).replace(/""/g, '"') : cell;
