import { inflateRawSync } from 'node:zlib';

/** Reads zips (APPNOTE 4.3) from memory, unpacking never more than asked for: sizes a zip declares are not believed. */

/** An entry's bytes; throws when there are more than `max` of them or they are broken. */
export type Entry = (max: number) => Buffer;

const END_MAX = 22 + 65_535;
const STORED = 0;
const DEFLATED = 8;

/** Entries by name; throws when it is no zip or a broken one. */
export function openZip(zip: Buffer): Map<string, Entry> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end < zip.length - END_MAX) throw new Error('no zip');
  const entries = new Map<string, Entry>();
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [entry, nameEnd] = [at, at + 46 + zip.readUInt16LE(at + 28)];
    entries.set(zip.toString('utf8', at + 46, nameEnd), (max) => content(zip, entry, max));
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function content(zip: Buffer, entry: number, max: number): Buffer {
  const [method, size, local] = [
    zip.readUInt16LE(entry + 10),
    zip.readUInt32LE(entry + 20),
    zip.readUInt32LE(entry + 42),
  ];
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + size);
  if (method === STORED && packed.length <= max) return packed;
  if (method !== DEFLATED) throw new Error('not to be unpacked');
  return inflateRawSync(packed, { maxOutputLength: max });
}
