import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IRunOptions,
} from 'docx';
import { runsText } from '@contract/body';
import { readDocx } from '@server/features/manuscript/docx/read-docx';

/** Papers other programs wrote: a library's, and LibreOffice's of what a web page or an old text file held. */

const textsOf = (bytes: Buffer) => {
  const { title, blocks, left } = readDocx(bytes);
  const texts = blocks.map((block) => {
    if (block.type === 'heading') return `# ${block.text}`;
    if (block.type === 'paragraph') return runsText(block.runs);
    if (block.type === 'list') return block.items.map((item) => `· ${runsText(item)}`).join('|');
    return block.type === 'table' ? block.rows : block.type;
  });
  return { title, texts, left: left.told() };
};

it('a paper of the docx library: headings, numbers, points, a table, colours', async () => {
  const numbers = {
    reference: 'n',
    levels: [
      { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.START },
    ],
  };
  const points = {
    reference: 'b',
    levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START }],
  };
  const red: IRunOptions = { text: '26日', bold: true, color: 'FF0000' };
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const paper = new Document({
    numbering: { config: [numbers, points] },
    sections: [
      {
        children: [
          new Paragraph({ text: '关于年会的通知', heading: HeadingLevel.TITLE }),
          new Paragraph('各会员单位：'),
          new Paragraph({ text: '会议安排', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: '时间', numbering: { reference: 'n', level: 0 } }),
          new Paragraph({ text: '地点', numbering: { reference: 'n', level: 0 } }),
          new Paragraph({ text: '身份证', numbering: { reference: 'b', level: 0 } }),
          new Paragraph({
            children: [new TextRun('请于'), new TextRun(red)],
          }),
          new Table({
            rows: [
              new TableRow({ children: [cell('单位'), cell('人数')] }),
              new TableRow({ children: [cell('甲'), cell('3')] }),
            ],
          }),
        ],
      },
    ],
  });
  expect(textsOf(await Packer.toBuffer(paper))).toEqual({
    title: '关于年会的通知',
    texts: [
      '各会员单位：',
      '# 会议安排',
      '一、时间',
      '二、地点',
      '· 身份证',
      '请于26日',
      [
        ['单位', '人数'],
        ['甲', '3'],
      ],
    ],
    left: [],
  });
});

/** LibreOffice Writer made it of a web page, as a .docx of Word 2007. */
it('a paper of LibreOffice: headings, lists as numbered, a table with merged cells', () => {
  const { texts, left } = textsOf(readFileSync(path.join(__dirname, 'fixtures/libreoffice-writer.docx')));
  expect(texts).toEqual([
    '# 会议安排',
    '各会员单位：',
    '请于11月26日前务必报名。',
    '1. 身份证',
    '2. 回执',
    '· 手机|· 电脑',
    [
      ['名单', ''],
      ['示例一矿', '3'],
    ],
    '联系人：张某',
  ]);
  expect(left).toEqual(['1个表格有合并的格子，已拆开，请核对']);
});
