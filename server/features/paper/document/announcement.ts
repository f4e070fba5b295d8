import { BorderStyle, Footer, PageNumber, Paragraph, TextRun, type FileChild } from 'docx';
import { showDate } from '../../../office/dates';
import { pack } from '../../../office/word/sheet';
import { formTable, label, row, value } from '../../../office/word/table';
import { fit, fonts, paragraph, twips, words } from '../../../office/word/text';

export interface AnnouncementPaper {
  hosts: { name: string }[];
  title: string;
  number: string;
  /** Title of the rulebook it follows. */
  policyName: string;
  seatName: string;
  rows: { unitName: string; name: string; position: string; numbers: string[] }[];
  at: Date;
}

const RED = 'E60012';
/** GB/T 9704—2012: margins of an official document. */
const MARGIN = { top: 37, bottom: 35, left: 28, right: 26, footer: 28 };
const TEXT_MM = 156;
const body = { font: 'fang', size: 16, line: 28, indent: 2, align: 'both' } as const;

/** 发文公布: who qualified, as a red-head document with the list behind it (rulebook B art. 3). */
export function announcementPaper(paper: AnnouncementPaper): Promise<Buffer> {
  const { hosts, title, policyName, seatName, rows, at } = paper;
  const [only] = hosts;
  return pack({
    title,
    office: only?.name ?? '',
    margin: MARGIN,
    footer: pageFooter(),
    content: [
      ...head(paper),
      paragraph('各会员单位：', { ...body, indent: 0, before: 6 }),
      paragraph(
        `根据《${policyName}》，经会员单位推荐、秘书处审核，以下${rows.length}名同志具备${seatName}条件，准予备案，现予公布（名单见附件）。`,
        body,
      ),
      paragraph(
        `请各会员单位支持${seatName}开展工作；人员如有变动，请做好工作交接，并及时报告秘书处。`,
        body,
      ),
      paragraph(`附件：会员单位${seatName}名单`, { ...body, before: 8, after: 20 }),
      ...hosts.map(({ name }) => paragraph(name, { ...body, indent: 0, align: 'right', right: 8 })),
      paragraph(showDate(at), { ...body, indent: 0, align: 'right', right: 14 }),
      ...list(seatName, rows),
    ],
  });
}

/** Names in red, the number beneath, the red line (版头). */
function head({ hosts, title, number }: AnnouncementPaper): FileChild[] {
  const longest = hosts.reduce((long, { name }) => (name.length > long.length ? name : long), '');
  const wanted = hosts.length > 1 ? 32 : 40;
  const size = Math.min(wanted, Math.floor(((TEXT_MM / 25.4) * 72) / (longest.length + 2.5)));
  return [
    ...hosts.map(({ name }, i) =>
      paragraph(
        [
          words(`${name}${i === hosts.length - 1 ? '文件' : '　　'}`, {
            font: 'head',
            size,
            color: RED,
            bold: true,
          }),
        ],
        {
          align: 'center',
          line: size * 1.4,
        },
      ),
    ),
    paragraph(number, { font: 'fang', size: 16, align: 'center', before: 8, after: 1, line: 28 }),
    new Paragraph({
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 1 } },
      spacing: { before: 0, after: twips(12), line: 60, lineRule: 'exact' },
      children: [],
    }),
    paragraph(title, {
      font: 'head',
      size: Math.max(18, Math.min(22, fit(title, TEXT_MM, 20, 22))),
      bold: true,
      align: 'center',
      line: 36,
      after: 4,
    }),
  ];
}

/** Narrower than a form: within the margins of an official document. */
const LIST_COLUMNS = 18;
const [NO, UNIT, NAME, POSITION, NUMBER] = [2, 5, 2, 4, 5];

function list(seatName: string, rows: AnnouncementPaper['rows']): FileChild[] {
  const small = (text: string, span: number, align?: 'left') => ({
    ...value(text, span, align),
    largest: 10.5,
  });
  return [
    paragraph('附件', { font: 'hei', size: 16, line: 28, breakBefore: true }),
    paragraph(`会员单位${seatName}名单`, {
      font: 'head',
      size: 20,
      bold: true,
      align: 'center',
      line: 36,
      before: 2,
      after: 4,
    }),
    formTable(
      [
        row(
          10,
          [
            label('序号', NO),
            label('单位', UNIT),
            label('姓名', NAME),
            label('职务', POSITION),
            label('备案号', NUMBER),
          ],
          { head: true },
        ),
        ...rows.map(({ unitName, name, position, numbers }, i) =>
          row(
            10,
            [
              small(String(i + 1), NO),
              small(unitName, UNIT, 'left'),
              small(name, NAME),
              small(position, POSITION),
              { ...small(numbers.join('\n'), NUMBER), largest: 9 },
            ],
            { grows: true },
          ),
        ),
      ],
      LIST_COLUMNS,
    ),
  ];
}

/** — 1 — at the foot, as official documents have it. */
const pageFooter = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [new TextRun({ font: fonts.song, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
