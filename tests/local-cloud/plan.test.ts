import { localOnly, testCloud, type TestCloud } from './support';

const test = localOnly('explain() and counters');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    collections: [
      {
        name: 'things',
        indexes: [
          {
            name: 'host_state_at',
            keys: [
              ['host', 1],
              ['state', 1],
              ['at', -1],
            ],
          },
          {
            name: 'units_at',
            keys: [
              ['units', 1],
              ['at', -1],
            ],
          },
          { name: 'code', keys: [['code', 1]], unique: true },
        ],
      },
    ],
  });
  await cloud.insert(
    'things',
    Array.from({ length: 2000 }, (_, i) => ({
      _id: `t${String(i).padStart(4, '0')}`,
      code: i,
      host: `h${i % 2}`,
      state: ['draft', 'open', 'done'][i % 3] ?? '',
      at: i,
      units: [`u${i % 50}`, `u${(i + 7) % 50}`],
    })),
  );
});
afterAll(() => cloud.stop());

test.each<[string, object, Record<string, 1 | -1>, object]>([
  ['_id', { _id: 't0001' }, {}, { index: '_id_', scanned: 1, served: true }],
  ['equality on a prefix', { host: 'h0' }, {}, { index: 'host_state_at', served: true }],
  [
    'equality, then the sort',
    { host: 'h0', state: 'open' },
    { at: -1 },
    { index: 'host_state_at', sorted: true, served: true },
  ],
  [
    'the sort backwards',
    { host: 'h0', state: 'open' },
    { at: 1 },
    { index: 'host_state_at', sorted: true, served: true },
  ],
  [
    'equality, then a range',
    { host: 'h0', state: 'open', at: { $gte: 1990 } },
    {},
    { index: 'host_state_at', scanned: 2, returned: 2, served: true },
  ],
  [
    'a range and its own sort',
    { host: 'h0', state: 'open', at: { $lt: 20 } },
    { at: -1 },
    { sorted: true, served: true },
  ],
  [
    'several values merge in order',
    { host: 'h0', state: { $in: ['open', 'done'] } },
    { at: -1 },
    { sorted: true, served: true },
  ],
  [
    'an array field, then the sort',
    { units: 'u3' },
    { at: -1 },
    { index: 'units_at', sorted: true, scanned: 80, served: true },
  ],
  ['a unique key needs no sort', { code: 7 }, { at: 1 }, { index: 'code', scanned: 1, served: true }],
  [
    'or, when every branch is served',
    { $or: [{ code: 1 }, { units: 'u4' }] },
    {},
    { branches: ['code', 'units_at'], served: true },
  ],
  ['a sort no index gives', { host: 'h0' }, { at: -1 }, { served: false }],
  ['a field without index', { title: 'x' }, {}, { index: null, scanned: 2000, served: false }],
  ['the second field alone', { state: 'open' }, {}, { index: null, served: false }],
  [
    'or with a branch that is not served',
    { $or: [{ code: 1 }, { title: 'x' }] },
    {},
    { index: null, served: false },
  ],
  ['not equal', { host: { $ne: 'h0' } }, {}, { index: null, served: false }],
])('%s', async (_title, filter, sort, expected) => {
  expect(await cloud.explain('things', filter, sort)).toMatchObject(expected);
});

test('where, orderBy and limit(20) examine 20 documents', async () => {
  await cloud.run(
    `await db.collection('things').where({ host: 'h0', state: 'open' }).orderBy('at', 'desc').limit(20).get()`,
  );
  await cloud.run(
    `await db.collection('things').where({ host: 'h0', state: _.in(['open', 'done']) }).orderBy('at', 'desc').limit(20).get()`,
  );
  const requests = (await cloud.invocations()).flatMap((i) => i.requests);
  expect(requests.map((r) => [r.index, r.returned])).toEqual([
    ['host_state_at', 20],
    ['host_state_at', 20],
  ]);
  expect(requests.every((r) => r.scanned <= 22)).toBe(true);
});

test('pages through a collection by _id', async () => {
  const ids = await cloud.run<string[]>(`
    const out = [];
    for (let last = '';;) {
      const { data } = await db.collection('things').where({ _id: _.gt(last) }).orderBy('_id', 'asc').limit(700).get();
      if (data.length === 0) return out;
      last = data[data.length - 1]._id;
      out.push(...data.map((d) => d._id));
    }`);
  expect(ids).toHaveLength(2000);
  expect(new Set(ids).size).toBe(2000);
});
