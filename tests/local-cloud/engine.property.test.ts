import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import type { Doc, IndexSpec, Value } from '../../local-cloud';
import { indexKeys } from '../../local-cloud/engine/index-keys';
import { find } from '../../local-cloud/engine/read';
import { Store } from '../../local-cloud/engine/store';
import { encodeKey, invert } from '../../local-cloud/value/key';
import { decodeDoc, encodeDoc } from '../../local-cloud/value/ejson';
import { compareValues } from '../../local-cloud/value/value';
import { matches, order, orderKeys, sortValue } from './naive-model';

/** CASES=10000 for the long run. */
const numRuns = Number(process.env.CASES ?? 300);

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, 0, 1, 2, -1, 1.5, 'a', 'b', 'ab', '', '（', '😀'),
  fc.integer({ min: -3, max: 3 }).map((n) => new Date(n)),
);
const inner = fc.oneof(
  scalar,
  fc.dictionary(fc.constantFrom('x', 'y'), scalar, { maxKeys: 2, noNullPrototype: true }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: inner },
  { weight: 1, arbitrary: fc.array(inner, { maxLength: 3 }) },
);
const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { maxKeys: 3, noNullPrototype: true });
const docs = fc
  .array(fields, { maxLength: 25 })
  .map((all) => all.map((doc, i): Doc => ({ _id: `d${i}`, ...doc })));
const field = fc.constantFrom('a', 'b', 'c', 'a.x', 'b.x', 'b.y');

const condition: fc.Arbitrary<Value> = fc.oneof(
  value,
  fc.tuple(fc.constantFrom('$eq', '$ne'), value).map(([op, v]) => ({ [op]: v })),
  fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar).map(([op, v]) => ({ [op]: v })),
  fc.tuple(scalar, scalar).map(([v, w]) => ({ $gte: v, $lt: w })),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(value, { maxLength: 3 })).map(([op, v]) => ({ [op]: v })),
  fc.boolean().map((v) => ({ $exists: v })),
  fc
    .dictionary(fc.constantFrom('x', 'y'), scalar, { minKeys: 1, maxKeys: 2, noNullPrototype: true })
    .map((v) => ({ $elemMatch: v })),
);
const simple = fc.dictionary(field, condition, { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<Doc>;
const query: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 4, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('$or', '$and', '$nor'), fc.array(simple, { minLength: 1, maxLength: 3 }), simple)
      .map(([op, all, rest]) => ({ ...rest, [op]: all })),
  },
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const sort = fc.uniqueArray(fc.tuple(field, direction), { maxLength: 2, selector: ([f]) => f });
const index: fc.Arbitrary<IndexSpec> = fc
  .uniqueArray(fc.tuple(field, direction), { minLength: 1, maxLength: 3, selector: ([f]) => f })
  .map((keys) => ({ name: keys.map(([f, d]) => `${f}${d}`).join('_'), keys }));

const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-property-'));
const store = new Store(path.join(folder, 'p.db'), 'OFF');
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Stores what fits (parallel arrays do not fit some indexes) and gives it back. */
function fill(name: string, indexes: IndexSpec[], all: Doc[]): Doc[] {
  store.clear();
  store.declare([{ name, indexes }]);
  const collection = store.collection(name);
  return all.filter((doc) => {
    try {
      store.write(() => store.insert(collection, doc));
      return true;
    } catch (error) {
      if (String(error).includes('parallel arrays')) return false;
      throw error;
    }
  });
}

/** Indexes with rows too many or too few. */
function strayKeys(name: string): string[] {
  const collection = store.collection(name);
  return collection.indexes.flatMap((each) => {
    const rows = store.sql
      .all(`SELECT hex(key) AS k, rid FROM ix_${each.id}`)
      .map((row) => `${String(row.k)}/${String(row.rid)}`);
    const wanted = [...store.all(collection)].flatMap(({ rid, doc }) =>
      indexKeys(each.spec, doc).keys.map((key) => `${key.toString('hex').toUpperCase()}/${rid}`),
    );
    return rows.sort().join() === wanted.sort().join() ? [] : [each.spec.name];
  });
}

const ids = (all: Doc[]) => all.map((doc) => doc._id);

test('values are ordered as the model orders them, and so are their keys', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(compareValues(a, b)).toBe(order(a, b));
      expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(order(a, b));
      expect(Math.sign(Buffer.compare(invert(encodeKey(a)), invert(encodeKey(b)))) + 0).toBe(
        -order(a, b) + 0,
      );
    }),
    { numRuns: numRuns * 5 },
  );
});

test('documents are stored and read back equal', () => {
  fc.assert(
    fc.property(fields, (doc) => {
      expect(decodeDoc(encodeDoc(doc))).toEqual(doc);
    }),
    { numRuns },
  );
});

test('a query finds what the model finds, with any index and with none, in the order asked for', () => {
  fc.assert(
    fc.property(
      docs,
      query,
      sort,
      fc.array(index, { maxLength: 2 }),
      fc.option(fc.nat(6)),
      (all, q, s, indexes, limit) => {
        const unique = [...new Map(indexes.map((i) => [i.name, i])).values()];
        const stored = fill('p', unique, all);
        const expected = stored.filter((doc) => matches(doc, q));
        const full = find(store, store.collection('p'), { query: q, sort: s }).rows.map((row) => row.doc);
        expect(ids(full).sort()).toEqual(ids(expected).sort());
        for (let i = 1; i < full.length; i++) {
          const [before, after] = [full[i - 1] ?? {}, full[i] ?? {}];
          const c =
            s
              .map(([f, d]) => orderKeys(sortValue(before, f, d), sortValue(after, f, d)) * d)
              .find((n) => n !== 0) ?? 0;
          expect(c).toBeLessThanOrEqual(0);
        }
        const page = find(store, store.collection('p'), {
          query: q,
          sort: s,
          skip: 1,
          limit: limit ?? 3,
        }).rows.map((row) => row.doc);
        expect(ids(page)).toEqual(ids(full.slice(1, 1 + (limit ?? 3))));
      },
    ),
    { numRuns },
  );
});

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
    fc.property(list, both, direction, direction, (all, q, d, e) => {
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
      const { rows, plan } = find(store, store.collection('p'), { query: q });
      expect(plan.kind).toBe('index');
      expect(ids(rows.map((row) => row.doc)).sort()).toEqual(
        ids(stored.filter((doc) => matches(doc, q))).sort(),
      );
    }),
    { numRuns },
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
      fc.array(change, { maxLength: 30 }),
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
    { numRuns },
  );
});
