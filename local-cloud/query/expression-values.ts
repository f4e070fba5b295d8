import { evalExpr } from 'mingo/core';
import { requestFailed } from '../errors';
import { compareStrings, isDoc, typeName, type Doc, type Maybe, type Value } from '../value/value';
import { arrayOf, equal, indexOf, isNil, numberOf, operator, stringOf, type Operator } from './operands';

const has = (list: Value[], v: Maybe) => list.some((x) => equal(x, v));
const distinct = (list: Value[]) => list.reduce<Value[]>((out, v) => (has(out, v) ? out : [...out, v]), []);

/** A logarithm: null of null, an error unless above 0. */
const logarithm = (name: string, work: (n: number) => number) =>
  operator(name, 1, 1, ([v]) => (isNil(v) ? null : work(positive(name, v))));

function positive(name: string, v: Maybe): number {
  const n = numberOf(name, v);
  if (!(n > 0)) throw requestFailed(`(BadValue) ${name}'s argument must be a positive number, but is ${n}`);
  return n;
}

const NUMBERS: Record<string, Operator> = {
  $ln: logarithm('$ln', Math.log),
  $log10: logarithm('$log10', Math.log10),
  $log: operator('$log', 2, 2, ([v, base]) =>
    isNil(v) || isNil(base)
      ? null
      : roundTrip(Math.log(positive('$log', v)) / Math.log(positive('$log', base))),
  ),
  $mod: operator('$mod', 2, 2, ([a, b]) => {
    if (isNil(a) || isNil(b)) return null;
    if (numberOf('$mod', b) === 0) throw requestFailed("(BadValue) can't $mod by zero");
    return numberOf('$mod', a) % numberOf('$mod', b);
  }),
  $trunc: operator('$trunc', 1, 2, ([v, place = 0]) => {
    if (isNil(v)) return null;
    const scale = 10 ** numberOf('$trunc', place);
    return Math.trunc(numberOf('$trunc', v) * scale) / scale;
  }),
};

/** `log(8, 2)` is 3, not 2.9999999999999996. */
const roundTrip = (n: number) => (Math.abs(n - Math.round(n)) < 1e-12 ? Math.round(n) : n);

/** A set operator over arrays; null when one of them is null. */
const sets = (name: string, max: number, work: (lists: Value[][]) => Value): Operator =>
  operator(name, 1, max, (args) => (args.some(isNil) ? null : work(args.map((v) => arrayOf(name, v)))));

const strictSets = (name: string, min: number, max: number, work: (lists: Value[][]) => boolean) =>
  operator(name, min, max, (args) => work(args.map((v) => arrayOf(name, v))));

const isSubset = (a: Value[], b: Value[]) => a.every((v) => has(b, v));
const isTrue = (v: Maybe) => !isNil(v) && v !== false && v !== 0;

const ARRAYS: Record<string, Operator> = {
  $in: operator('$in', 2, 2, ([v, list]) => has(arrayOf('$in', list), v)),
  $isArray: operator('$isArray', 1, 1, ([v]) => Array.isArray(v)),
  $size: operator('$size', 1, 1, ([v]) => arrayOf('$size', v).length),
  $reverseArray: operator('$reverseArray', 1, 1, ([v]) =>
    isNil(v) ? null : arrayOf('$reverseArray', v).slice().reverse(),
  ),
  $indexOfArray: operator('$indexOfArray', 2, 4, ([list, v, start = 0, end]) => {
    if (isNil(list)) return null;
    const all = arrayOf('$indexOfArray', list);
    const until = end === undefined ? all.length : indexOf('$indexOfArray', end);
    return all.findIndex((x, i) => i >= indexOf('$indexOfArray', start) && i < until && equal(x, v));
  }),
  $arrayToObject: operator('$arrayToObject', 1, 1, ([v]) => {
    if (isNil(v)) return null;
    return Object.fromEntries(arrayOf('$arrayToObject', v).map(pairOf));
  }),
  $objectToArray: operator('$objectToArray', 1, 1, ([v]) => {
    if (isNil(v)) return null;
    return Object.entries(docOf('$objectToArray', v)).map(([key, inner]) => ({ k: key, v: inner }));
  }),
  $mergeObjects: operator('$mergeObjects', 1, Infinity, (args) => mergeDocs(args)),
  $allElementsTrue: operator('$allElementsTrue', 1, 1, ([v]) => arrayOf('$allElementsTrue', v).every(isTrue)),
  $anyElementTrue: operator('$anyElementTrue', 1, 1, ([v]) => arrayOf('$anyElementTrue', v).some(isTrue)),
  $setUnion: sets('$setUnion', Infinity, (lists) => distinct(lists.flat())),
  $setIntersection: sets('$setIntersection', Infinity, ([first = [], ...rest]) =>
    distinct(first.filter((v) => rest.every((list) => has(list, v)))),
  ),
  $setDifference: sets('$setDifference', 2, ([a = [], b = []]) => distinct(a.filter((v) => !has(b, v)))),
  $setEquals: strictSets('$setEquals', 2, Infinity, ([first = [], ...rest]) =>
    rest.every((list) => isSubset(first, list) && isSubset(list, first)),
  ),
  $setIsSubset: strictSets('$setIsSubset', 2, 2, ([a = [], b = []]) => isSubset(a, b)),
};

function docOf(name: string, v: Maybe): Doc {
  if (!isDoc(v)) throw requestFailed(`(BadValue) ${name} requires an object, found: ${typeName(v)}`);
  return v;
}

/** Later fields win; null is passed over. */
export function mergeDocs(values: Maybe[]): Doc {
  return Object.assign({}, ...values.filter((v) => !isNil(v)).map((v) => docOf('$mergeObjects', v))) as Doc;
}

function pairOf(v: Value): [string, Value] {
  const [key, value] = Array.isArray(v) && v.length === 2 ? v : isDoc(v) ? [v.k, v.v] : [];
  if (typeof key !== 'string' || value === undefined)
    throw requestFailed('(BadValue) $arrayToObject needs pairs [key, value] or {k, v} with string keys');
  return [key, value];
}

/** What `$toLower`, `$toUpper` and `$strcasecmp` make of a value. */
function textOf(name: string, v: Maybe): string {
  if (isNil(v)) return '';
  if (typeof v === 'string') return v;
  if (typeof v === 'number') return String(v);
  if (v instanceof Date) return v.toISOString();
  throw requestFailed(`(Location16007) ${name}: can't convert from ${typeName(v)} to string`);
}

/** Case is that of ASCII letters only. */
const upper = (s: string) => s.replace(/[a-z]/g, (c) => c.toUpperCase());
const lower = (s: string) => s.replace(/[A-Z]/g, (c) => c.toLowerCase());

/** Position of a part, in bytes or code points; -1 when there is none, null of null. */
const position = (name: string, find: (text: string, part: string, from: number, to?: number) => number) =>
  operator(name, 2, 4, ([text, part, start = 0, end]) =>
    isNil(text)
      ? null
      : find(
          stringOf(name, text),
          stringOf(name, part),
          indexOf(name, start),
          end === undefined ? undefined : indexOf(name, end),
        ),
  );

function substringOfBytes([v, start, count]: Maybe[]): string {
  const bytes = Buffer.from(textOf('$substrBytes', v));
  const from = indexOf('$substrBytes', start);
  const length = numberOf('$substrBytes', count);
  const to = length < 0 ? bytes.length : Math.min(bytes.length, from + length);
  for (const at of [from, to])
    if (((bytes[at] ?? 0) & 0xc0) === 0x80)
      throw requestFailed('(Location28656) $substrBytes: Invalid range, index is a UTF-8 continuation byte.');
  return bytes.subarray(from, to).toString();
}

const STRINGS: Record<string, Operator> = {
  $toLower: operator('$toLower', 1, 1, ([v]) => lower(textOf('$toLower', v))),
  $toUpper: operator('$toUpper', 1, 1, ([v]) => upper(textOf('$toUpper', v))),
  $strcasecmp: operator('$strcasecmp', 2, 2, ([a, b]) =>
    compareStrings(upper(textOf('$strcasecmp', a)), upper(textOf('$strcasecmp', b))),
  ),
  $strLenBytes: operator('$strLenBytes', 1, 1, ([v]) => Buffer.byteLength(stringOf('$strLenBytes', v))),
  $strLenCP: operator('$strLenCP', 1, 1, ([v]) => [...stringOf('$strLenCP', v)].length),
  $substr: operator('$substr', 3, 3, substringOfBytes),
  $substrBytes: operator('$substrBytes', 3, 3, substringOfBytes),
  $substrCP: operator('$substrCP', 3, 3, ([v, start, count]) => {
    const from = indexOf('$substrCP', start);
    return [...textOf('$substrCP', v)].slice(from, from + indexOf('$substrCP', count)).join('');
  }),
  $indexOfBytes: position('$indexOfBytes', (text, part, from, to) =>
    Buffer.from(text).subarray(0, to).indexOf(part, from),
  ),
  $indexOfCP: position('$indexOfCP', (text, part, from, to) => {
    const [points, needle] = [[...text].slice(0, to), [...part]];
    for (let i = from; i + needle.length <= points.length; i++)
      if (needle.every((c, j) => points[i + j] === c)) return i;
    return -1;
  }),
};

/** The first branch that holds; without one and without a default it is an error. */
const choose: Operator = (obj, expr, options) => {
  const { branches, default: other } = docOf('$switch', expr as Maybe) as Record<string, Maybe>;
  for (const branch of arrayOf('$switch', branches)) {
    const { case: when, then } = docOf('$switch', branch) as Record<string, Maybe>;
    if (isTrue(evalExpr(obj, when, options) as Maybe)) return evalExpr(obj, then, options);
  }
  if (other === undefined)
    throw requestFailed(
      '(Location40066) $switch could not find a matching branch for an input, and no default was specified.',
    );
  return evalExpr(obj, other, options);
};

export const VALUE_OPERATORS: Record<string, Operator> = {
  ...NUMBERS,
  ...ARRAYS,
  ...STRINGS,
  $switch: choose,
};
