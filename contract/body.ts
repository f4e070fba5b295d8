import * as v from 'valibot';
import { id, optionalText, text } from './fields';

/** Structured text of notices, articles and minutes (decision D12): never HTML. */

const colors = ['default', 'red', 'blue'] as const;

const run = v.object({
  text: v.pipe(v.string('正文应为文字'), v.maxLength(5000, '一段文字最多5000字')),
  bold: v.optional(v.boolean()),
  color: v.optional(v.picklist(colors, '没有这种颜色')),
});

const runs = v.pipe(v.array(run, '正文应为段落'), v.maxLength(200, '一段里的格式太多'));

/** Cells of one table: a larger one is a file. */
const MAX_CELLS = 300;

const heading = v.object({ type: v.literal('heading'), text: text('小标题', 100) });
const paragraph = v.object({ type: v.literal('paragraph'), runs });
const list = v.object({
  type: v.literal('list'),
  ordered: v.boolean('列表应说明是否编号'),
  items: v.pipe(
    v.array(runs, '列表应为若干条'),
    v.minLength(1, '列表至少一条'),
    v.maxLength(100, '列表最多100条'),
  ),
});
const table = v.object({
  type: v.literal('table'),
  rows: v.pipe(
    v.array(v.pipe(v.array(optionalText('单元格', 500)), v.maxLength(12, '表格最多12列'))),
    v.minLength(1, '表格至少一行'),
    v.maxLength(200, '表格最多200行'),
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

export const body = v.pipe(
  v.array(block, '请填写正文'),
  v.minLength(1, '请填写正文'),
  v.maxLength(300, '正文最多300段'),
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

/** Typed or pasted text to blocks: one paragraph a line, numbering kept as typed, blank lines dropped. */
export function fromPlainText(typed: string): Body {
  return typed
    .split(/\r?\n/)
    .map((line) => line.replace(/[\t\u00a0]+/g, ' ').trim())
    .filter(Boolean)
    .map((line) => ({ type: 'paragraph', runs: [{ text: line }] }));
}
