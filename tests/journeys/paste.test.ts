import type { Body } from '@contract/body';
import { plainText } from '@contract/body';
import type { Visitor } from './support/browser';
import { BODY, bodyKept, writing } from './support/composing';

/** Copies as a program does (words beside their page), and presses Ctrl+V in the field. */
async function paste(writer: Visitor, html: string, plain: string, placeholder = BODY) {
  await writer.page.evaluate(
    ([page, words]) => {
      const of = (type: string, content = '') => ({ [type]: new Blob([content], { type }) });
      return navigator.clipboard.write([
        new ClipboardItem({ ...(page && of('text/html', page)), ...of('text/plain', words) }),
      ]);
    },
    [html, plain],
  );
  await writer.sees('1 写什么');
  await writer.page.locator('textarea').and(writer.page.getByPlaceholder(placeholder)).last().click();
  await writer.page.keyboard.press('Control+V');
}

const shown = (body: Body) =>
  body.map((block) =>
    block.type === 'table' ? block.rows : block.type === 'paragraph' ? plainText([block]) : block,
  );

type Sample = [what: string, html: string, plain: string, kept: unknown[]];

const samples: Sample[] = [
  [
    'Word with automatic numbers, soft returns and a mark of an image',
    '<p class=MsoNormal><span style="mso-list:Ignore">一、</span>时间</p><p><img src="file:///C:/a.png"></p>',
    '一、\t会议时间\r\n11月26日（周四）\u000b上午9时\r\n（一）\t报到\r\n1.\t身份证\r\n',
    ['一、 会议时间', '11月26日（周四）', '上午9时', '（一） 报到', '1. 身份证'],
  ],
  [
    'WPS, indented by full-width blanks, empty lines between',
    '<p style="text-indent:32px">　　根据安排</p>',
    '　　根据安排，现通知如下：\r\n\r\n　　一、总体要求\r\n　　\u00a0\r\n　　二、工作任务\r\n\r\n',
    ['根据安排，现通知如下：', '一、总体要求', '二、工作任务'],
  ],
  [
    'an article of WeChat with invisible marks',
    '<section><section><img data-src="x"><span>各会员单位</span></section></section>',
    '\u200b各会员单位：\n\n\n\u2060\n  ▎一、背景\u00a0\u00a0\n\ufeff为做好迎峰度冬工作…\n\n图片\n',
    ['各会员单位：', '▎一、背景', '为做好迎峰度冬工作…', '图片'],
  ],
  [
    'a table of a web page with an empty cell, text before and after',
    '<table><tr><td>日期</td></tr></table>',
    '日程如下：\n日期\t内容\t地点\n11月26日\t报到\t\n11月27日\t开会\t一楼会议室\n请准时参加。',
    [
      '日程如下：',
      [
        ['日期', '内容', '地点'],
        ['11月26日', '报到', ''],
        ['11月27日', '开会', '一楼会议室'],
      ],
      '请准时参加。',
    ],
  ],
  [
    'a sheet with a line break and quotes in a cell',
    '<table><tr><td>单位</td></tr></table>',
    '单位\t备注\r\n示例一矿\t"先电话\r\n再""书面"""\r\n示例二矿\t无\r\n',
    [
      [
        ['单位', '备注'],
        ['示例一矿', '先电话 再"书面"'],
        ['示例二矿', '无'],
      ],
    ],
  ],
  [
    'plain text of an old system, numbers of all sorts',
    '',
    '1、甲\r2．乙\r(三)丙\r④丁\r第五条 戊\r•\t己',
    ['1、甲', '2．乙', '(三)丙', '④丁', '第五条 戊', '• 己'],
  ],
  [
    'what looks like HTML but is text',
    '',
    '<p>各单位：</p>\n&nbsp;<script>alert(1)</script>\n＜附件＞',
    ['<p>各单位：</p>', '&nbsp;<script>alert(1)</script>', '＜附件＞'],
  ],
  [
    'emoji, rare characters and a group message',
    '',
    '📢📢【通知】\n㙟坪矿、𠮷祥矿请注意⚠️\n收到请回复👍🏽\n@所有人\u2005请阅',
    ['📢📢【通知】', '㙟坪矿、𠮷祥矿请注意⚠️', '收到请回复👍🏽', '@所有人 请阅'],
  ],
];

it.each(samples)('keeps paragraphs, tables and numbers of %s', async (_what, html, plain, kept) => {
  const writer = await writing();
  await paste(writer, html, plain);
  await writer.sees('换台设备也能接着写');
  expect(shown(await bodyKept())).toEqual(kept);
  if (html.includes('<img')) await writer.sees('粘贴的内容里有1张图片，图片不会带过来');
  await writer.fits();
});

it('goes into the middle of a paragraph, and can be taken back', async () => {
  const writer = await writing();
  await writer.type(BODY, '各会员单位：此致');
  await writer.page.locator('textarea').last().click();
  await writer.page.keyboard.press('End');
  await writer.page.keyboard.press('ArrowLeft');
  await writer.page.keyboard.press('ArrowLeft');
  await pasteHere(writer, '一、甲\n二、乙\n');
  await writer.sees('已粘贴为3段，请核对');
  await writer.sees('换台设备也能接着写');
  expect(shown(await bodyKept())).toEqual(['各会员单位：一、甲', '二、乙', '此致']);
  await writer.tap('撤销');
  await writer.gone('已粘贴为');
  expect(await writer.typed(BODY)).toBe('各会员单位：此致');
});

it('takes nothing of what is too long, says so, and keeps what stood there', async () => {
  const writer = await writing();
  await writer.type(BODY, '各会员单位：');
  await paste(writer, '', '煤矿安全生产信息报送工作，'.repeat(5300) + '\n完');
  await writer.sees(/^正文最多20000字，加上这些有\d{5}字，没有加进来。较长的内容请作为附件加入/);
  expect(await writer.typed(BODY)).toBe('各会员单位：');
  await writer.type(BODY, '各会员单位：请查收附件。');
  await writer.sees('换台设备也能接着写');
  expect(shown(await bodyKept())).toEqual(['各会员单位：请查收附件。']);
});

it('a picture alone is not taken, and the way to add it is said', async () => {
  const writer = await writing();
  await writer.sees('写下的内容会自动保存');
  await writer.page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  });
  await writer.page.locator('textarea').last().click();
  await writer.page.keyboard.press('Control+V');
  await writer.sees('粘贴的内容里有1张图片，图片不会带过来：请点“＋ 图片”加入，或用“导入Word文档”');
});

async function pasteHere(writer: Visitor, plain: string) {
  await writer.page.evaluate((words) => navigator.clipboard.writeText(words), plain);
  await writer.page.keyboard.press('Control+V');
}
