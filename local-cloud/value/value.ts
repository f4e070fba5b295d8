import { ObjectId } from 'bson';

/** A value as the engine holds it: normalised at the door, no BSON wrappers. */
export type Value = null | boolean | number | string | Date | ObjectId | RegExp | Value[] | Doc;
export interface Doc {
  [field: string]: Value;
}
/** A value at the end of a path that may not exist. */
export type Maybe = Value | undefined;

/** Rank of a value's type in MongoDB's sort order; a missing field ranks as null. */
export function rank(v: Maybe): number {
  if (v === null || v === undefined) return 10;
  switch (typeof v) {
    case 'number':
      return 20;
    case 'string':
      return 30;
    case 'boolean':
      return 80;
  }
  if (Array.isArray(v)) return 50;
  if (v instanceof Date) return 90;
  if (v instanceof ObjectId) return 70;
  if (v instanceof RegExp) return 100;
  return 40;
}

/** True for a plain sub-document. */
export function isDoc(v: Maybe): v is Doc {
  return rank(v) === 40;
}

/** The name MongoDB gives the type in its messages and in `$type`. */
export function typeName(v: Maybe): string {
  switch (rank(v)) {
    case 20:
      return Number.isInteger(v) && Math.abs(Number(v)) < 2 ** 31 ? 'int' : 'double';
    case 30:
      return 'string';
    case 40:
      return 'object';
    case 50:
      return 'array';
    case 70:
      return 'objectId';
    case 80:
      return 'bool';
    case 90:
      return 'date';
    case 100:
      return 'regex';
    default:
      return v === undefined ? 'missing' : 'null';
  }
}

const sign = (n: number) => (n < 0 ? -1 : n > 0 ? 1 : 0);

/** Strings compare by code point, as MongoDB does on UTF-8 bytes; JavaScript's own `<` goes by UTF-16 unit. */
export function compareStrings(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      x = x >= 0xe000 ? x - 0x800 : x + 0x2000;
      y = y >= 0xe000 ? y - 0x800 : y + 0x2000;
    }
    return x < y ? -1 : 1;
  }
  return sign(a.length - b.length);
}

function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

function compareDocs(a: Doc, b: Doc): number {
  const ka = Object.keys(a);
  const kb = Object.keys(b);
  const n = Math.min(ka.length, kb.length);
  for (let i = 0; i < n; i++) {
    const x = ka[i] ?? '';
    const y = kb[i] ?? '';
    const c = rank(a[x]) - rank(b[y]) || compareStrings(x, y) || compareValues(a[x], b[y]);
    if (c !== 0) return sign(c);
  }
  return sign(ka.length - kb.length);
}

function compareArrays(a: Value[], b: Value[]): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const c = compareValues(a[i], b[i]);
    if (c !== 0) return c;
  }
  return sign(a.length - b.length);
}

/** MongoDB's total order of two whole values: type rank first, then the value; null equals missing. */
export function compareValues(a: Maybe, b: Maybe): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const c = rank(a) - rank(b);
  if (c !== 0) return sign(c);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof Date && b instanceof Date) return sign(a.getTime() - b.getTime());
  if (a instanceof ObjectId && b instanceof ObjectId) return compareStrings(a.toHexString(), b.toHexString());
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof RegExp && b instanceof RegExp)
    return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags);
  return isDoc(a) && isDoc(b) ? compareDocs(a, b) : 0;
}

/** Equality as MongoDB has it: field order counts, null is not distinguished from missing. */
export function sameValue(a: Maybe, b: Maybe): boolean {
  return a === b || compareValues(a, b) === 0;
}

/** A deep copy; dates are copied, ids and regular expressions are immutable here and shared. */
export function copyValue<T extends Value>(v: T): T;
export function copyValue(v: Value): Value {
  if (typeof v !== 'object' || v === null) return v;
  if (Array.isArray(v)) return v.map((x) => copyValue(x));
  if (v instanceof Date) return new Date(v.getTime());
  if (!isDoc(v)) return v;
  const out: Doc = {};
  for (const key of Object.keys(v)) out[key] = copyValue(v[key] ?? null);
  return out;
}
