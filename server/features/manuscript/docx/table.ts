import { child, deep, valOf, type Element } from './xml';

/** A table as rows of texts, merged cells apart again: the words stand in the first, the others are empty. */
export interface Grid {
  rows: string[][];
  merged: boolean;
  nested: boolean;
}

/** `textOf` gives the words of one cell. Rows deleted in tracked changes are left out. */
export function gridOf(table: Element, textOf: (cell: Element) => string): Grid {
  const grid: Grid = { rows: [], merged: false, nested: false };
  for (const row of rowsOf(table)) {
    const properties = child(row, 'trPr');
    if (child(properties, 'del')) continue;
    const cells: string[] = Array<string>(Number(valOf(properties, 'gridBefore') ?? 0)).fill('');
    for (const cell of cellsOf(row)) {
      const look = child(cell, 'tcPr');
      const span = Math.min(Number(valOf(look, 'gridSpan') ?? 1) || 1, 60);
      const merge = child(look, 'vMerge');
      const goesOn = !!merge && merge.attrs.val !== 'restart';
      if (span > 1 || goesOn || child(look, 'hMerge')) grid.merged = true;
      if (deep(cell, 'tbl').length) grid.nested = true;
      cells.push(goesOn ? '' : textOf(cell), ...Array<string>(span - 1).fill(''));
    }
    if (cells.length) grid.rows.push(cells);
  }
  grid.rows = evened(grid.rows, grid.merged);
  return grid;
}

/** Content controls may wrap rows and cells. */
const unwrapped = (of: Element, name: string): Element[] =>
  of.children.flatMap((one) => {
    if (one.name === name) return [one];
    if (one.name === 'sdt') return unwrapped(child(one, 'sdtContent') ?? one, name);
    return ['customXml', 'ins'].includes(one.name) ? unwrapped(one, name) : [];
  });
export const rowsOf = (table: Element): Element[] => unwrapped(table, 'tr');
export const cellsOf = (row: Element): Element[] => unwrapped(row, 'tc');

/** Every row as wide as the widest; columns that only merging made are taken out. */
function evened(rows: string[][], merged: boolean): string[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const wide = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const kept = Array.from({ length: width }, (_, i) => i).filter(
    (i) => !merged || wide.some((row) => row[i] !== ''),
  );
  return wide.map((row) => kept.map((i) => row[i] ?? ''));
}

/** A frame drawn round a text: one row of one cell. */
export function frameOf(table: Element): Element | null {
  const [row, ...more] = rowsOf(table);
  const cells = row ? cellsOf(row) : [];
  return more.length === 0 && cells.length === 1 ? (cells[0] ?? null) : null;
}
