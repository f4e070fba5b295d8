import * as v from 'valibot';
import {
  body,
  filesOf,
  fromPlainText,
  MAX_FILES,
  MAX_TEXT,
  plainText,
  type Block,
  type Body,
} from '@contract/body';

const words = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });
const picture = (n: number): Block => ({ type: 'picture', fileKey: `p${n}`, caption: `图${n}` });
const attached: Block = { type: 'file', fileKey: 'f1', name: '报名表.docx', size: 20480 };

const whole: Body = [
  { type: 'heading', text: '一、时间地点' },
  {
    type: 'paragraph',
    runs: [{ text: '请于' }, { text: '11月26日', bold: true, color: 'red' }, { text: '前报送。' }],
  },
  { type: 'list', ordered: true, items: [[{ text: '产量' }], [{ text: '安全' }]] },
  { type: 'list', ordered: false, items: [[{ text: '其他' }]] },
  {
    type: 'table',
    rows: [
      ['单位', '人数'],
      ['示例矿业', ''],
    ],
  },
  picture(1),
  attached,
];

const issue = (given: unknown): [string | null, string] => {
  const result = v.safeParse(body, given, { abortPipeEarly: true });
  if (result.success) throw new Error('passed');
  return [v.getDotPath(result.issues[0]), result.issues[0].message];
};

test('all kinds of block pass as they are', () => {
  expect(v.parse(body, whole)).toEqual(whole);
});

describe('bad input is refused in Chinese, by place', () => {
  const table = (rows: unknown) => [{ type: 'table', rows }];
  const list = (items: unknown, ordered: unknown = true) => [{ type: 'list', ordered, items }];
  const cases: [what: string, given: unknown, at: string | null, message: string][] = [
    ['nothing', undefined, null, '请填写正文'],
    ['text', '正文', null, '请填写正文'],
    ['no block', [], null, '请填写正文'],
    ['only blanks', [words('  '), words('')], null, '请填写正文'],
    ['too many blocks', Array(301).fill(words('字')), null, '正文最多300段'],
    [
      'too many files',
      Array.from({ length: MAX_FILES + 1 }, (_, i) => picture(i)),
      null,
      `图片和附件最多${MAX_FILES}个`,
    ],
    ['too much text', Array(5).fill(words('字'.repeat(4001))), null, `正文最多${MAX_TEXT}字`],
    ['HTML', [{ type: 'html', html: '<b>' }], '0.type', '正文里有无法识别的内容'],
    ['an empty heading', [{ type: 'heading', text: ' ' }], '0.text', '请填写小标题'],
    ['a long heading', [{ type: 'heading', text: '长'.repeat(101) }], '0.text', '小标题最多100字'],
    ['a paragraph that is text', [{ type: 'paragraph', runs: '字' }], '0.runs', '正文应为段落'],
    ['a long paragraph', [words('长'.repeat(5001))], '0.runs.0.text', '一段文字最多5000字'],
    ['a number for text', [words(7 as unknown as string)], '0.runs.0.text', '正文应为文字'],
    [
      'an unknown colour',
      [{ type: 'paragraph', runs: [{ text: '字', color: 'pink' }] }],
      '0.runs.0.color',
      '没有这种颜色',
    ],
    ['an empty list', list([]), '0.items', '列表至少一条'],
    ['a list of texts', list(['字']), '0.items.0', '正文应为段落'],
    ['a list of unknown order', list([[{ text: '字' }]], 'yes'), '0.ordered', '列表应说明是否编号'],
    ['an empty table', table([]), '0.rows', '表格至少一行'],
    ['a wide table', table([Array(13).fill('格')]), '0.rows.0', '表格最多12列'],
    ['a long table', table(Array(201).fill(['格'])), '0.rows', '表格最多200行'],
    ['a number in a table', table([[7]]), '0.rows.0.0', '单元格应为文字'],
    ['a picture by path', [{ type: 'picture', fileKey: '../x', caption: '' }], '0.fileKey', '图片不正确'],
    ['a file of no size', [{ ...attached, size: -1 }], '0.size', '附件大小不正确'],
    ['a file without name', [{ ...attached, name: '' }], '0.name', '请填写附件名'],
  ];
  test.each(cases)('%s', (_what, given, at, message) => {
    expect(issue(given)).toEqual([at, message]);
  });
});

test('the most that fits passes', () => {
  expect(v.is(body, [...Array<Block>(5).fill(words('字'.repeat(3999)))])).toBe(true);
  expect(
    v.is(
      body,
      Array.from({ length: MAX_FILES }, (_, i) => picture(i)),
    ),
  ).toBe(true);
});

test('plain text has a line a block, numbered as shown', () => {
  expect(plainText(whole)).toBe(
    [
      '一、时间地点',
      '请于11月26日前报送。',
      '1. 产量\n2. 安全',
      '· 其他',
      '单位　人数\n示例矿业　',
      '图1',
      '报名表.docx',
    ].join('\n'),
  );
});

test('files come in order, pictures included', () => {
  expect(filesOf(whole)).toEqual(['p1', 'f1']);
});

test('pasted text becomes paragraphs, numbering kept, blank lines dropped', () => {
  const blocks = fromPlainText('各会员单位：\r\n\r\n\t一、时间 \n（一）报到\u00a0时间\n');
  expect(blocks).toEqual([words('各会员单位：'), words('一、时间'), words('（一）报到 时间')]);
  expect(v.is(body, blocks)).toBe(true);
});
