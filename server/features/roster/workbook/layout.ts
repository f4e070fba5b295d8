import { utils } from '@e965/xlsx';
import type { ReadSheet, RosterPerson } from '@contract/roster';
import { postOf } from '../cell/choices';
import { keyOf } from '../cell/text';
import type { Range, Sheet } from './open';
import { titleOf, type Title } from './titles';

/** Where the header of a sheet is and what stands over each column. */
export interface Layout {
  /** Zero-based header rows. */
  headers: number[];
  titles: string[];
}

const LOOK_AT = 40;
const SAMPLES = 3;
const SAMPLE_MAX = 24;

/** The row with the most words we know, and the one below when it divides groups such as 联络员 into 姓名 and 手机. */
export function layoutOf(sheet: Sheet): Layout | null {
  let best: { at: number; known: number } | null = null;
  for (let at = 0; at < Math.min(sheet.cells.length, LOOK_AT); at += 1) {
    const known = knownIn(titlesOf(sheet, [at]));
    if (known >= 2 && (!best || known > best.known)) best = { at, known };
  }
  if (!best) return null;
  const { at, known } = best;
  const choices = [[at], [at, at + 1], [at - 1, at]].filter(
    (rows) =>
      rows.length === 1 || (rows.every((row) => (sheet.cells[row]?.length ?? 0) > 0) && joins(sheet, rows)),
  );
  const scored = choices.map((rows) => ({
    rows,
    known: rows.length === 1 ? known : knownIn(titlesOf(sheet, rows)),
  }));
  const chosen = scored.reduce((a, b) =>
    b.known > a.known || (b.known === a.known && b.rows.length > a.rows.length) ? b : a,
  );
  return { headers: chosen.rows, titles: titlesOf(sheet, chosen.rows) };
}

/** Two rows are one header when the upper one is merged over the lower or groups its words. */
function joins(sheet: Sheet, [upper = 0, lower = 0]: number[]): boolean {
  const merged = sheet.merges.some(
    ({ top, bottom, left, right }) =>
      (top === upper && bottom === lower) ||
      (top === upper && bottom === upper && right > left && right - left < 8 && spread(sheet, upper) > 2),
  );
  const short = (sheet.cells[lower] ?? []).every(
    (cell) => !cell || (cell.text.length <= 14 && cell.number === null),
  );
  const named = (sheet.cells[lower] ?? []).some((cell) => cell && titleOf(cell.text)?.is === 'someone');
  return short && named && (merged || groups(sheet, upper));
}

const spread = (sheet: Sheet, row: number): number => (sheet.cells[row] ?? []).filter(Boolean).length;

/** 联络员 | (empty) | (empty): a group without merged cells. */
const groups = (sheet: Sheet, row: number): boolean =>
  (sheet.cells[row] ?? []).some((cell, c) => {
    const title = cell ? titleOf(cell.text) : null;
    return isPerson(title) && !sheet.cells[row]?.[c + 1];
  });

/** Words that name somebody, 联络员 alone or 联络员姓名. */
const isPerson = (title: Title): boolean =>
  title?.is === 'person' || (title?.is === 'exact' && /^(liaison|deputy|head|finance)_/.test(title.field));

function titlesOf(sheet: Sheet, rows: number[]): string[] {
  const width = Math.max(0, ...rows.map((row) => sheet.cells[row]?.length ?? 0));
  return Array.from({ length: width }, (_, c) => {
    const words = rows.map((row, i) => wordsAt(sheet, row, c, rows.length > 1 && i === 0));
    return [...new Set(words.filter(Boolean))].join('|');
  });
}

/** Words of a cell or of what it is merged into; `group`: also those of the group it stands in. */
function wordsAt(sheet: Sheet, row: number, column: number, group: boolean): string {
  const own = sheet.cells[row]?.[column]?.text;
  if (own) return own.replace(/\|/g, ' ');
  const merge = mergeAt(sheet.merges, row, column);
  if (merge) return (sheet.cells[merge.top]?.[merge.left]?.text ?? '').replace(/\|/g, ' ');
  if (!group || !sheet.cells[row + 1]?.[column]) return '';
  for (let c = column - 1; c >= 0; c -= 1) {
    const left = sheet.cells[row]?.[c];
    if (left) return isPerson(titleOf(left.text)) ? left.text : '';
  }
  return '';
}

export const mergeAt = (merges: Range[], row: number, column: number): Range | undefined =>
  merges.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );

const knownIn = (titles: string[]): number => new Set(titles.filter((words) => words && titleOf(words))).size;

/** What the sheet's columns seem to hold, for somebody to check. */
export function describe(sheet: Sheet): ReadSheet {
  const layout = layoutOf(sheet);
  const { index, name } = sheet;
  if (!layout) return { sheet: index, name, rows: 0, headers: [], columns: [] };
  const below = sheet.cells.slice(Math.max(...layout.headers) + 1).filter((row) => row.length > 0);
  const samples = layout.titles.map((_, c) => samplesOf(below, c));
  const fields = recognise(
    layout.titles,
    below.map((row) => row.map((cell) => cell?.text ?? '')),
  );
  const columns = layout.titles.flatMap((title, column) =>
    title || samples[column]?.length
      ? [
          {
            column,
            letter: utils.encode_col(column),
            title: title.replace(/\|/g, ' / ').slice(0, 40) || '（没有标题）',
            samples: samples[column] ?? [],
            field: fields[column] ?? null,
          },
        ]
      : [],
  );
  return { sheet: index, name, rows: below.length, headers: layout.headers.map((row) => row + 1), columns };
}

function samplesOf(rows: Sheet['cells'], column: number): string[] {
  const texts = rows.slice(0, 50).flatMap((row) => row[column]?.text ?? []);
  return [...new Set(texts)].slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_MAX));
}

/** Fields of the columns, each given once: the first that claims it. */
export function recognise(titles: string[], rows: string[][]): (string | null)[] {
  const read = titles.map((words) => (words ? titleOf(words) : null));
  const taken = new Set<string>();
  const fields: (string | null)[] = titles.map(() => null);
  const give = (column: number, field: string) => {
    if (taken.has(field) || fields[column]) return;
    taken.add(field);
    fields[column] = field;
  };
  read.forEach((title, c) => {
    if (title?.is === 'exact') give(c, title.field);
  });
  read.forEach((title, c) => {
    if (title?.is === 'unit') give(c, title.field);
    if (title?.is === 'person') give(c, `${title.person}_${title.column}`);
  });
  const hasLiaison = taken.has('liaison_name');
  read.forEach((title, c) => {
    if (title?.is !== 'someone') return;
    if (title.column === 'position' && holdsPosts(rows, c)) return give(c, 'post');
    const person = personLeftOf(read, c);
    if (person) return give(c, `${person}_${title.column}`);
    if (title.column === 'name') return give(c, 'liaison_name');
    if (title.loose && !hasLiaison && !bareName(read)) {
      if (title.column === 'email') return give(c, 'email');
      return give(c, 'landline');
    }
    return give(c, `liaison_${title.column}`);
  });
  return fields;
}

const bareName = (read: Title[]): boolean =>
  read.some((title) => title?.is === 'someone' && title.column === 'name');

/** 职务 over 会长、理事 is the post in the association. */
function holdsPosts(rows: string[][], column: number): boolean {
  const texts = rows.map((row) => row[column] ?? '').filter(Boolean);
  return (
    texts.length > 0 &&
    texts.filter((text) => postOf(text) && keyOf(text).length > 1).length * 2 > texts.length
  );
}

function personLeftOf(read: Title[], column: number): RosterPerson | null {
  for (let c = column - 1; c >= 0; c -= 1) {
    const title = read[c];
    if (title?.is === 'person') return title.person;
    if (title?.is === 'exact') {
      const [person = ''] = title.field.split('_');
      if (person === 'liaison' || person === 'deputy' || person === 'head' || person === 'finance')
        return person;
    }
    if (title?.is === 'someone' && title.column === 'name') return 'liaison';
  }
  return null;
}
