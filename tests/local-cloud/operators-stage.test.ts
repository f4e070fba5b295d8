import { fails, rowsOf } from './expression-cases';
import { localOnly, testCloud, type TestCloud } from './support';

/** Every pipeline stage of the SDK, and every accumulator, against what MongoDB's documentation says of it. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    collections: ['things', 'people', 'none'].map((name) => ({ name, indexes: [] })),
  });
  await cloud.reset();
  await cloud.insert('things', [
    {
      _id: 'a',
      n: 7,
      k: { a: 1, b: 2 },
      l: [3, 1],
      mix: 'x',
      big: [1, 2],
      nest: { x: 1, y: 2 },
      m: [
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ],
    },
    { _id: 'b', n: 1, k: { b: 2, a: 1 }, l: [], mix: 5, nest: { x: 3 } },
    { _id: 'c', n: 3, k: { a: 1, b: 2 }, l: null, mix: null, big: 3 },
    { _id: 'd', n: 3, l: 'one', mix: new Date(1) },
    { _id: 'e', mix: true },
  ]);
  await cloud.insert('people', [
    { _id: 'p1', t: 'a', z: 1 },
    { _id: 'p2', t: null },
    { _id: 'p3' },
    { _id: 'p4', t: ['a', 'b'], z: 2 },
  ]);
});
afterAll(() => cloud.stop());

const run = (code: string, collection = 'things') =>
  cloud.run(
    `return db.collection('${collection}').aggregate()${code}.end().then((r) => r.list, (e) => ({ error: e.message }));`,
  );
const A = ".match({ _id: 'a' })";

const CASES: Record<string, Array<[code: string, expected: unknown]>> = {
  addFields: [
    [
      `${A}.addFields({ 'nest.z': 9, 'm.w': '$n', n: null }).project({ nest: 1, m: 1, n: 1, _id: 0 })`,
      [
        {
          n: null,
          nest: { x: 1, y: 2, z: 9 },
          m: [
            { x: 1, y: 1, w: 7 },
            { x: 2, y: 2, w: 7 },
          ],
        },
      ],
    ],
    [`${A}.addFields({ nest: { z: 9 } }).project({ nest: 1, _id: 0 })`, [{ nest: { x: 1, y: 2, z: 9 } }]],
  ],
  bucket: [
    [
      `.match({ n: _.gt(0) }).bucket({ groupBy: '$n', boundaries: [1, 3, 7], default: 'more', output: { ids: $.push('$_id') } })`,
      [
        { _id: 1, ids: ['b'] },
        { _id: 3, ids: ['c', 'd'] },
        { _id: 'more', ids: ['a'] },
      ],
    ],
    [`.bucket({ groupBy: '$n', boundaries: [0, 5] })`, fails('no default was specified')],
    [`.bucket({ groupBy: '$n', boundaries: [5, 0] })`, fails('must be sorted')],
    [`.bucket({ groupBy: '$n', boundaries: [0, 'a'] })`, fails('the same type')],
    [`.bucket({ groupBy: '$n', boundaries: [0, 5], default: 3 })`, fails("'default' field")],
  ],
  bucketAuto: [
    [
      `.match({ n: _.gt(0) }).bucketAuto({ groupBy: '$n', buckets: 2 })`,
      [
        { _id: { min: 1, max: 7 }, count: 3 },
        { _id: { min: 7, max: 7 }, count: 1 },
      ],
    ],
    [`.match({ _id: 'zz' }).bucketAuto({ groupBy: '$n', buckets: 2 })`, []],
    [`.bucketAuto({ groupBy: '$n', buckets: 2, granularity: 'R5' })`, fails('granularity')],
  ],
  count: [
    [`.count('t')`, [{ t: 5 }]],
    [`.match({ _id: 'zz' }).count('t')`, []],
    [`.count('$t')`, fails('count field')],
  ],
  geoNear: [
    [`.geoNear({ near: db.Geo.Point(1, 1), distanceField: 'd' })`, fails('stage $geoNear is not supported')],
    [`.geoNear({ near: db.Geo.Point(1, 1) })`, fails('$geoNear needs a distanceField')],
  ],
  group: [
    [
      `.group({ _id: '$k', n: $.sum(1) })`,
      [
        { _id: { a: 1, b: 2 }, n: 2 },
        { _id: { b: 2, a: 1 }, n: 1 },
        { _id: null, n: 2 },
      ],
    ],
    [
      `.group({ _id: null, max: $.max('$mix'), min: $.min('$mix'), big: $.max('$big'), first: $.first('$n'), last: $.last('$n'), all: $.push('$n'), set: $.addToSet('$n'), sum: $.sum('$mix'), avg: $.avg('$n'), merged: $.mergeObjects('$nest') })`,
      [
        {
          _id: null,
          max: new Date(1).toISOString(),
          min: 5,
          big: [1, 2],
          first: 7,
          last: null,
          all: [7, 1, 3, 3],
          set: [7, 1, 3],
          sum: 5,
          avg: 3.5,
          merged: { x: 3, y: 2 },
        },
      ],
    ],
    [
      `.match({ _id: _.in(['b', 'c']) }).group({ _id: 1, pop: $.stdDevPop('$n'), samp: $.stdDevSamp('$n') })`,
      [{ _id: 1, pop: 1, samp: Math.SQRT2 }],
    ],
    [`.group({ n: $.sum(1) })`, fails('must include an _id')],
    [`.group({ _id: null, n: '$n' })`, fails('must be an accumulator object')],
    [`.group({ _id: null, n: $.concat('$n') })`, fails('accumulator $concat is not supported')],
  ],
  limit: [
    [`.sort({ _id: 1 }).limit(2).project({ _id: 1 })`, [{ _id: 'a' }, { _id: 'b' }]],
    [`.limit(0)`, fails('the limit must be an integer from 1')],
  ],
  match: [[`.match(_.expr($.gt(['$n', 3]))).project({ _id: 1 })`, [{ _id: 'a' }]]],
  project: [
    [
      `${A}.project({ _id: 0, 'nest.x': 1, m: { x: 1 }, deep: { q: '$n' }, list: ['$n', '$none'], none: '$none' })`,
      [{ nest: { x: 1 }, m: [{ x: 1 }, { x: 2 }], deep: { q: 7 }, list: [7, null] }],
    ],
    [`${A}.project({ k: 0, l: 0, 'nest.x': 0, m: 0, big: 0, mix: 0 })`, [{ _id: 'a', n: 7, nest: { y: 2 } }]],
    [`.project({ n: 1, k: 0 })`, fails('exclusion and inclusion')],
    [`.project({})`, fails('at least one field')],
    [`.project({ 'n.a': 1, n: 1 })`, fails('Path collision')],
  ],
  lookup: [
    [
      `.lookup({ from: 'people', localField: '_id', foreignField: 't', as: 'p' }).match({ p: _.neq([]) }).project({ p: '$p._id' })`,
      [
        { _id: 'a', p: ['p1', 'p4'] },
        { _id: 'b', p: ['p4'] },
      ],
    ],
    [
      `.match({ _id: 'e' }).lookup({ from: 'people', localField: 'n', foreignField: 't', as: 'p' }).project({ p: '$p._id' })`,
      [{ _id: 'e', p: ['p2', 'p3'] }],
    ],
    [
      `${A}.lookup({ from: 'people', localField: 'l', foreignField: 'z', as: 'p' }).project({ p: '$p._id' })`,
      [{ _id: 'a', p: ['p1'] }],
    ],
    [
      `${A}.lookup({ from: 'people', let: { i: '$_id' }, pipeline: $.pipeline().match(_.expr($.eq(['$t', '$$i']))).sortByCount('$t').done(), as: 'p' }).project({ p: 1 })`,
      [{ _id: 'a', p: [{ _id: 'a', count: 1 }] }],
    ],
    [`.lookup({ from: 'people', localField: 'a', foreignField: 'b' })`, fails("must specify 'as'")],
    [`.lookup({ from: 'people', as: 'p' })`, fails("requires either 'pipeline'")],
  ],
  replaceRoot: [
    [`${A}.replaceRoot({ newRoot: '$nest' })`, [{ x: 1, y: 2 }]],
    [`${A}.replaceRoot({ newRoot: '$n' })`, fails('must evaluate to an object')],
  ],
  sample: [
    [`.sample({ size: 9 }).count('t')`, [{ t: 5 }]],
    [`.sample({ size: 2 }).count('t')`, [{ t: 2 }]],
    [`.sample({ size: -1 })`, fails('size argument to $sample')],
  ],
  skip: [
    [`.sort({ _id: 1 }).skip(3).project({ _id: 1 })`, [{ _id: 'd' }, { _id: 'e' }]],
    [`.skip(-1)`, fails('$skip')],
  ],
  sort: [
    [`.sort({ n: -1, _id: 1 }).limit(3).project({ _id: 1 })`, [{ _id: 'a' }, { _id: 'c' }, { _id: 'd' }]],
    [`.sort({ n: 2 })`, fails('must be 1 or -1')],
  ],
  sortByCount: [
    [
      `.match({ n: _.gt(1) }).sortByCount('$n')`,
      [
        { _id: 3, count: 2 },
        { _id: 7, count: 1 },
      ],
    ],
  ],
  unwind: [
    [
      `.unwind('$l').project({ l: 1 })`,
      [
        { _id: 'a', l: 3 },
        { _id: 'a', l: 1 },
        { _id: 'd', l: 'one' },
      ],
    ],
    [
      `.unwind({ path: '$l', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' }).project({ l: 1, i: 1 })`,
      [
        { _id: 'a', l: 3, i: 0 },
        { _id: 'a', l: 1, i: 1 },
        { _id: 'b', i: null },
        { _id: 'c', l: null, i: null },
        { _id: 'd', l: 'one', i: null },
        { _id: 'e', i: null },
      ],
    ],
    [`.unwind('l')`, fails("prefixed with a '$'")],
  ],
};

test('the table has every stage of the SDK', async () => {
  const names = await cloud.run<string[]>(
    `const p = nodeSdk().init({ env: process.env.TCB_ENV }).database().collection('things').aggregate(); return Object.getOwnPropertyNames(Object.getPrototypeOf(p)).filter((n) => !n.startsWith('_'));`,
  );
  expect([...Object.keys(CASES), 'constructor', 'end', 'unwrap', 'done'].sort()).toEqual(names.sort());
});

test.each(rowsOf(CASES))('%s: %s', async (_name, code, expected) => {
  expect(await run(code)).toEqual(expected);
});

test('samples differ', async () => {
  const seen = await cloud.run<string[]>(
    `const out = []; for (let i = 0; i < 40; i++) out.push((await db.collection('things').aggregate().sample({ size: 1 }).end()).list[0]._id); return out;`,
  );
  expect(new Set(seen).size).toBeGreaterThan(1);
});

localOnly('a real environment may have these stages').each(['out', 'merge', 'facet', 'graphLookup'])(
  'the stage $%s fails by name',
  async (stage) => {
    const message = await cloud.run(
      `const a = nodeSdk().init({ env: process.env.TCB_ENV }).database().collection('things').aggregate(); return a._pipe('${stage}', {}).end().then((r) => r.message ?? 'ok', (e) => e.message)`,
    );
    expect(message).toContain(`aggregation stage $${stage} is not supported`);
  },
);
