import fc from '../support/fast-check';
import type { Doc, IndexSpec, Value } from '../../local-cloud';
import { find } from '../../local-cloud/engine/read';
import { compareValues } from '../../local-cloud/value/value';
import {
  direction,
  fields,
  fill,
  ids,
  index,
  PER_SET,
  setRuns,
  several,
  store,
  strayKeys,
} from './arbitraries';
import { matches } from './naive-model';

afterAll(() => store.close());

test('conditions that different elements of one array meet: bounds never hide a match', () => {
  const small = fc.integer({ min: 0, max: 3 });
  const element = fc.record({ x: small, y: small });
  const list = fc
    .array(
      fc.record({
        b: fc.oneof(fc.array(element, { maxLength: 3 }), element),
        n: fc.oneof(small, fc.array(small, { maxLength: 3 })),
      }),
      { maxLength: 12 },
    )
    .map((all) => all.map((doc, i): Doc => ({ _id: `d${i}`, ...doc })));
  const range = fc.tuple(small, small).map(([v, w]): Value => ({ $gte: v, $lte: w }));
  const both = fc.oneof(
    fc.tuple(fc.oneof(small, range), fc.oneof(small, range)).map(([x, y]): Doc => ({ 'b.x': x, 'b.y': y })),
    range.map((n): Doc => ({ n })),
    fc.tuple(small, small).map(([x, y]): Doc => ({ b: { $elemMatch: { x, y } } })),
  );
  fc.assert(
    fc.property(list, several(both), direction, direction, (all, queries, d, e) => {
      const keys: IndexSpec[] = [
        {
          name: 'xy',
          keys: [
            ['b.x', d],
            ['b.y', e],
          ],
        },
        { name: 'n', keys: [['n', d]] },
      ];
      const stored = fill('p', keys, all);
      for (const q of queries) {
        const { rows, plan } = find(store, store.collection('p'), { query: q });
        expect(plan.kind).toBe('index');
        expect(ids(rows.map((row) => row.doc)).sort()).toEqual(
          ids(stored.filter((doc) => matches(doc, q))).sort(),
        );
      }
    }),
    { numRuns: setRuns },
  );
});

test('index rows follow every insert, change and removal', () => {
  const change = fc.record({
    kind: fc.constantFrom('insert', 'replace', 'remove'),
    id: fc.nat(5),
    doc: fields,
  });
  fc.assert(
    fc.property(
      fc.array(index, { minLength: 1, maxLength: 3 }),
      fc.array(change, { minLength: PER_SET, maxLength: 16 }),
      (indexes, changes) => {
        fill('p', [...new Map(indexes.map((i) => [i.name, i])).values()], []);
        const collection = store.collection('p');
        const model = new Map<string, Doc>();
        for (const { kind, id, doc } of changes) {
          const _id = `d${id}`;
          const row = store.byId(collection, _id);
          try {
            store.write(() => {
              if (kind === 'remove' && row !== undefined) store.remove(collection, row);
              else if (row !== undefined) store.replace(collection, row, { _id, ...doc });
              else if (kind !== 'remove') store.insert(collection, { _id, ...doc });
            });
            if (kind === 'remove') model.delete(_id);
            else model.set(_id, { _id, ...doc });
          } catch (error) {
            if (!String(error).includes('parallel arrays')) throw error;
          }
        }
        expect(
          [...store.all(collection)].map((row) => row.doc).sort((a, b) => compareValues(a._id, b._id)),
        ).toEqual([...model.values()].sort((a, b) => compareValues(a._id, b._id)));
        expect(strayKeys('p')).toEqual([]);
      },
    ),
    { numRuns: setRuns },
  );
});
