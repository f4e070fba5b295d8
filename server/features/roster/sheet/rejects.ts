import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { ReadSheet } from '@contract/roster';
import { opened } from '../workbook/open';
import { plain } from '../../../office/workbook';

const TITLE = '没有导入的原因';

/** The workbook as it came, with its headers and only the rows in `reasons` (by key), the reason behind each. */
export function rejectsBook(bytes: Buffer, sheets: ReadSheet[], reasons: Map<string, string>): Buffer {
  const from = opened(bytes);
  const book = utils.book_new();
  for (const { sheet: index, name, headers } of sheets) {
    const source = from.Sheets[from.SheetNames[index] ?? ''];
    const mine = [...reasons]
      .filter(([key]) => key.startsWith(`${index}-`))
      .map(([key, reason]) => [Number(key.split('-')[1]), reason] as const);
    if (!source || mine.length === 0) continue;
    const head = Math.max(0, ...headers);
    utils.book_append_sheet(
      book,
      pick(
        source,
        head,
        mine.sort((a, b) => a[0] - b[0]),
      ),
      name.slice(0, 31),
    );
  }
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

function pick(source: WorkSheet, head: number, rows: (readonly [row: number, reason: string])[]): WorkSheet {
  const data = (source['!data'] ?? []) as ((CellObject | undefined)[] | undefined)[];
  const width = Math.max(
    0,
    ...data.slice(0, head).map((row) => row?.length ?? 0),
    ...rows.map(([row]) => data[row]?.length ?? 0),
  );
  const lines: (CellObject | null)[][] = data.slice(0, head).map((row) => line(row, width, ''));
  const title = lines[head - 1];
  if (title) title[width] = { t: 's', v: TITLE };
  for (const [row, reason] of rows) lines.push(line(data[row], width, reason));
  const sheet = utils.aoa_to_sheet(lines);
  sheet['!merges'] = (source['!merges'] ?? []).filter(({ e }) => e.r < head);
  const cols = Array.from({ length: width }, (_, c) => source['!cols']?.[c] ?? { wch: 14 });
  sheet['!cols'] = [...cols, { wch: 40 }];
  return sheet;
}

/** Value and number format; other looks of the cell are not kept. */
function line(
  row: (CellObject | undefined)[] | undefined,
  width: number,
  reason: string,
): (CellObject | null)[] {
  const cells = Array.from({ length: width }, (_, c): CellObject | null => {
    const cell = row?.[c];
    return cell?.v === undefined
      ? null
      : {
          t: cell.t,
          v: typeof cell.v === 'string' ? plain(cell.v) : cell.v,
          ...(cell.z !== undefined && { z: cell.z }),
        };
  });
  return reason ? [...cells, { t: 's', v: reason }] : cells;
}
