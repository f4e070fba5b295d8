import { localOnly, testCloud, type TestCloud } from './support';

const local = localOnly('counters of requests');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    collections: [
      {
        name: 'things',
        indexes: [
          {
            name: 'kind_n',
            keys: [
              ['kind', 1],
              ['n', -1],
            ],
          },
        ],
      },
      { name: 'people', indexes: [{ name: 'thing', keys: [['thing', 1]] }] },
    ],
  });
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  await cloud.reset();
  await cloud.insert(
    'things',
    Array.from({ length: 30 }, (_, i) => ({
      _id: `t${i}`,
      kind: i % 3 === 0 ? 'a' : 'b',
      n: i,
      at: new Date(1767196800000 + i * 3600_000),
      tags: [`g${i % 2}`, 'all'],
    })),
  );
  await cloud.insert('people', [
    { _id: 'p1', thing: 't1', name: '甲' },
    { _id: 'p2', thing: 't1', name: '乙' },
    { _id: 'p3', thing: 't2', name: '丙' },
  ]);
});

const list = <T = unknown>(stages: string) =>
  cloud.run<T[]>(`return (await db.collection('things').aggregate()${stages}.end()).list`);

describe('aggregateDocuments', () => {
  test('AGGREGATE_LIMIT_DEFAULT: without a limit only 20 come back', async () => {
    expect(await list('.match({ n: _.gte(0) })')).toHaveLength(20);
    expect(await list('.limit(25)')).toHaveLength(25);
  });

  test('group, sort, count, sortByCount, unwind, addFields, replaceRoot', async () => {
    expect(
      await list(
        `.group({ _id: '$kind', n: $.sum(1), max: $.max('$n'), avg: $.avg('$n') }).sort({ _id: 1 })`,
      ),
    ).toEqual([
      { _id: 'a', n: 10, max: 27, avg: 13.5 },
      { _id: 'b', n: 20, max: 29, avg: 15 },
    ]);
    expect(await list(`.match({ kind: 'a' }).count('total')`)).toEqual([{ total: 10 }]);
    expect(await list(`.unwind('$tags').sortByCount('$tags').sort({ _id: 1 })`)).toEqual([
      { _id: 'all', count: 30 },
      { _id: 'g0', count: 15 },
      { _id: 'g1', count: 15 },
    ]);
    expect(
      await list(
        `.match({ _id: 't3' }).addFields({ double: $.multiply(['$n', 2]), big: $.gt(['$n', 2]) }).project({ _id: 0, double: 1, big: 1 })`,
      ),
    ).toEqual([{ double: 6, big: true }]);
    expect(await list(`.match({ _id: 't3' }).replaceRoot({ newRoot: { k: '$kind' } })`)).toEqual([
      { k: 'a' },
    ]);
  });

  test('buckets: empty ones are left out', async () => {
    const rows = await list(
      `.bucket({ groupBy: '$n', boundaries: [-5, 0, 10, 20], default: 'rest', output: { n: $.sum(1) } })`,
    );
    expect(rows).toEqual([
      { _id: 0, n: 10 },
      { _id: 10, n: 10 },
      { _id: 'rest', n: 10 },
    ]);
  });

  test('dates in Shanghai, strings by code point', async () => {
    expect(
      await list(
        `.match({ _id: 't1' }).project({ _id: 0, day: $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' }), at: $.indexOfCP(['😀安全', '全']), cut: $.substrCP(['安全生产', 2, 2]) })`,
      ),
    ).toEqual([{ day: '2026-01-01 01:00', at: 2, cut: '生产' }]);
  });

  local('lookup by field reads the other collection by its index', async () => {
    expect(
      await list(
        `.match({ _id: _.in(['t1', 't2', 't3']) }).lookup({ from: 'people', localField: '_id', foreignField: 'thing', as: 'who' }).project({ names: '$who.name' })`,
      ),
    ).toEqual([
      { _id: 't1', names: ['甲', '乙'] },
      { _id: 't2', names: ['丙'] },
      { _id: 't3', names: [] },
    ]);
    expect(await cloud.unserved()).toEqual([]);
  });

  test('lookup with let and a pipeline', async () => {
    const rows = await list(
      `.match({ _id: 't1' }).lookup({ from: 'people', let: { id: '$_id' }, pipeline: $.pipeline().match(_.expr($.eq(['$thing', '$$id']))).project({ name: 1, _id: 0 }).done(), as: 'who' }).project({ who: 1, _id: 0 })`,
    );
    expect(rows).toEqual([{ who: [{ name: '甲' }, { name: '乙' }] }]);
  });

  local('a leading match and sort use the index; a scan is reported', async () => {
    await list(`.match({ kind: 'a' }).sort({ n: -1 }).limit(3)`);
    const [first] = await cloud.invocations();
    expect(first?.requests[0]).toMatchObject({ index: 'kind_n', scanned: 3, returned: 3, served: true });
    await list(`.match({ tags: 'g1' }).count('n')`);
    expect(await cloud.unserved()).toMatchObject([
      { collection: 'things', action: 'database.aggregateDocuments', scanned: 30, function: 'run' },
    ]);
  });

  local.each([
    [`.geoNear({ near: db.Geo.Point(1, 1), distanceField: 'd' })`, '$geoNear'],
    [
      `.match({ n: 1 }).lookup({ from: 'nowhere', localField: 'a', foreignField: 'b', as: 'c' })`,
      'Db or Table not exist',
    ],
  ])('%s fails by name', async (stages, words) => {
    const message = await cloud.run(
      `return db.collection('things').aggregate()${stages}.end().then(() => 'ok', (e) => e.message)`,
    );
    expect(message).toContain(words);
  });
});
