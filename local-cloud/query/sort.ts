import { invalidParam } from '../errors';
import { EMPTY_ARRAY, leaves } from '../value/path';
import { compareValues, isDoc, type Doc, type Maybe, type Value } from '../value/value';

export type Sort = Array<[path: string, direction: 1 | -1]>;

/** Reads `{a: 1, b: -1}`, the SDK's order. */
export function readSort(v: Value | undefined): Sort {
  if (v === undefined || v === null) return [];
  if (!isDoc(v)) throw invalidParam('order must be an object');
  return Object.keys(v).map((path) => {
    const direction = v[path];
    if (direction !== 1 && direction !== -1) throw invalidParam(`order value of ${path} must be 1 or -1`);
    return [path, direction];
  });
}

/** A new array in order; ties keep their order. Arrays sort by smallest element upwards, largest downwards. */
export function sortDocs(docs: Doc[], sort: Sort): Doc[] {
  if (sort.length === 0) return docs.slice();
  const keys = sort.map(([path, direction]) => ({ parts: path.split('.'), direction }));
  const rows = docs.map((doc) => ({ doc, key: keys.map((k) => sortKey(doc, k.parts, k.direction)) }));
  rows.sort((a, b) => {
    for (const [i, k] of keys.entries()) {
      const c = compareKeys(a.key[i], b.key[i]);
      if (c !== 0) return c * k.direction;
    }
    return 0;
  });
  return rows.map((row) => row.doc);
}

/** The one value of a document a sort looks at. */
export function sortKey(doc: Doc, parts: string[], direction: 1 | -1): Maybe {
  const { values } = leaves(doc, parts);
  let best = values[0];
  for (const v of values) if (compareKeys(v, best) * direction < 0) best = v;
  return best;
}

/** Total order in which an empty array comes before null. */
export function compareKeys(a: Maybe, b: Maybe): number {
  const ea = a === EMPTY_ARRAY;
  const eb = b === EMPTY_ARRAY;
  if (ea || eb) return Number(eb) - Number(ea);
  return compareValues(a, b);
}
