import { ObjectId } from 'bson';
import { EMPTY_ARRAY } from './path';
import { isDoc, rank, type Maybe } from './value';

/** First byte of every encoded value; ranks as in value.ts, and 5 for an empty array at the end of a path. */
const EMPTY_RANK = 5;

/** Bytes whose memcmp order is MongoDB's order of the values; self-delimiting, so that keys concatenate. */
export function encodeKey(v: Maybe): Buffer {
  const out: number[] = [];
  if (v === EMPTY_ARRAY) return Buffer.of(EMPTY_RANK);
  out.push(rank(v));
  payload(v, out);
  return Buffer.from(out);
}

/** The complement: turns ascending into descending order. */
export function invert(key: Buffer): Buffer {
  const out = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) out[i] = 255 - (key[i] ?? 0);
  return out;
}

/** Bounds of all keys of the same type as `v`: from (inclusive) and to (exclusive). */
export function typeBounds(v: Maybe): { from: Buffer; to: Buffer } {
  return { from: Buffer.of(rank(v)), to: Buffer.of(rank(v) + 1) };
}

/** The smallest byte string greater than every string that starts with `key`; undefined when there is none. */
export function successor(key: Buffer): Buffer | undefined {
  for (let i = key.length - 1; i >= 0; i--) {
    const byte = key[i] ?? 255;
    if (byte < 255) {
      const out = Buffer.from(key.subarray(0, i + 1));
      out[i] = byte + 1;
      return out;
    }
  }
  return undefined;
}

/** Key prefix of all strings that start with `prefix`. */
export function stringPrefix(prefix: string): Buffer {
  const out = [rank('')];
  pushText(prefix, out);
  return Buffer.from(out);
}

function payload(v: Maybe, out: number[]): void {
  if (v === null || v === undefined) return;
  if (typeof v === 'number') pushNumber(v, out);
  else if (typeof v === 'string') pushString(v, out);
  else if (typeof v === 'boolean') out.push(v ? 1 : 0);
  else if (v instanceof Date) pushNumber(v.getTime(), out);
  else if (v instanceof ObjectId) for (const byte of v.id) out.push(byte);
  else if (v instanceof RegExp) {
    pushString(v.source, out);
    pushString(v.flags, out);
  } else if (Array.isArray(v)) {
    for (const element of v) {
      out.push(rank(element));
      payload(element, out);
    }
    out.push(0);
  } else if (isDoc(v)) {
    for (const key of Object.keys(v)) {
      out.push(rank(v[key]));
      pushString(key, out);
      payload(v[key], out);
    }
    out.push(0);
  }
}

const scratch = Buffer.alloc(8);

function pushNumber(n: number, out: number[]): void {
  if (Number.isNaN(n)) {
    out.push(0, 0, 0, 0, 0, 0, 0, 0);
    return;
  }
  scratch.writeDoubleBE(n === 0 ? 0 : n);
  const negative = ((scratch[0] ?? 0) & 0x80) !== 0;
  for (let i = 0; i < 8; i++) {
    const byte = scratch[i] ?? 0;
    out.push(negative ? 255 - byte : i === 0 ? byte | 0x80 : byte);
  }
}

function pushText(s: string, out: number[]): void {
  for (const byte of Buffer.from(s, 'utf8')) {
    out.push(byte);
    if (byte === 0) out.push(255);
  }
}

function pushString(s: string, out: number[]): void {
  pushText(s, out);
  out.push(0, 0);
}
