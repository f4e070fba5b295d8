import { localOnly, testCloud, type TestCloud } from './support';

const local = localOnly('the clock is moved and faults are scripted');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    collections: [{ name: 'things', indexes: [{ name: 'code', keys: [['code', 1]], unique: true }] }],
  });
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  await cloud.reset();
  await cloud.insert('things', [
    { _id: 'a', n: 1, code: 1 },
    { _id: 'b', n: 1, code: 2 },
  ]);
});

const T = `const t = () => db.startTransaction(); const c = (x) => x.collection('things');`;

describe('transactions', () => {
  test('own writes are visible inside only, then to all at once', async () => {
    const seen = await cloud.run(`${T}
      const x = await t();
      await c(x).doc('a').update({ data: { n: 5 } });
      await c(x).add({ data: { _id: 'new', code: 3 } });
      await c(x).doc('b').remove();
      const inside = [(await c(x).doc('a').get()).data.n, (await c(x).doc('b').get()).data, (await c(x).doc('new').get()).data.code];
      const outside = [(await db.collection('things').doc('a').get()).data.n, (await db.collection('things').count()).total];
      await x.commit();
      const after = [(await db.collection('things').doc('a').get()).data.n, (await db.collection('things').count()).total];
      return { inside, outside, after };
    `);
    expect(seen).toEqual({ inside: [5, null, 3], outside: [1, 2], after: [5, 2] });
  });

  test('reads a snapshot: what others commit meanwhile is not seen', async () => {
    const seen = await cloud.run(`${T}
      const x = await t();
      await c(x).doc('b').get();
      await db.collection('things').doc('a').update({ data: { n: 9 } });
      const n = (await c(x).doc('a').get()).data.n;
      await x.rollback();
      return n;
    `);
    expect(seen).toBe(1);
  });

  test('the second writer fails at once, and so does one whose document changed since the snapshot', async () => {
    const messages = await cloud.run<string[]>(`${T}
      const x = await t(); const y = await t(); const z = await t();
      await c(x).doc('a').update({ data: { n: 2 } });
      const second = await c(y).doc('a').update({ data: { n: 3 } }).catch((e) => [e.errCode, e.message]);
      await x.commit();
      const late = await c(z).doc('a').update({ data: { n: 4 } }).catch((e) => [e.errCode, e.message]);
      for (const open of [y, z]) await open.rollback().catch(() => undefined);
      return [...second, ...late];
    `);
    expect(messages).toEqual([
      -501001,
      expect.stringContaining('TransactionConflict'),
      -501001,
      expect.stringContaining('TransactionConflict'),
    ]);
  });

  test('a plain write on a locked document waits for the end of the transaction', async () => {
    const result = await cloud.run(`${T}
      const x = await t();
      await c(x).doc('a').update({ data: { n: 10 } });
      let done = false;
      const plain = db.collection('things').doc('a').update({ data: { n: _.inc(1) } }).then(() => { done = true; });
      await new Promise((r) => setTimeout(r, 80));
      const waited = !done;
      await x.commit();
      await plain;
      return [waited, (await db.collection('things').doc('a').get()).data.n];
    `);
    expect(result).toEqual([true, 11]);
  });

  test('rollback forgets everything and frees the locks', async () => {
    const n = await cloud.run(`${T}
      const x = await t();
      await c(x).doc('a').update({ data: { n: 10 } });
      await x.rollback();
      await db.collection('things').doc('a').update({ data: { n: _.inc(1) } });
      return (await db.collection('things').doc('a').get()).data.n;
    `);
    expect(n).toBe(2);
  });

  test('where, count and aggregate are refused inside', async () => {
    const messages = await cloud.run<string[]>(`${T}
      const x = await t();
      const out = [];
      for (const work of [c(x).where({ n: 1 }).get(), c(x).where({ n: 1 }).update({ data: { n: 2 } })])
        out.push(await work.then(() => 'ok', (e) => e.message));
      await x.rollback();
      return out;
    `);
    expect(messages[0]).toContain('not supported');
    expect(messages).toHaveLength(2);
  });

  local('TRANSACTION_MS_MAX: ends after 30 seconds', async () => {
    const reply = cloud.run(`${T}
      const x = await t();
      await c(x).doc('a').update({ data: { n: 10 } });
      await new Promise((r) => setTimeout(r, 150));
      return x.commit().then(() => 'ok', (e) => e.message ?? JSON.stringify(e));
    `);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await cloud.clock.advance(31_000);
    expect(await reply).toContain('TransactionNotExist');
    expect(await cloud.find('things', { _id: 'a' })).toEqual([{ _id: 'a', n: 1, code: 1 }]);
  });

  local('is aborted when the function that began it dies', async () => {
    await cloud.script({ api: 'database.modifyDocument', times: 1, skip: 1, fault: 'kill-function' });
    const reply = await cloud.call(
      'run',
      {
        run: `${T}
      const x = await t();
      await c(x).doc('a').update({ data: { n: 10 } });
      await c(x).doc('b').update({ data: { n: 10 } });
      await x.commit();`,
      },
      { openid: 'o' },
    );
    expect(reply.errCode).toBe(-504002);
    const n = await cloud.run(`
      await db.collection('things').doc('a').update({ data: { n: _.inc(1) } });
      return (await db.collection('things').doc('a').get()).data.n;
    `);
    expect(n).toBe(2);
  });

  test('unique keys: taken inside, taken meanwhile, exchanged', async () => {
    const messages = await cloud.run<string[]>(`${T}
      const out = [];
      const x = await t();
      out.push(await c(x).add({ data: { _id: 'c', code: 1 } }).then(() => 'ok', (e) => e.message));
      await x.rollback();
      const y = await t();
      await c(y).add({ data: { _id: 'c', code: 7 } });
      await db.collection('things').add({ data: { _id: 'd', code: 7 } });
      out.push(await y.commit().then(() => 'ok', (e) => e.code));
      const z = await t();
      await c(z).doc('a').update({ data: { code: 99 } });
      await c(z).doc('b').update({ data: { code: 1 } });
      await c(z).doc('a').update({ data: { code: 2 } });
      out.push(await z.commit().then(() => 'ok', (e) => e.code));
      return out;
    `);
    expect(messages).toEqual([expect.stringContaining('E11000'), 'DATABASE_TRANSACTION_CONFLICT', 'ok']);
    const codes = (await cloud.find('things', {})).map((d) => [d._id, d.code]);
    expect(codes).toEqual([
      ['a', 2],
      ['b', 1],
      ['d', 7],
    ]);
  });

  local('runTransaction: a conflict at commit is retried, one inside the callback is not', async () => {
    await cloud.script({
      api: 'database.commitTransaction',
      times: 2,
      fault: { errCode: 'DATABASE_TRANSACTION_CONFLICT', errMsg: 'conflict' },
    });
    const result = await cloud.run(`
      let runs = 0;
      await db.runTransaction(async (x) => { runs++; await x.collection('things').doc('a').update({ data: { n: _.inc(1) } }); });
      return [runs, (await db.collection('things').doc('a').get()).data.n];
    `);
    expect(result).toEqual([3, 2]);
  });
});
