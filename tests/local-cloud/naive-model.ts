import type { Doc, Value } from '../../local-cloud';

/** A slow, plain reading of MongoDB's documentation, written without looking at the engine. */
const ORDER = ['null', 'number', 'string', 'object', 'array', 'bool', 'date'];

function kind(v: Value | undefined): string {
  if (v === null || v === undefined) return 'null';
  if (v instanceof Date) return 'date';
  if (Array.isArray(v)) return 'array';
  return typeof v === 'boolean' ? 'bool' : typeof v;
}

const compareText = (a: Value | undefined, b: Value | undefined) =>
  Buffer.compare(Buffer.from(typeof a === 'string' ? a : ''), Buffer.from(typeof b === 'string' ? b : ''));

export function order(a: Value | undefined, b: Value | undefined): number {
  const c = ORDER.indexOf(kind(a)) - ORDER.indexOf(kind(b));
  if (c !== 0) return Math.sign(c);
  if (kind(a) === 'null') return 0;
  if (kind(a) === 'string') return Math.sign(compareText(a, b));
  if (kind(a) === 'array' || kind(a) === 'object') {
    const x = Object.entries(a as Doc);
    const y = Object.entries(b as Doc);
    for (let i = 0; i < Math.min(x.length, y.length); i++) {
      const [[ka, va] = ['', null], [kb, vb] = ['', null]] = [x[i], y[i]];
      const t = Math.sign(ORDER.indexOf(kind(va)) - ORDER.indexOf(kind(vb)));
      const named = kind(a) === 'array' ? 0 : Math.sign(Buffer.compare(Buffer.from(ka), Buffer.from(kb)));
      const c2 = t || named || order(va, vb);
      if (c2 !== 0) return c2;
    }
    return Math.sign(x.length - y.length);
  }
  return Math.sign(Number(a) - Number(b));
}

/** Every value at a path: arrays of documents are entered. */
export function at(v: Value | undefined, path: string[]): Array<Value | undefined> {
  const [head, ...rest] = path;
  if (head === undefined) return [v];
  if (Array.isArray(v)) return v.filter((x) => kind(x) === 'object').flatMap((x) => at(x, path));
  return kind(v) === 'object' ? at((v as Doc)[head], rest) : [undefined];
}

/** As `at`, but an element that is no document stands as one without the field. */
function keysAt(v: Value | undefined, path: string[]): Array<Value | undefined> {
  const [head, ...rest] = path;
  if (head === undefined) return [v];
  if (Array.isArray(v)) return v.flatMap((x) => (kind(x) === 'object' ? keysAt(x, path) : [undefined]));
  return kind(v) === 'object' ? keysAt((v as Doc)[head], rest) : [undefined];
}

const candidates = (v: Value | undefined) => (Array.isArray(v) ? [v, ...v] : [v]);

function holds(op: string, v: Value | undefined, operand: Value): boolean {
  switch (op) {
    case '$eq':
      return candidates(v).some((x) => order(x, operand) === 0);
    case '$in':
      return (operand as Value[]).some((o) => holds('$eq', v, o));
    default:
      return candidates(v).some((x) => {
        if (kind(x) !== kind(operand)) return false;
        const c = order(x, operand);
        return op === '$gt' ? c > 0 : op === '$gte' ? c >= 0 : op === '$lt' ? c < 0 : c <= 0;
      });
  }
}

export function matches(doc: Doc, query: Doc): boolean {
  return Object.entries(query).every(([key, operand]) => {
    if (key === '$and') return (operand as Doc[]).every((q) => matches(doc, q));
    if (key === '$or') return (operand as Doc[]).some((q) => matches(doc, q));
    if (key === '$nor') return !(operand as Doc[]).some((q) => matches(doc, q));
    const values = at(doc, key.split('.'));
    const first = kind(operand) === 'object' ? Object.keys(operand as Doc)[0] : undefined;
    if (first?.startsWith('$') !== true) return values.some((v) => holds('$eq', v, operand));
    return Object.entries(operand as Doc).every(([op, o]) => {
      if (op === '$ne') return !values.some((v) => holds('$eq', v, o));
      if (op === '$nin') return !values.some((v) => holds('$in', v, o));
      if (op === '$exists') return values.some((v) => v !== undefined) === o;
      if (op === '$elemMatch')
        return values.some(
          (v) => Array.isArray(v) && v.some((x) => kind(x) === 'object' && matches(x as Doc, o as Doc)),
        );
      return values.some((v) => holds(op, v, o));
    });
  });
}

const EMPTY = Symbol('an empty array');

/** The value a sort uses: smallest element upwards, largest downwards, an empty array before everything. */
export function sortValue(doc: Doc, path: string, direction: number): Value | undefined | typeof EMPTY {
  const values = keysAt(doc, path.split('.')).flatMap((v): Array<Value | undefined | typeof EMPTY> =>
    Array.isArray(v) ? (v.length === 0 ? [EMPTY] : v) : [v],
  );
  if (values.length === 0) return undefined;
  return values.reduce((best, v) => (orderKeys(v, best) * direction < 0 ? v : best));
}

export function orderKeys(a: Value | undefined | typeof EMPTY, b: Value | undefined | typeof EMPTY): number {
  if (a === EMPTY || b === EMPTY) return Number(b === EMPTY) - Number(a === EMPTY);
  return order(a, b);
}
