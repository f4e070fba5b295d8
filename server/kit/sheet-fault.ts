import type { FileType } from '@contract/file';

/**
 * Why a file is no workbook of the kind its name says, in words that say what to do; null: it is one. A workbook with a
 * password is a compound file whatever its name says, and many systems give out web pages named .xls.
 */
export function sheetFault(bytes: Buffer, type: FileType | null, named: FileType | null): string | null {
  if (type === named && (type === 'xlsx' || type === 'xls')) return null;
  const has = (words: string, encoding: BufferEncoding = 'latin1') =>
    bytes.includes(Buffer.from(words, encoding));
  if (has('EncryptedPackage', 'utf16le') && startsWith(bytes, COMPOUND)) return SHEET_LOCKED;
  if (type === 'xlsx') return '这个文件的内容是.xlsx，文件名却是.xls：请把文件名的结尾改成.xlsx后再选';
  if (type === 'xls') return `这个文件的内容是旧格式的表格（.xls或.et），文件名却是.xlsx：${SAVE_AS}`;
  if (type === 'pdf') return '这是PDF文件，不是Excel表格；请找到制表时的Excel文件再导入';
  if (type === 'jpg' || type === 'png') return '这是图片，不是Excel表格；请找到制表时的Excel文件再导入';
  if (startsWith(bytes, COMPOUND)) return inCompound(has);
  return startsWith(bytes, ZIP) ? inZip(bytes, has) : inText(bytes);
}

/** By its name alone, before anything is sent. */
export const otherSheetName = (name: string): string | null =>
  /\.(et|ett|csv|txt|ods|numbers|xlsm|xlsb|xltx?|xltm|xml|html?|mht)$/i.test(name)
    ? `名册只能是.xlsx或.xls文件：${SAVE_AS}`
    : null;

const SAVE_AS = '请用Excel或WPS打开，另存为.xlsx后再导入';
/** A password to open it, or one that guards the structure of an .xls: both lie over every byte of it. */
export const SHEET_LOCKED =
  '这个文件设有密码（打开密码，或“保护工作簿”的密码），请用Excel或WPS打开，取消密码、另存为.xlsx后再导入';
const MACROS = '这个表格带有宏，请用Excel或WPS打开，另存为不带宏的.xlsx后再导入';
const OTHER = `这个文件不是Excel表格或已损坏：${SAVE_AS}`;

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 3, 4];
const startsWith = (bytes: Buffer, magic: number[]): boolean =>
  bytes.subarray(0, magic.length).equals(Buffer.from(magic));

type Has = (words: string, encoding?: BufferEncoding) => boolean;

function inCompound(has: Has): string {
  if (has('_VBA_PROJECT', 'utf16le')) return MACROS;
  if (has('WordDocument', 'utf16le')) return '这是Word文档，不是Excel表格；请把里面的表复制到Excel里再导入';
  return OTHER;
}

function inZip(bytes: Buffer, has: Has): string {
  // Its first entry, never packed, says what an OpenDocument file is.
  if (bytes.toString('latin1', 30, 100).includes('opendocument.spreadsheet'))
    return `这是OpenDocument表格（.ods），不是Excel表格：${SAVE_AS}`;
  // Names of a zip's files stand in it as they are.
  if (has('xl/vbaProject')) return MACROS;
  if (has('xl/workbook.bin')) return `这是二进制表格（.xlsb）：${SAVE_AS}`;
  if (has('word/document')) return '这是Word文档，不是Excel表格；请把里面的表复制到Excel里再导入';
  // Macros named in the types of a file without any.
  if (has('xl/workbook')) return MACROS;
  return '这个文件不是Excel表格（可能是压缩包），请先解压，选里面的.xlsx或.xls文件';
}

function inText(bytes: Buffer): string {
  const wide = startsWith(bytes, [0xff, 0xfe]);
  const text = bytes.toString(wide ? 'utf16le' : 'utf8', 0, 4096).replace(/^\ufeff/, '');
  if (/office:spreadsheet/.test(text))
    return `这是XML格式的表格（系统导出的常是这样），不是真正的.xls：${SAVE_AS}`;
  if (/<(html|table|head|meta|!doctype html|style)[\s>]/i.test(text) || /^mime-version:/i.test(text))
    return `这是网页格式的表格（系统导出的常是这样），不是真正的.xls：${SAVE_AS}`;
  // A list in GBK is text as well: no zero byte stands in it.
  if (bytes.length > 0 && (wide || !bytes.subarray(0, 4096).includes(0)) && /[,\t;\n]/.test(text))
    return `这是文本表格（.csv或.txt），不是Excel表格：${SAVE_AS}`;
  return OTHER;
}
