import { testCloud, type TestCloud } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    collections: [{ name: 'things', indexes: [{ name: 'code', keys: [['code', 1]], unique: true }] }],
  });
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

/** Updates document `a` and gives back what is stored, or the error's message. */
const update = async (before: Record<string, unknown>, data: string) => {
  await cloud.insert('things', [{ _id: 'a', ...before }] as never);
  const message = await cloud.run<string>(
    `return db.collection('things').doc('a').update({ data: ${data} }).then((r) => 'updated ' + r.stats.updated, (e) => e.message)`,
  );
  const [doc] = await cloud.find('things', { _id: 'a' });
  const rest = Object.fromEntries(Object.entries(doc ?? {}).filter(([key]) => key !== '_id'));
  return { message, doc: rest };
};

describe('modifyDocument', () => {
  test.each<[string, Record<string, unknown>, string, Record<string, unknown>]>([
    ['set', { a: 1 }, '{ b: 2 }', { a: 1, b: 2 }],
    ['nested objects merge', { o: { x: 1 } }, '{ o: { y: 2 } }', { o: { x: 1, y: 2 } }],
    ['_.set replaces', { o: { x: 1 } }, '{ o: _.set({ y: 2 }) }', { o: { y: 2 } }],
    ['remove', { a: 1, b: 2 }, '{ a: _.remove() }', { b: 2 }],
    ['inc on missing', {}, '{ "o.n": _.inc(3) }', { o: { n: 3 } }],
    ['mul', { n: 3 }, '{ n: _.mul(2), m: _.mul(5) }', { n: 6, m: 0 }],
    [
      'min and max with dates',
      { d: new Date(5), e: new Date(5) },
      '{ d: _.min(new Date(3)), e: _.max(new Date(3)) }',
      { d: new Date(3), e: new Date(5) },
    ],
    ['push', { l: [1] }, '{ l: _.push(2, 3) }', { l: [1, 2, 3] }],
    [
      'push each, position, sort, slice',
      { l: [3] },
      '{ l: _.push({ each: [1, 2], position: 0, sort: -1, slice: 2 }) }',
      { l: [3, 2] },
    ],
    ['push with slice on missing', {}, '{ l: _.push({ each: [1, 2, 3], slice: -2 }) }', { l: [2, 3] }],
    ['unshift', { l: [1] }, '{ l: _.unshift([0]) }', { l: [0, 1] }],
    ['pop and shift', { l: [1, 2], m: [1, 2] }, '{ l: _.pop(), m: _.shift() }', { l: [1], m: [2] }],
    ['pull a value', { l: [1, 2, 1] }, '{ l: _.pull(1) }', { l: [2] }],
    [
      'pull by part of an object',
      { l: [{ k: 1, z: 1 }, { k: 2 }] },
      '{ l: _.pull({ k: 1 }) }',
      { l: [{ k: 2 }] },
    ],
    ['pullAll', { l: [1, 2, 3] }, '{ l: _.pullAll([1, 3]) }', { l: [2] }],
    ['addToSet', { l: [1] }, '{ l: _.addToSet(2), m: _.addToSet("x") }', { l: [1, 2], m: ['x'] }],
    ['rename', { a: 1 }, '{ a: _.rename("b") }', { b: 1 }],
    ['bit', { n: 12 }, '{ n: _.bit({ and: 10 }) }', { n: 8 }],
    ['array position', { l: [{ a: 1 }] }, '{ "l.0.a": 5, "l.2": 1 }', { l: [{ a: 5 }, null, 1] }],
    ['every element', { l: [{ a: 1 }, { a: 2 }] }, '{ "l.$[].a": _.inc(1) }', { l: [{ a: 2 }, { a: 3 }] }],
  ])('%s', async (_title, before, data, after) => {
    expect(await update(before, data)).toEqual({ message: 'updated 1', doc: after });
  });

  test('an update that changes nothing counts 0', async () => {
    expect(await update({ a: 1 }, '{ a: 1 }')).toEqual({ message: 'updated 0', doc: { a: 1 } });
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['inc on a string', { n: 'x' }, '{ n: _.inc(1) }', 'Cannot apply $inc to a value of non-numeric type'],
    ['inc on null', { n: null }, '{ n: _.inc(1) }', 'non-numeric type null'],
    ['push on a string', { l: 'x' }, '{ l: _.push(1) }', 'must be an array but is of type string'],
    ['addToSet on a number', { l: 1 }, '{ l: _.addToSet(1) }', 'Cannot apply $addToSet to non-array field'],
    ['addToSet with each', { l: [] }, '{ l: _.addToSet({ each: [1] }) }', '_.addToSet({each: […]})'],
    ['pull from a string', { l: 'x' }, '{ l: _.pull(1) }', 'Cannot apply $pull to a non-array value'],
    ['pop of a string', { l: 'x' }, '{ l: _.pop() }', 'non-array type'],
    ['a field under a number', { a: 1 }, '{ "a.b": 1 }', "Cannot create field 'b' in element {a: 1}"],
    ['a field under null', { a: null }, '{ "a.b": 1 }', "Cannot create field 'b'"],
    ['two operators on one path', { a: 1 }, '{ a: _.inc(1), "a.b": 1 }', 'would create a conflict'],
    ['bit on a fraction', { n: 1.5 }, '{ n: _.bit({ or: 1 }) }', 'non-integral type'],
  ])('%s is an error and changes nothing', async (_title, before, data, words) => {
    const { message, doc } = await update(before, data);
    expect(message).toContain(words);
    expect(doc).toEqual(before);
  });

  test('where().update(): all that match, or one with multi: false; conditional update says who won', async () => {
    await cloud.insert(
      'things',
      ['a', 'b', 'c'].map((_id, i) => ({ _id, code: i, state: 'open' })),
    );
    const counts = await cloud.run(`
      const c = db.collection('things');
      const one = await c.where({ state: 'open' }).update({ data: { state: 'x' }, multi: false });
      const rest = await c.where({ state: 'open' }).update({ data: { state: 'y' } });
      const race = await Promise.all([1, 2, 3].map((n) => c.where({ _id: 'b', state: 'y' }).update({ data: { state: 'won' + n } })));
      return [one.stats.updated, rest.stats.updated, race.map((r) => r.stats.updated).sort()];
    `);
    expect(counts).toEqual([1, 2, [0, 0, 1]]);
  });

  test('set replaces or creates', async () => {
    const stats = await cloud.run(`
      const d = db.collection('things').doc('s');
      const first = await d.set({ data: { a: 1, b: 1 } });
      const second = await d.set({ data: { a: 2 } });
      return [first.stats, second.stats, (await d.get()).data];
    `);
    expect(stats).toEqual([
      { updated: 0, created: 1 },
      { updated: 1, created: 0 },
      { _id: 's', a: 2 },
    ]);
  });

  test('an update cannot take a unique key, nor does any part of it stay', async () => {
    await cloud.insert('things', [
      { _id: 'a', code: 1 },
      { _id: 'b', code: 2 },
      { _id: 'c', code: 3 },
    ]);
    const message = await cloud.run(
      `return db.collection('things').where({ code: _.gte(2) }).update({ data: { code: 9 } }).then(() => 'ok', (e) => e.message)`,
    );
    expect(message).toContain('E11000');
    expect((await cloud.find('things', {})).map((d) => d.code)).toEqual([1, 2, 3]);
  });

  test('updateAndReturn of the node-sdk', async () => {
    await cloud.insert('things', [{ _id: 'a', n: 1 }]);
    const doc = await cloud.run(`
      const app = nodeSdk().init({ env: process.env.TCB_ENV });
      const r = await app.database().collection('things').where({ _id: 'a' }).updateAndReturn({ n: app.database().command.inc(1) });
      return [r.updated, r.doc];
    `);
    expect(doc).toEqual([1, { _id: 'a', n: 2 }]);
  });
});
