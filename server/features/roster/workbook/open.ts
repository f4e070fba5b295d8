import { read, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { AppError } from '../../../kit/errors';
import { SHEET_LOCKED } from '../../../kit/sheet-fault';

export interface Cell {
  /** As somebody reads it, without spaces around. */
  text: string;
  /** Set for numbers and dates. */
  number: number | null;
  isDate: boolean;
}

export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet as rows of cells, zero-based; hidden sheets are left out. */
export interface Sheet {
  index: number;
  name: string;
  cells: (Cell | undefined)[][];
  merges: Range[];
}

export interface Book {
  sheets: Sheet[];
  /** Dates count from 1904 (old Macs) instead of 1900. */
  from1904: boolean;
}

const SHEETS_MAX = 20;
const ROWS_MAX = 10_000;
const COLUMNS_MAX = 200;
const BROKEN = '这个文件打不开，可能已损坏；请在 Excel 里打开后另存为 .xlsx 再上传';

/** Opens a workbook, refusing what must not be read: locked, broken, with formulas, empty or too large. */
export function open(bytes: Buffer): Book {
  const book = opened(bytes);
  const visible = book.SheetNames.map((name, index) => ({ name, index, sheet: book.Sheets[name] })).filter(
    ({ index }) => !book.Workbook?.Sheets?.[index]?.Hidden,
  );
  if (visible.length > SHEETS_MAX)
    throw refused(
      `这个文件有${visible.length}张工作表，一次最多${SHEETS_MAX}张；请把不用导入的隐藏或删除，或分成几个文件`,
    );
  const sheets: Sheet[] = [];
  for (const { name, index, sheet } of visible) if (sheet) sheets.push(sheetOf(sheet, name, index));
  if (!sheets.some(({ cells }) => cells.some((row) => row.length > 0)))
    throw new AppError('invalid', '这个文件里没有内容，请检查是否选错了文件', 'fileKey');
  return { sheets, from1904: !!book.Workbook?.WBProps?.date1904 };
}

/** The workbook as SheetJS has it, to write rows of it out again. */
export function opened(bytes: Buffer): WorkBook {
  const old = bytes.subarray(0, 2).toString('hex') === 'd0cf';
  // A locked .xlsx is a compound file with this stream inside; a locked .xls says so when it is read.
  if (old && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw refused(SHEET_LOCKED);
  try {
    return read(bytes, { type: 'buffer', dense: true, cellFormula: true, cellNF: true, cellHTML: false });
  } catch (error) {
    throw refused(/password/i.test(String(error)) ? SHEET_LOCKED : BROKEN);
  }
}

const refused = (message: string) => new AppError('invalid', message, 'fileKey');

function sheetOf(sheet: WorkSheet, name: string, index: number): Sheet {
  const data = (sheet['!data'] ?? []) as ((CellObject | undefined)[] | undefined)[];
  const cells: Sheet['cells'] = [];
  data.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (cell?.f)
        throw refused(
          `工作表“${name}”的 ${utils.encode_cell({ r, c })} 是公式，请在 Excel 里全选、复制、“选择性粘贴为数值”后再上传`,
        );
      const read = cell && c < COLUMNS_MAX ? cellOf(cell) : undefined;
      if (!read) return;
      (cells[r] ??= [])[c] = read;
    });
  });
  if (cells.length > ROWS_MAX)
    throw refused(
      `工作表“${name}”写到了第${cells.length}行，一张表最多${ROWS_MAX}行；请拆成几张表或几个文件再导入`,
    );
  for (let r = 0; r < cells.length; r += 1) cells[r] ??= [];
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return { index, name, cells, merges };
}

function cellOf(cell: CellObject): Cell | undefined {
  const { t, v } = cell;
  if (t === 'e' || v === undefined) return undefined;
  const number = t === 'n' && typeof v === 'number' ? v : null;
  const isDate =
    number !== null &&
    typeof cell.z === 'string' &&
    /[ymd年月日]/i.test(cell.z.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
  // A phone number shows as 1.39E+10 in a narrow column, so a number is taken for what it is.
  const text = number !== null && !isDate ? String(number) : String(number !== null ? (cell.w ?? v) : v);
  const tidy = text.replace(/[\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, ' ').trim();
  return tidy ? { text: tidy, number, isDate } : undefined;
}
