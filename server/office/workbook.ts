import { utils, write, type ColInfo } from '@e965/xlsx';

export interface Table {
  sheet: string;
  title: string;
  /** Who took it out and when. */
  mark: string;
  headers: string[];
  rows: string[][];
}

const WIDEST = 42;

/** A workbook of one sheet; every cell is text, so that no number loses digits. */
export function writeTable({ sheet, title, mark, headers, rows }: Table): Buffer {
  const lines = [[title], [mark], headers, ...rows];
  const data = utils.aoa_to_sheet(
    lines.map((line) => line.map((text) => (text === '' ? null : { t: 's', v: plain(text), z: '@' }))),
  );
  const last = Math.max(headers.length - 1, 0);
  data['!merges'] = [0, 1].map((r) => ({ s: { r, c: 0 }, e: { r, c: last } }));
  data['!cols'] = headers.map((header, c): ColInfo => ({
    wch: widthOf([header, ...rows.slice(0, 500).map((row) => row[c] ?? '')]),
  }));
  const book = utils.book_new();
  utils.book_append_sheet(book, data, sheet);
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** The format reads `_x0041_` as the letter A, and SheetJS its escape as well: the bar is written wide, which reads the same. */
export const plain = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '＿');

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
