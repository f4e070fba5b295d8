import * as v from 'valibot';
import { body, fromPlainText, type Block } from '@contract/body';

/** Text as it is pasted from Word, WeChat, Excel, WPS and web pages: paragraphs and numbering as they were. */

const shown = (blocks: Block[]) =>
  blocks.map((block) =>
    block.type === 'paragraph'
      ? block.runs.map(({ text }) => text).join('')
      : block.type === 'table'
        ? block.rows
        : block.type,
  );

const corpus: [what: string, pasted: string, blocks: (string | string[][])[]][] = [
  [
    'Word, typed numbers',
    '一、会议时间\r\n11月26日\r\n二、会议地点\r\n',
    ['一、会议时间', '11月26日', '二、会议地点'],
  ],
  [
    'Word, automatic numbers: a tab after each',
    '一、\t会议时间\r\n二、\t会议地点\r\n（一）\t报到',
    ['一、 会议时间', '二、 会议地点', '（一） 报到'],
  ],
  [
    'Word, decimal numbers with a tab',
    '1.\t身份证\r\n2.\t回执\r\n3.1\t照片',
    ['1. 身份证', '2. 回执', '3.1 照片'],
  ],
  ['Word, bullets with a tab', '•\t手机\r\n•\t笔记本\r\n\u00b7\t充电器', ['• 手机', '• 笔记本', '· 充电器']],
  ['Word, dots of its own font', '\uf0b7\t手机\r\n\uf0b7\t电脑', ['\uf0b7 手机', '\uf0b7 电脑']],
  [
    'Word, circled and lettered items',
    '①\t甲\r\n②\t乙\r\na)\t丙\r\nb)\t丁',
    ['① 甲', '② 乙', 'a) 丙', 'b) 丁'],
  ],
  [
    'Word, soft returns',
    '各会员单位：\u000b请按时报送。\u000b联系人：张某',
    ['各会员单位：', '请按时报送。', '联系人：张某'],
  ],
  [
    'Word, paragraphs indented by full-width blanks',
    '　　根据安排，\r\n　　现通知如下：',
    ['根据安排，', '现通知如下：'],
  ],
  ['Word, paragraphs indented by a tab', '\t根据安排，\r\n\t现通知如下：', ['根据安排，', '现通知如下：']],
  [
    'Word, a table',
    '单位\t姓名\t电话\r\n示例一矿\t张某\t029-1\r\n示例二矿\t\t029-2\r\n',
    [
      [
        ['单位', '姓名', '电话'],
        ['示例一矿', '张某', '029-1'],
        ['示例二矿', '', '029-2'],
      ],
    ],
  ],
  [
    'Excel, a region',
    '单位\t人数\n示例一矿\t3\n示例二矿\t5\n',
    [
      [
        ['单位', '人数'],
        ['示例一矿', '3'],
        ['示例二矿', '5'],
      ],
    ],
  ],
  [
    'Excel, an empty first cell and an empty last one',
    '\t一月\t二月\n产量\t10\t\n',
    [
      [
        ['', '一月', '二月'],
        ['产量', '10', ''],
      ],
    ],
  ],
  [
    'Excel, a cell of two lines in quotes',
    '单位\t要求\n示例一矿\t"带身份证\n带""回执"""\n示例二矿\t无\n',
    [
      [
        ['单位', '要求'],
        ['示例一矿', '带身份证 带"回执"'],
        ['示例二矿', '无'],
      ],
    ],
  ],
  ['Excel, one row alone is a line', '张某\t029-1\t办公室\n', ['张某 029-1 办公室']],
  [
    'Excel, numbered rows of three columns',
    '1\t示例一矿\t3\n2\t示例二矿\t5\n',
    [
      [
        ['1', '示例一矿', '3'],
        ['2', '示例二矿', '5'],
      ],
    ],
  ],
  [
    'Excel, a bar in a cell',
    '甲|乙\t1\n丙｜丁\t2',
    [
      [
        ['甲/乙', '1'],
        ['丙/丁', '2'],
      ],
    ],
  ],
  [
    'words before and after a table',
    '名单如下：\n单位\t人数\n示例一矿\t3\n\n请核对。',
    [
      '名单如下：',
      [
        ['单位', '人数'],
        ['示例一矿', '3'],
      ],
      '请核对。',
    ],
  ],
  [
    'rows parted unlike are lines',
    '联系人：张某\t电话：1\n地址\t甲\t乙',
    ['联系人：张某 电话：1', '地址 甲 乙'],
  ],
  [
    'WeChat, marks of no width and blanks after a name',
    '@所有人\u2005请报名\u200b\n\n\n截止今日17:00\ufeff',
    ['@所有人 请报名', '截止今日17:00'],
  ],
  [
    'WeChat, a 接龙',
    '#接龙\n\n1. 示例一矿 张某\n2. 示例二矿 👍\n',
    ['#接龙', '1. 示例一矿 张某', '2. 示例二矿 👍'],
  ],
  [
    'a web page, hard blanks and line separators',
    '通知\u00a0\u00a0公告\u2028第一条\u2029第二条',
    ['通知 公告', '第一条', '第二条'],
  ],
  ['a web page, lines of blanks', '标题\n   \n\u00a0\n　\n正文', ['标题', '正文']],
  ['WPS, old Mac line ends', '第一条 总则\r第二条 职责', ['第一条 总则', '第二条 职责']],
  ['articles with a tab', '第一条\t总则\n第二条\t职责', ['第一条 总则', '第二条 职责']],
  ['a quotation mark that is nobody’s cell', '他说\t"好\n明天来', ['他说 "好', '明天来']],
  ['nothing', ' \n\t\n\r\n', []],
];

test.each(corpus)('%s', (_what, pasted, blocks) => {
  const read = fromPlainText(pasted);
  expect(shown(read)).toEqual(blocks);
  if (read.length) expect(v.is(body, read)).toBe(true);
});

test('a sheet too large for a table stays as lines, no word lost', () => {
  const rows = Array.from({ length: 120 }, (_, i) => `单位${i}\t姓名${i}\t${i}`);
  const read = fromPlainText(rows.join('\n'));
  expect(read).toHaveLength(120);
  expect(shown(read)[7]).toBe('单位7　姓名7　7');
  expect(v.is(body, read)).toBe(true);
});

test('a line longer than a paragraph becomes several', () => {
  const read = fromPlainText('长'.repeat(12_000));
  expect(read.map((block) => (block.type === 'paragraph' ? block.runs[0]?.text.length : 0))).toEqual([
    5000, 5000, 2000,
  ]);
});
