import type { FileChild, TableRow } from 'docx';
import type { FormPart } from '@contract/form';
import { showShortDay } from '../../../office/dates';
import { COLUMNS, formTable, label, row, value } from '../../../office/word/table';
import { paragraph } from '../../../office/word/text';

type Resume = NonNullable<FormPart['resume']>;

const LABEL = 3;
const DAYS = 6;
const HEAD_MM = 7;
const ROW_MM = 8;
/** Two lines of the smallest readable type. */
const TIGHT_MM = 6.2;
/** Empty lines for a hand to add what came since. */
const ROWS_MIN = 5;

const daysOf = ({ start, end }: Resume[number]): string =>
  `${showShortDay(start)}—${end ? showShortDay(end) : '至今'}`;

const entry = (one: Resume[number] | null, labelSpan = LABEL) => [
  { ...value(one ? daysOf(one) : '', DAYS), largest: 10.5 },
  { ...value(one?.work ?? '', COLUMNS - labelSpan - DAYS, 'left'), largest: 10.5 },
];

export interface ResumePart {
  rows: TableRow[];
  heightMm: number;
  /** What did not fit on the page. */
  rest: Resume;
}

/** 个人简历 within `roomMm`; what is longer goes on an extra page, nothing is lost. */
export function resumeRows(resume: Resume, roomMm: number): ResumePart {
  const room = (high: number) => Math.max(1, Math.floor((roomMm - HEAD_MM) / high));
  const high = resume.length <= room(ROW_MM) ? ROW_MM : TIGHT_MM;
  const over = resume.length > room(high);
  const shown = over ? resume.slice(0, room(high) - 1) : resume;
  const empty = Math.max(0, Math.min(ROWS_MIN, room(high)) - shown.length);
  const lines = [
    ...shown.map((one) => entry(one)),
    ...(over
      ? [[value('（以下见附页）', COLUMNS - LABEL)]]
      : Array.from({ length: empty }, () => entry(null))),
  ];
  return {
    rows: [
      row(HEAD_MM, [
        { ...label('个人简历', LABEL), rowSpan: lines.length + 1 },
        label('起止时间', DAYS),
        label('单位和职务', COLUMNS - LABEL - DAYS),
      ]),
      ...lines.map((boxes) => row(high, boxes)),
    ],
    heightMm: HEAD_MM + lines.length * high,
    rest: over ? resume.slice(shown.length) : [],
  };
}

/** The page for what did not fit. */
export function resumePage(who: string, rest: Resume): FileChild[] {
  return [
    paragraph('附页：个人简历（续）', {
      font: 'hei',
      size: 16,
      align: 'center',
      after: 3,
      breakBefore: true,
    }),
    paragraph(who, { after: 2 }),
    formTable([
      row(9, [label('起止时间', DAYS), label('单位和职务', COLUMNS - DAYS)], { head: true }),
      ...rest.map((one) => row(10, entry(one, 0), { grows: true })),
    ]),
  ];
}
