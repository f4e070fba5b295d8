import fc from '../support/fast-check';
import type { Doc } from '../../local-cloud';
import { find } from '../../local-cloud/engine/read';
import type { Sort } from '../../local-cloud/query/sort';
import { encodeKey, invert } from '../../local-cloud/value/key';
import { decodeDoc, encodeDoc } from '../../local-cloud/value/ejson';
import { compareValues } from '../../local-cloud/value/value';
import {
  docs,
  fields,
  fill,
  ids,
  index,
  numRuns,
  query,
  setRuns,
  several,
  sort,
  store,
  value,
} from './arbitraries';
import { matches, order, orderKeys, sortValue } from './naive-model';

afterAll(() => store.close());

test('values are ordered as the model orders them, and so are their keys', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(compareValues(a, b)).toBe(order(a, b));
      expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(order(a, b));
      expect(Math.sign(Buffer.compare(invert(encodeKey(a)), invert(encodeKey(b)))) + 0).toBe(
        -order(a, b) + 0,
      );
    }),
    { numRuns },
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
  const asked = several(fc.tuple(query, sort, fc.option(fc.nat(6))));
  fc.assert(
    fc.property(docs, asked, fc.array(index, { maxLength: 2 }), (all, cases, indexes) => {
      const stored = fill('p', [...new Map(indexes.map((i) => [i.name, i])).values()], all);
      for (const [q, s, limit] of cases) checkQuery(stored, q, s, limit ?? 3);
    }),
    { numRuns: setRuns },
  );
});

function checkQuery(stored: Doc[], q: Doc, s: Sort, limit: number): void {
  const collection = store.collection('p');
  const expected = stored.filter((doc) => matches(doc, q));
  const full = find(store, collection, { query: q, sort: s }).rows.map((row) => row.doc);
  expect(ids(full).sort()).toEqual(ids(expected).sort());
  for (let i = 1; i < full.length; i++) {
    const [before, after] = [full[i - 1] ?? {}, full[i] ?? {}];
    const c =
      s
        .map(([f, d]) => orderKeys(sortValue(before, f, d), sortValue(after, f, d)) * d)
        .find((n) => n !== 0) ?? 0;
    expect(c).toBeLessThanOrEqual(0);
  }
  const page = find(store, collection, { query: q, sort: s, skip: 1, limit }).rows.map((row) => row.doc);
  expect(ids(page)).toEqual(ids(full.slice(1, 1 + limit)));
}
