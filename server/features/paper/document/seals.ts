import type { Paragraph, TableRow } from 'docx';
import { COLUMNS, label, row, type Box } from '../../../office/word/table';
import { paragraph } from '../../../office/word/text';

/** Boxes left empty for opinions, each with the line for seal and date at its foot. */

const DATE = '年　　月　　日';
/** Off the line at the right. */
const RIGHT = 4;
const LABEL_SPAN = 3;
export const SEAL_MIN_MM = 34;

export interface PaperHost {
  name: string;
  short: string;
  /** 备案号 given by this host; empty until then. */
  number: string;
}

const atFoot = (who: string): Paragraph[] => [
  paragraph(`（${who}）`, { align: 'right', right: RIGHT, after: 1.5 }),
  paragraph(DATE, { align: 'right', right: RIGHT, after: 1.5 }),
];

/** A unit's opinion with its seal. */
export const unitSeal = (heightMm: number, title = '会员单位\n推荐意见', signed = ''): TableRow =>
  row(heightMm, [
    label(title, LABEL_SPAN),
    {
      span: COLUMNS - LABEL_SPAN,
      vertical: 'bottom',
      content: [
        ...(signed
          ? [paragraph(`${signed}：＿＿＿＿＿＿＿＿`, { align: 'right', right: RIGHT, after: 3 })]
          : []),
        ...atFoot('单位盖章'),
      ],
    },
  ]);

/** One box a host, with the number it gave. */
export function hostSeals(heightMm: number, hosts: PaperHost[], what = '备案情况'): TableRow {
  const room = COLUMNS - LABEL_SPAN;
  const each = Math.floor(room / Math.max(hosts.length, 1));
  const boxes = hosts.map(({ name, number }, i): Box => ({
    span: i === hosts.length - 1 ? room - each * (hosts.length - 1) : each,
    vertical: 'bottom',
    content: [
      paragraph(`备案号：${number}`, {
        size: hosts.length > 2 ? 9 : 10.5,
        font: 'fang',
        after: heightMm - 22,
      }),
      ...sealLines(name, hosts.length),
    ],
  }));
  return row(heightMm, [label(`${hosts.map((host) => host.short).join('')}\n${what}`, LABEL_SPAN), ...boxes]);
}

function sealLines(name: string, hosts: number): Paragraph[] {
  const size = hosts > 2 ? 9 : hosts > 1 ? 10.5 : 12;
  return [
    paragraph(`（${name}盖章）`, { align: 'right', right: RIGHT, size, after: 1.5 }),
    paragraph(DATE, { align: 'right', right: RIGHT, size, after: 1.5 }),
  ];
}
