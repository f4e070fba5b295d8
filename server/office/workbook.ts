import { utils, write, type ColInfo, type WorkSheet } from '@e965/xlsx';

export interface Table {
  sheet: string;
  title: string;
  /** Who took it out and when. */
  mark: string;
  /** How its figures came about. */
  note?: string;
  headers: string[];
  /** Numbers stay numbers, to be added up. */
  rows: (string | number)[][];
}

const WIDEST = 42;

/** A workbook of one sheet; text is told as text, so that no number in it loses digits. */
export const writeTable = (table: Table): Buffer => writeTables([table]);

/** A workbook of several sheets. */
export function writeTables(tables: Table[]): Buffer {
  const book = utils.book_new();
  for (const table of tables) utils.book_append_sheet(book, sheetOf(table), table.sheet);
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

const cell = (value: string | number) =>
  typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: plain(value), z: '@' };

function sheetOf({ title, mark, note, headers, rows }: Table): WorkSheet {
  const head = [[title], [mark], ...(note ? [[note]] : [])];
  const lines = [...head, headers, ...rows];
  const data = utils.aoa_to_sheet(
    lines.map((line) => line.map((value) => (value === '' ? null : cell(value)))),
  );
  const last = Math.max(headers.length - 1, 0);
  data['!merges'] = head.map((_line, r) => ({ s: { r, c: 0 }, e: { r, c: last } }));
  data['!cols'] = headers.map((header, c): ColInfo => ({
    wch: widthOf([header, ...rows.slice(0, 500).map((row) => String(row[c] ?? ''))]),
  }));
  return data;
}

/**
 * The format reads `_x0041_` as the letter A, and SheetJS its escape as well: the bar is written wide, which reads the
 * same. What XML does not hold SheetJS escapes in a way LibreOffice shows as letters (`_x000d_` for a line of Windows).
 */
export const plain = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '＿')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, ' ');

/** A Han character is two wide. */
const widthOf = (texts: string[]): number =>
  Math.min(
    WIDEST,
    2 +
      texts.reduce(
        (most, text) =>
          Math.max(
            most,
            [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0),
          ),
        6,
      ),
  );
