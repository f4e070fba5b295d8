import { localOnly, testCloud, type TestCloud } from './support';

const local = localOnly('clock moves');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    collections: [{ name: 'things', indexes: [{ name: 'code', keys: [['code', 1]], unique: true }] }],
  });
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

describe('insertDocument', () => {
  test('what the SDK writes it reads back equal', async () => {
    const back = await cloud.run<{ same: boolean; doc: Record<string, unknown> }>(`
      const data = { s: '中文 "x"', n: 1.5, i: 7, neg: -3, big: 9007199254740991, b: false, z: null, d: new Date(1e12),
        arr: [1, 'a', { k: [] }, []], o: { deep: { er: new Date(5) } }, empty: '', eo: {}, re: /ab+c/i };
      const { _id } = await db.collection('things').add({ data });
      const { data: doc } = await db.collection('things').doc(_id).get();
      delete doc._id;
      const plain = ({ re, ...rest }) => JSON.stringify(rest);
      return { same: plain(doc) === plain(data) && doc.d instanceof Date && doc.o.deep.er instanceof Date, doc };
    `);
    expect(back.doc).toMatchObject({ big: 9007199254740991, arr: [1, 'a', { k: [] }, []], eo: {} });
    expect(back.same).toBe(true);
  });

  local('serverDate is the cloud’s clock plus its offset', async () => {
    await cloud.clock.set('2026-11-21T02:00:00Z');
    const doc = await cloud.run<{ at: string; later: string; local: string }>(`
      const { _id } = await db.collection('things').add({ data: { at: db.serverDate(), later: db.serverDate({ offset: 60000 }) } });
      const { data } = await db.collection('things').doc(_id).get();
      return { at: data.at, later: data.later, local: new Date() };
    `);
    expect(doc).toEqual({
      at: '2026-11-21T02:00:00.000Z',
      later: '2026-11-21T02:01:00.000Z',
      local: '2026-11-21T02:00:00.000Z',
    });
  });

  test('a duplicate _id and a duplicate unique key come out as the platform words them', async () => {
    const errors = await cloud.run<Array<{ errCode: number; message: string }>>(`
      const c = db.collection('things');
      await c.add({ data: { _id: 'a', code: 1 } });
      const out = [];
      for (const data of [{ _id: 'a', code: 2 }, { _id: 'b', code: 1 }])
        await c.add({ data }).catch((e) => out.push(plainError(e)));
      return out;
    `);
    expect(errors).toHaveLength(2);
    for (const { errCode, message } of errors) {
      expect(errCode).toBe(-501001);
      expect(message).toMatch(/E11000 duplicate key error/);
      expect(message).toMatch(/DuplicateWrite/);
    }
    expect(errors[0]?.message).toContain('index: _id_');
    expect(errors[1]?.message).toContain('index: code');
    expect(await cloud.find('things', {})).toEqual([{ _id: 'a', code: 1 }]);
  });

  test('unique treats a missing field as null: only one document may lack it', async () => {
    const message = await cloud.run(`
      await db.collection('things').add({ data: { _id: 'a' } });
      return db.collection('things').add({ data: { _id: 'b', code: null } }).then(() => 'ok', (e) => e.message);
    `);
    expect(message).toContain('E11000');
  });

  test('many documents are inserted in order, up to the first error', async () => {
    const message = await cloud.run(`
      return db.collection('things').add({ data: [{ _id: 'a', code: 1 }, { _id: 'b', code: 1 }, { _id: 'c', code: 3 }] })
        .then(() => 'ok', (e) => e.message);
    `);
    expect(message).toContain('E11000');
    expect((await cloud.find('things', {})).map((doc) => doc._id)).toEqual(['a']);
  });

  test.each([
    ['a Buffer', '{ b: Buffer.from("x") }', 'Buffer'],
    ['a name with $', '{ o: { $x: 1 } }', 'DollarPrefixedFieldName'],
    ['a name with a dot', '{ "a.b": 1 }', 'DottedFieldName'],
    ['an _id that is an array', '{ _id: [1] }', 'InvalidIdField'],
  ])('%s is refused by name', async (_title, data, word) => {
    const message = await cloud.run(
      `return db.collection('things').add({ data: ${data} }).then(() => 'ok', (e) => e.message)`,
    );
    expect(message).toContain(word);
    expect(await cloud.find('things', {})).toEqual([]);
  });

  test('undefined is dropped, ids are 32 hexadecimal digits', async () => {
    const doc = await cloud.run<Record<string, unknown>>(`
      const { _id } = await db.collection('things').add({ data: { a: undefined, code: 5 } });
      return (await db.collection('things').doc(_id).get()).data;
    `);
    expect(Object.keys(doc)).toEqual(['_id', 'code']);
    expect(doc._id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a missing collection is -502005', async () => {
    const error = await cloud.run(
      `return db.collection('nowhere').add({ data: { a: 1 } }).catch(plainError)`,
    );
    expect(error).toMatchObject({
      errCode: -502005,
      message: expect.stringContaining('Db or Table not exist'),
    });
  });
});
