import { ObjectId } from 'bson';
import { invalidParam } from '../errors';
import { NESTING_MAX } from '../limits';
import type { Doc, Value } from './value';

/** `JSON.parse` with the type it deserves. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return value;
}

/** Reads the SDK's extended JSON and normalises it (design D1); `now` resolves `db.serverDate`. */
export function readWire(text: unknown, what: string, now: number): Value {
  if (typeof text !== 'string') throw invalidParam(`${what} must be a string of extended JSON`);
  let raw: unknown;
  try {
    raw = parseJson(text);
  } catch {
    throw invalidParam(`${what} is not valid JSON`);
  }
  return normalise(raw, now, 0);
}

/** The stored form: JSON in which only what JSON lacks is wrapped. */
export function encodeDoc(doc: Doc): string {
  return JSON.stringify(wrap(doc));
}

/** Reads the stored form; strings without a marker take JSON.parse alone. */
export function decodeDoc(body: string): Doc {
  const raw = parseJson(body);
  if (!isRecord(raw)) throw new Error('stored document is not an object');
  return body.includes('"$') ? unwrapDoc(raw) : (raw as Doc);
}

/** The form the SDK reads with EJSON.parse, a string per document. */
export function wireDoc(doc: Doc): string {
  return encodeDoc(doc);
}

export function isRecord(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null && !Array.isArray(v);
}

const NO_BUFFER = 'a Buffer cannot be stored in a document; upload it as a file';
const LONE_SURROGATE = /[\ud800-\udfff]/;

function text(v: string): string {
  return LONE_SURROGATE.test(v) ? Buffer.from(v, 'utf8').toString('utf8') : v;
}

function normalise(v: unknown, now: number, depth: number): Value {
  if (depth > NESTING_MAX * 2) throw invalidParam(`document is nested deeper than ${NESTING_MAX} levels`);
  if (v === null || typeof v === 'boolean' || typeof v === 'number') return v;
  if (typeof v === 'string') return text(v);
  if (Array.isArray(v)) return v.map((x) => normalise(x, now, depth + 1));
  if (!isRecord(v)) throw invalidParam(`a value of type ${typeof v} cannot be stored`);
  for (const first in v) {
    if (first.startsWith('$')) {
      const special = readSpecial(first, v, now);
      if (special !== undefined) return special;
    }
    break;
  }
  // What the SDK makes of a Buffer (EJSON.stringify calls its toJSON).
  if (v.type === 'Buffer' && Array.isArray(v.data)) throw invalidParam(NO_BUFFER);
  const out: Doc = {};
  for (const key of Object.keys(v)) setField(out, text(key), normalise(v[key], now, depth + 1));
  return out;
}

/** Assigns also a field named `__proto__`, which plain assignment would lose. */
function setField(doc: Doc, key: string, value: Value): void {
  if (key === '__proto__') throw invalidParam('a field cannot be named __proto__');
  doc[key] = value;
}

const DOUBLES: Record<string, number> = { NaN: NaN, Infinity: Infinity, '-Infinity': -Infinity, '-0.0': 0 };

function readSpecial(key: string, v: Record<string, unknown>, now: number): Value | undefined {
  const inner = v[key];
  switch (key) {
    case '$numberInt':
      return Number(inner);
    case '$numberDouble':
      return DOUBLES[String(inner)] ?? Number(inner);
    case '$numberLong':
      return readLong(String(inner));
    case '$date':
      return readDate(inner);
    case '$oid':
      if (typeof inner !== 'string' || !/^[0-9a-f]{24}$/i.test(inner)) throw invalidParam('invalid ObjectId');
      return new ObjectId(inner);
    case '$regularExpression':
      return readRegExp(inner);
    case '$tcb_server_date': {
      const offset = isRecord(inner) ? normalise(inner.offset ?? 0, now, 0) : 0;
      if (typeof offset !== 'number' || !Number.isFinite(offset))
        throw invalidParam('serverDate: offset must be a number');
      return new Date(now + offset);
    }
    case '$binary':
      throw invalidParam(NO_BUFFER);
    case '$numberDecimal':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$code':
    case '$symbol':
    case '$undefined':
    case '$dbPointer':
      throw invalidParam(`${key} is not supported by the local cloud`);
    default:
      return undefined;
  }
}

function readLong(digits: string): number {
  const n = Number(digits);
  if (!Number.isSafeInteger(n)) throw invalidParam(`integer ${digits} is beyond 2^53 and would lose digits`);
  return n;
}

function readDate(inner: unknown): Date {
  const source = isRecord(inner) ? Number(inner.$numberLong) : inner;
  const date = new Date(typeof source === 'string' ? Date.parse(source) : Number(source));
  if (Number.isNaN(date.getTime())) throw invalidParam('invalid date');
  return date;
}

function readRegExp(inner: unknown): RegExp {
  const pattern = isRecord(inner) && typeof inner.pattern === 'string' ? inner.pattern : '';
  const options = isRecord(inner) && typeof inner.options === 'string' ? inner.options : '';
  return makeRegExp(pattern, options);
}

/** A regular expression from MongoDB's pattern and options (`i m s x`; JavaScript's g, u, y are ignored). */
export function makeRegExp(pattern: string, options: string): RegExp {
  if (options.includes('x')) throw invalidParam("regular expression option 'x' is not supported");
  try {
    return new RegExp(
      pattern,
      [...new Set(options)]
        .filter((c) => 'ims'.includes(c))
        .sort()
        .join(''),
    );
  } catch {
    throw invalidParam(`invalid regular expression: ${pattern}`);
  }
}

function wrap(v: Value): unknown {
  if (typeof v === 'number')
    return Number.isFinite(v) ? (Object.is(v, -0) ? 0 : v) : { $numberDouble: String(v) };
  if (typeof v !== 'object' || v === null) return v;
  if (Array.isArray(v)) return v.map(wrap);
  if (v instanceof Date) return { $date: v.getTime() };
  if (v instanceof ObjectId) return { $oid: v.toHexString() };
  if (v instanceof RegExp) return { $regularExpression: { pattern: v.source, options: v.flags } };
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(v)) out[key] = wrap(v[key] ?? null);
  return out;
}

function unwrapDoc(raw: Record<string, unknown>): Doc {
  const out: Doc = {};
  for (const key of Object.keys(raw)) out[key] = unwrap(raw[key]);
  return out;
}

function unwrap(v: unknown): Value {
  if (typeof v !== 'object' || v === null) return v as Value;
  if (Array.isArray(v)) return v.map(unwrap);
  if (!isRecord(v)) return null;
  for (const first in v) {
    if (first.startsWith('$')) {
      const special = readSpecial(first, v, 0);
      if (special !== undefined) return special;
    }
    break;
  }
  return unwrapDoc(v);
}
