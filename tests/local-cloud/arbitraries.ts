import fc from '../support/fast-check';
import type { Doc, IndexSpec, Value } from '../../local-cloud';
import { indexKeys } from '../../local-cloud/engine/index-keys';
import { Store } from '../../local-cloud/engine/store';

/** Cases of each property. */
export const numRuns = Number(process.env.CASES ?? 10_000);
/** Cases tried on one set of documents: making tables costs more than asking them. */
export const PER_SET = 5;
export const setRuns = Math.ceil(numRuns / PER_SET);
/** As many of something as are tried on one set. */
export const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: PER_SET, maxLength: PER_SET });

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, 0, 1, 2, -1, 1.5, 'a', 'b', 'ab', '', '（', '😀'),
  fc.integer({ min: -3, max: 3 }).map((n) => new Date(n)),
);
const inner = fc.oneof(
  scalar,
  fc.dictionary(fc.constantFrom('x', 'y'), scalar, { maxKeys: 2, noNullPrototype: true }),
);
export const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: inner },
  { weight: 1, arbitrary: fc.array(inner, { maxLength: 3 }) },
);
export const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, {
  maxKeys: 3,
  noNullPrototype: true,
});
export const docs = fc
  .array(fields, { maxLength: 12 })
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
export const query: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 4, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('$or', '$and', '$nor'), fc.array(simple, { minLength: 1, maxLength: 3 }), simple)
      .map(([op, all, rest]) => ({ ...rest, [op]: all })),
  },
);
export const direction = fc.constantFrom<1 | -1>(1, -1);
export const sort = fc.uniqueArray(fc.tuple(field, direction), { maxLength: 2, selector: ([f]) => f });
export const index: fc.Arbitrary<IndexSpec> = fc
  .uniqueArray(fc.tuple(field, direction), { minLength: 1, maxLength: 3, selector: ([f]) => f })
  .map((keys) => ({ name: keys.map(([f, d]) => `${f}${d}`).join('_'), keys }));

export const store = new Store(':memory:', 'OFF');

/** Stores what fits (parallel arrays do not fit some indexes) and gives it back. */
export function fill(name: string, indexes: IndexSpec[], all: Doc[]): Doc[] {
  store.clear();
  store.declare([{ name, indexes }]);
  const collection = store.collection(name);
  const fits = (doc: Doc) => {
    try {
      store.attempt(() => store.insert(collection, doc));
      return true;
    } catch (error) {
      if (String(error).includes('parallel arrays')) return false;
      throw error;
    }
  };
  return store.write(() => all.filter(fits));
}

/** Indexes with rows too many or too few. */
export function strayKeys(name: string): string[] {
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

export const ids = (all: Doc[]) => all.map((doc) => doc._id);
