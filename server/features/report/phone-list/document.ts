import { Footer, PageNumber, Paragraph, TextRun, type TableRow } from 'docx';
import { nothing, pack } from '../../../office/word/sheet';
import { formTable, label, row, value, type Box } from '../../../office/word/table';
import { fonts, paragraph } from '../../../office/word/text';
import type { PhoneLine } from './lines';

/** What a caller ticks for each unit. */
export const TICKS = ['已接通', '已转告', '未接'];

/** Margins of a list that is written on, in millimetres. */
const MARGIN = { top: 16, bottom: 18, left: 20, right: 20, footer: 9 };
const SIZE = 10;
const SPANS = { n: 1, unit: 5, liaison: 2, phone: 3, head: 4, ticks: 2, note: 3 };

export interface PhoneListPaper {
  office: string;
  title: string;
  /** What the call is about and until when. */
  about: string;
  /** Who made it and when; stands on the first page and at the foot of each. */
  mark: string;
  lines: PhoneLine[];
}

/** 电话催办单: the missing units by region, with boxes to tick by hand. */
export const phoneListPaper = ({ office, title, about, mark, lines }: PhoneListPaper): Promise<Buffer> =>
  pack({
    title,
    office,
    margin: MARGIN,
    footer: foot(mark),
    content: [
      paragraph(title, { font: 'hei', size: 16, align: 'center', line: 26 }),
      paragraph(about, { size: 11, align: 'center', line: 20, before: 1 }),
      paragraph(`${mark}　共${lines.length}家`, { size: 9, align: 'center', line: 16, after: 2 }),
      formTable(rowsOf(lines)),
      nothing(),
    ],
  });

function rowsOf(lines: PhoneLine[]): TableRow[] {
  const regions = new Map<string, number>();
  for (const { region } of lines) regions.set(region, (regions.get(region) ?? 0) + 1);
  const head = row(
    9,
    [
      label('序号', SPANS.n),
      label('单位', SPANS.unit),
      label('联络员', SPANS.liaison),
      label('电话', SPANS.phone),
      label('负责人及电话', SPANS.head),
      label('通话', SPANS.ticks),
      label('备注', SPANS.note),
    ].map((box) => ({ ...box, largest: SIZE })),
    { head: true },
  );
  const rows: TableRow[] = [];
  let before: string | null = null;
  lines.forEach((line, i) => {
    if (line.region !== before)
      rows.push(row(7, [region(`${line.region}（${regions.get(line.region) ?? 0}家）`)], { grows: true }));
    before = line.region;
    rows.push(row(15, boxesOf(line, i + 1), { grows: true }));
  });
  return [head, ...rows];
}

const region = (text: string): Box => ({ ...label(text, 20), align: 'left', largest: SIZE });

const boxesOf = (line: PhoneLine, n: number): Box[] =>
  [
    value(String(n), SPANS.n),
    value(line.unitName, SPANS.unit, 'left'),
    value(line.liaison, SPANS.liaison),
    value(line.phones.join('\n') || '—', SPANS.phone),
    value([line.head || '（档案无负责人）', ...line.headPhones].join('\n'), SPANS.head, 'left'),
    value(TICKS.map((words) => `□${words}`).join('\n'), SPANS.ticks, 'left'),
    { ...value(line.note, SPANS.note, 'left'), vertical: 'top' as const },
  ].map((box) => ({ ...box, largest: SIZE - 0.5 }));

const foot = (mark: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [
          new TextRun({
            font: fonts.song,
            size: 18,
            children: [`${mark}　　第`, PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'],
          }),
        ],
      }),
    ],
  });
