import type { FileType, FileUse } from '@contract/file';
import { openZip } from './zip';

/** What a file is by its bytes, never by its name; null for anything we do not take. */
export function fileKind(bytes: Buffer): FileType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [...Buffer.from('%PDF-')])) return 'pdf';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oldWorkbook(bytes);
  return startsWith(bytes, [0x50, 0x4b, 3, 4]) ? officeKind(bytes) : null;
}

/** The type a file's name claims; null without an extension we know. */
export function namedKind(name: string): FileType | null {
  const extension = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase();
  return known.find((type) => type === (extension === 'jpeg' ? 'jpg' : extension)) ?? null;
}

export const isPicture = (type: FileType): boolean => type === 'jpg' || type === 'png';

/** How to make a file smaller, in words; a workbook is not made so by packing it. */
export const smallerWords = (use: FileUse): string =>
  use === 'roster' ? '请删去表里的图片，或分成几个文件后再传' : '请压缩后再传';

const known: FileType[] = ['jpg', 'png', 'pdf', 'docx', 'xlsx', 'xls'];
/** Documents with macros have other content types and are refused. */
const MAIN = { docx: 'wordprocessingml.document.main+xml', xlsx: 'spreadsheetml.sheet.main+xml' } as const;

const startsWith = (bytes: Buffer, magic: number[]): boolean =>
  bytes.subarray(0, magic.length).equals(Buffer.from(magic));

/** Word and Excel files are zips that say in [Content_Types].xml what they are. */
function officeKind(zip: Buffer): FileType | null {
  const types = zipEntry(zip, '[Content_Types].xml')?.toString('utf8') ?? '';
  if (types.includes(MAIN.docx)) return 'docx';
  return types.includes(MAIN.xlsx) ? 'xlsx' : null;
}

/** Excel 97–2003: a compound file with a stream named Workbook (or Book); one with a VBA project is refused. */
function oldWorkbook(bytes: Buffer): FileType | null {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  return (has('Workbook') || has('Book')) && !has('_VBA_PROJECT') ? 'xls' : null;
}

/** A list of content types is a few KB; more than this is no document of ours. */
const ENTRY_MAX = 1024 * 1024;

/** One file out of a zip; null when it is not there or broken. */
function zipEntry(zip: Buffer, name: string): Buffer | null {
  try {
    return openZip(zip).get(name)?.(ENTRY_MAX) ?? null;
  } catch {
    return null;
  }
}
