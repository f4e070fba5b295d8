import { localOnly, testCloud, type TestCloud } from './support';

const local = localOnly('geo search is there');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

/** Ids a `where` finds, in order. */
const ids = (where: string, more = '') =>
  cloud.run<string[]>(`
    const { data } = await db.collection('things').where(${where})${more}.get();
    return data.map((d) => d._id);
  `);

const put = (...docs: Array<Record<string, unknown>>) =>
  cloud.insert(
    'things',
    docs.map((doc, i) => ({ _id: String.fromCharCode(97 + i), ...doc })),
  );

describe('getDocument', () => {
  test('doc().get(): missing throws or is null, as configured', async () => {
    const both = await cloud.run(`
      return [await strict.collection('things').doc('no').get().catch(plainError), (await db.collection('things').doc('no').get()).data];
    `);
    expect(both).toEqual([
      { errCode: -1, message: 'document.get:fail document with _id no does not exist' },
      null,
    ]);
  });

  test('get: 100 by default, at most 1000', async () => {
    await cloud.insert(
      'things',
      Array.from({ length: 1200 }, (_, i) => ({ _id: `k${i}`, i })),
    );
    const lengths = await cloud.run(`
      const c = db.collection('things');
      return [(await c.get()).data.length, (await c.limit(5000).get()).data.length, (await c.skip(1150).limit(200).get()).data.length];
    `);
    expect(lengths).toEqual([100, 1000, 50]);
  });

  test('comparison stays within one type, null matches missing', async () => {
    await put({ v: 1 }, { v: '1' }, { v: null }, {}, { v: new Date(1) }, { v: true }, { v: [1, 5] });
    expect(await ids('{ v: _.gt(0) }')).toEqual(['a', 'g']);
    expect(await ids('{ v: _.gte("") }')).toEqual(['b']);
    expect(await ids('{ v: _.eq(null) }')).toEqual(['c', 'd']);
    expect(await ids('{ v: _.neq(null) }')).toEqual(['a', 'b', 'e', 'f', 'g']);
    expect(await ids('{ v: _.lt(new Date(2)) }')).toEqual(['e']);
    expect(await ids('{ v: _.exists(false) }')).toEqual(['d']);
    expect(await ids('{ v: _.in([1, null]) }')).toEqual(['a', 'c', 'd', 'g']);
    expect(await ids('{ v: _.nin([1, null]) }')).toEqual(['b', 'e', 'f']);
  });

  test('arrays: elements, whole, all, size, elemMatch, and paths through them', async () => {
    await put(
      {
        t: ['x', 'y'],
        m: [
          { k: 1, n: 5 },
          { k: 2, n: 1 },
        ],
      },
      { t: ['y'], m: [{ k: 1, n: 1 }] },
      { t: [], m: [] },
      { t: 'x' },
    );
    expect(await ids('{ t: "x" }')).toEqual(['a', 'd']);
    expect(await ids('{ t: ["y"] }')).toEqual(['b']);
    expect(await ids('{ t: _.all(["x", "y"]) }')).toEqual(['a']);
    expect(await ids('{ t: _.size(0) }')).toEqual(['c']);
    expect(await ids('{ "m.k": 2 }')).toEqual(['a']);
    expect(await ids('{ "m.0.n": 1 }')).toEqual(['b']);
    expect(await ids('{ m: _.elemMatch({ k: 1, n: _.gt(3) }) }')).toEqual(['a']);
    expect(await ids('{ "m.k": 2, "m.n": 5 }')).toEqual(['a']);
    expect(await ids('{ m: _.elemMatch({ k: 2, n: 5 }) }')).toEqual([]);
  });

  test('logic, not, mod, regular expressions', async () => {
    await put({ n: 1, s: '安全简报' }, { n: 2, s: 'Safety' }, { n: 3 });
    expect(await ids('_.or([{ n: 1 }, { n: _.gt(2) }])')).toEqual(['a', 'c']);
    expect(await ids('{ n: _.gt(0).and(_.lt(3)) }')).toEqual(['a', 'b']);
    expect(await ids('{ n: _.not(_.eq(2)) }')).toEqual(['a', 'c']);
    expect(await ids('_.nor([{ n: 1 }, { s: /^S/ }])')).toEqual(['c']);
    expect(await ids('{ n: _.mod(2, 1) }')).toEqual(['a', 'c']);
    expect(await ids('{ s: /^safe/i }')).toEqual(['b']);
    expect(await ids('{ s: db.RegExp({ regexp: "简报", options: "i" }) }')).toEqual(['a']);
    expect(await ids('_.expr($.gt(["$n", 1]))')).toEqual(['b', 'c']);
  });

  test('sorts across types as MongoDB, arrays by smallest or largest element', async () => {
    await put(
      { v: 'b' },
      { v: 3 },
      {},
      { v: [9, 1] },
      { v: { a: 1 } },
      { v: true },
      { v: new Date(0) },
      { v: [] },
      { v: 'a' },
    );
    expect(await ids('{}', '.orderBy("v", "asc")')).toEqual(['h', 'c', 'd', 'b', 'i', 'a', 'e', 'f', 'g']);
    expect(await ids('{}', '.orderBy("v", "desc")')).toEqual(['g', 'f', 'e', 'a', 'i', 'd', 'b', 'c', 'h']);
  });

  test('an element that is no document sorts as one without the field', async () => {
    await put({ l: [1, { y: 2 }] }, { l: [{ y: 1 }] }, {});
    expect(await ids('{}', '.orderBy("l.y", "asc")')).toEqual(['a', 'c', 'b']);
    expect(await ids('{}', '.orderBy("l.y", "desc")')).toEqual(['a', 'b', 'c']);
    expect(await ids('{ "l.y": null }')).toEqual(['c']);
  });

  test('several sort keys, skip and limit', async () => {
    await put({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 2 });
    expect(await ids('{}', '.orderBy("a", "desc").orderBy("b", "asc")')).toEqual(['b', 'd', 'a', 'c']);
    expect(await ids('{}', '.orderBy("a", "desc").orderBy("b", "asc").skip(1).limit(2)')).toEqual(['d', 'a']);
  });

  test('projection', async () => {
    await put({
      a: 1,
      o: { x: 1, y: 2 },
      l: [1, 2, 3],
      m: [
        { k: 1, z: 1 },
        { k: 2, z: 2 },
      ],
    });
    const shown = await cloud.run(`
      const c = db.collection('things');
      const get = async (field) => (await c.field(field).get()).data[0];
      return [await get({ a: true }), await get({ a: 1, _id: 0 }), await get({ o: false, l: false, m: false }), await get({ 'o.x': true, _id: false }),
        await get({ l: _.project ? _.project.slice(2) : 1, a: 1, _id: 0 }), await get({ 'm.k': true, _id: false })];
    `);
    expect(shown).toEqual([
      { _id: 'a', a: 1 },
      { a: 1 },
      { _id: 'a', a: 1 },
      { o: { x: 1 } },
      { a: 1, l: [1, 2] },
      { m: [{ k: 1 }, { k: 2 }] },
    ]);
  });

  local.each([
    ['near', 'geo: _.geoNear({ geometry: db.Geo.Point(1, 1) })', '$nearSphere'],
    ['within', 'geo: _.geoWithin({ centerSphere: [[1, 1], 2] })', '$geoWithin'],
  ])('geo search fails by name: %s', async (_title, where, word) => {
    const message = await cloud.run(
      `return db.collection('things').where({ ${where} }).get().then(() => 'ok', (e) => e.message)`,
    );
    expect(message).toContain(`${word} is not supported`);
  });

  test('a missing collection is -502005', async () => {
    const error = await cloud.run(`return db.collection('nowhere').where({ a: 1 }).get().catch(plainError)`);
    expect(error).toMatchObject({
      errCode: -502005,
      message: expect.stringContaining('Db or Table not exist'),
    });
  });
});
