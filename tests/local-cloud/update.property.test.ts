import fc from '../support/fast-check';
import type { Doc, Value } from '../../local-cloud';
import { compileUpdate } from '../../local-cloud/query/update';
import { numRuns } from './arbitraries';
import { order } from './naive-model';

const scalar = fc.constantFrom<Value>(null, true, 0, 1, 2, 1.5, 'a', 'b');
const value = fc.oneof<fc.Arbitrary<Value>[]>(scalar, fc.array(scalar, { maxLength: 4 }));
const doc = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), value, { maxKeys: 3, noNullPrototype: true })
  .map((d): Doc => ({ _id: 'x', ...d }));
const operation = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$min', '$max', '$push', '$addToSet', '$pull'), scalar),
  fc.tuple(fc.constantFrom('$inc', '$mul'), fc.integer({ min: -3, max: 3 })),
  fc.tuple(fc.constant('$pop'), fc.constantFrom(1, -1)),
  fc.tuple(fc.constant('$unset'), fc.constant('')),
  fc.tuple(
    fc.constant('$push'),
    fc.record({
      $each: fc.array(scalar, { maxLength: 3 }),
      $position: fc.integer({ min: -3, max: 3 }),
      $slice: fc.integer({ min: -3, max: 3 }),
      $sort: fc.constantFrom(1, -1, 0),
    }),
  ),
);
const update = fc.dictionary(fc.constantFrom('a', 'b', 'c'), operation, {
  minKeys: 1,
  noNullPrototype: true,
});

const same = (x: Value | undefined, y: Value | undefined) =>
  (x === null) === (y === null) && order(x, y) === 0;

/** One operator on one field, by MongoDB's documentation; undefined removes, 'error' is refused. */
function naive(op: string, v: Value | undefined, by: Value): Value | undefined {
  const list = (): Value[] => {
    if (v === undefined) return [];
    if (!Array.isArray(v)) throw new Error('not an array');
    return v.slice();
  };
  switch (op) {
    case '$set':
      return by;
    case '$unset':
      return undefined;
    case '$inc':
    case '$mul': {
      if (v !== undefined && typeof v !== 'number') throw new Error('not a number');
      if (v === undefined) return op === '$inc' ? by : 0;
      return op === '$inc' ? v + Number(by) : v * Number(by);
    }
    case '$min':
      return v === undefined || order(by, v) < 0 ? by : v;
    case '$max':
      return v === undefined || order(by, v) > 0 ? by : v;
    case '$addToSet':
      return list().some((x) => same(x, by)) ? list() : [...list(), by];
    case '$pull':
      return v === undefined ? undefined : list().filter((x) => !same(x, by));
    case '$pop':
      return v === undefined ? undefined : by === 1 ? list().slice(0, -1) : list().slice(1);
    default: {
      const out = list();
      if (by === null || typeof by !== 'object') return [...out, by];
      const { $each, $position, $slice } = by as { $each: Value[]; $position: number; $slice: number };
      const at = $position < 0 ? Math.max(0, out.length + $position) : Math.min($position, out.length);
      const all = [...out.slice(0, at), ...$each, ...out.slice(at)];
      const way = Number((by as Doc).$sort ?? 0);
      if (way !== 0) all.sort((x, y) => order(x, y) * way);
      return $slice === 0 ? [] : $slice > 0 ? all.slice(0, $slice) : all.slice($slice);
    }
  }
}

/** Stands for a push without `$sort`. */
function dropZeroSort(spec: Record<string, Record<string, Value>>): void {
  for (const by of Object.values(spec.$push ?? {}))
    if (by !== null && typeof by === 'object' && '$sort' in by && by.$sort === 0)
      Reflect.deleteProperty(by, '$sort');
}

test('an update does what the documentation says, or nothing at all', () => {
  fc.assert(
    fc.property(doc, update, (before, operations) => {
      const spec: Record<string, Record<string, Value>> = {};
      for (const [path, [op, by]] of Object.entries(operations)) spec[op] = { ...spec[op], [path]: by };
      const copy = structuredClone(before);
      dropZeroSort(spec);
      let expected: Doc | 'error' = { ...before };
      try {
        for (const [path, [op, by]] of Object.entries(operations)) {
          const v = naive(op, before[path], by);
          if (v === undefined) Reflect.deleteProperty(expected, path);
          else expected = { ...expected, [path]: v };
        }
      } catch {
        expected = 'error';
      }
      let actual: Doc | 'error';
      try {
        actual = compileUpdate(spec, {})(before);
      } catch {
        actual = 'error';
      }
      expect(actual).toEqual(expected);
      expect(before).toEqual(copy);
    }),
    { numRuns },
  );
});
