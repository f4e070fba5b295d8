import { inflateRawSync } from 'node:zlib';
import type { FileType } from '@contract/file';

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
const END_MAX = 22 + 65_535;

/** One file out of a zip (APPNOTE 4.3); null when it is not there or broken. */
function zipEntry(zip: Buffer, name: string): Buffer | null {
  try {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end < zip.length - END_MAX) return null;
    for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
      const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
      if (zip.toString('utf8', at + 46, nameEnd) === name) return content(zip, at);
      at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return null;
  } catch {
    return null;
  }
}

function content(zip: Buffer, entry: number): Buffer | null {
  const [method, size, local] = [
    zip.readUInt16LE(entry + 10),
    zip.readUInt32LE(entry + 20),
    zip.readUInt32LE(entry + 42),
  ];
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + size);
  if (method === 0) return packed;
  return method === 8 ? inflateRawSync(packed, { maxOutputLength: ENTRY_MAX }) : null;
}
