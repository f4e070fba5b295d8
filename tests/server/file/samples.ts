import { deflateRawSync } from 'node:zlib';
import { cloud } from '../../support';

/** Small files of every kind, and ways to send them up as a client does. */

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const XLSM = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
const DOCM = 'application/vnd.ms-word.document.macroEnabled.main+xml';

const typesOf = (type: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${type}"/></Types>`;

export const samples = {
  jpg: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0'), Buffer.alloc(50)]),
  png: Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(50)]),
  pdf: Buffer.from('%PDF-1.7\n%%EOF'),
  docx: zip({ '_rels/.rels': '<x/>', '[Content_Types].xml': typesOf(DOCX) }),
  xlsx: zip({ '[Content_Types].xml': typesOf(XLSX) }),
  docm: zip({ '[Content_Types].xml': typesOf(DOCM) }),
  xls: compound('Workbook'),
  xlsMacro: compound('Workbook', '_VBA_PROJECT_CUR'),
  doc: compound('WordDocument'),
  xlsm: zip({ '[Content_Types].xml': typesOf(XLSM) }),
  zip: zip({ 'a.txt': 'hello' }),
  exe: Buffer.from('MZ\x90\0 this program cannot be run'),
  text: Buffer.from('just words'),
};

/** As wx.cloud.uploadFile does it; the file id. */
export async function upload(cloudPath: string, content: Buffer): Promise<string> {
  const headers = { 'x-wx-openid': 'openid-of-who-uploads' };
  const url = `${cloud.url}/storage/upload?cloudPath=${encodeURIComponent(cloudPath)}`;
  const reply = await fetch(url, { method: 'POST', headers, body: new Uint8Array(content) });
  return ((await reply.json()) as { fileID: string }).fileID;
}

export function zip(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [label, packed] = [Buffer.from(name), deflateRawSync(Buffer.from(text))];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, label, packed);
    central.push(entry, label);
    at += local.length + label.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** The shape of an Office 97–2003 file: its magic bytes, and the names of its streams in a directory sector. */
function compound(...streams: string[]): Buffer {
  const entries = ['Root Entry', ...streams].map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    return entry;
  });
  const header = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  return Buffer.concat([header, ...entries, Buffer.alloc(256)]);
}
