import {
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from 'docx';
import { fit, LEADING, paragraph, twips, type FontName } from './text';

/** Tables of forms: twenty columns of equal width over the text of an A4 page; every box has its height. */

export const COLUMNS = 20;
export const COLUMN_MM = 8.5;
/** Between a line and what stands beside it. */
const PADDING_MM = 1.2;

export interface Box {
  span: number;
  text?: string;
  /** Instead of text. */
  content?: Paragraph[];
  rowSpan?: number;
  kind?: 'label' | 'value';
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'center' | 'bottom';
  largest?: number;
}

export const label = (text: string, span: number): Box => ({ text, span, kind: 'label', align: 'center' });
export const value = (text: string, span: number, align: Box['align'] = 'center'): Box => ({
  text,
  span,
  kind: 'value',
  align,
});

const verticals = {
  top: VerticalAlignTable.TOP,
  center: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

interface RowOptions {
  /** Repeated on each page the table runs over. */
  head?: boolean;
  /** At least this high instead of exactly. */
  grows?: boolean;
  /** Long ones may run over the foot of a page. */
  splits?: boolean;
}

export const row = (heightMm: number, boxes: Box[], { head, grows, splits }: RowOptions = {}): TableRow =>
  new TableRow({
    height: { value: twips(heightMm), rule: grows ? HeightRule.ATLEAST : HeightRule.EXACT },
    cantSplit: !splits,
    ...(head && { tableHeader: true }),
    children: boxes.map((box) => cell(box, grows ? null : heightMm)),
  });

/** `heightMm` null: the row grows with its text. */
function cell(box: Box, heightMm: number | null): TableCell {
  const { span, rowSpan, vertical = 'center' } = box;
  return new TableCell({
    columnSpan: span,
    ...(rowSpan && { rowSpan }),
    width: { size: twips(span * COLUMN_MM), type: WidthType.DXA },
    verticalAlign: verticals[vertical],
    margins: { top: 0, bottom: 0, left: twips(PADDING_MM), right: twips(PADDING_MM) },
    children: box.content ?? lines(box, heightMm),
  });
}

const faces: Record<'label' | 'value', FontName> = { label: 'song', value: 'fang' };

function lines(box: Box, heightMm: number | null): Paragraph[] {
  const { text = '', span, kind = 'value', align = 'center', largest = 12 } = box;
  const size = heightMm === null ? largest : fit(text, span * COLUMN_MM - 2 * PADDING_MM, heightMm, largest);
  return text
    .split('\n')
    .map((part) => paragraph(part, { font: faces[kind], size, align, line: size * LEADING }));
}

const line = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

export const formTable = (rows: TableRow[], columns = COLUMNS): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(columns * COLUMN_MM), type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => twips(COLUMN_MM)),
    alignment: 'center',
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows,
  });
