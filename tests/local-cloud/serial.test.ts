import { functionFolder, RUNNER, testCloud, type TestCloud } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    functions: [{ name: 'many', dir: functionFolder(RUNNER), instances: 4, timeoutMs: 20_000 }],
  });
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

const many = async (code: string, times: number) => {
  const replies = await Promise.all(
    Array.from({ length: times }, (_, i) => cloud.call('many', { run: code, i }, { openid: `o${i}` })),
  );
  return replies.map((reply) => {
    if (reply.errCode !== undefined) throw new Error(reply.errMsg);
    return reply.result;
  });
};
const RETRY = `
  const retry = async (work) => {
    for (let n = 0; n < 200; n++) {
      try { return await db.runTransaction(work, 1); }
      catch (e) { if (!/TransactionConflict|DATABASE_TRANSACTION_CONFLICT/.test(String(e.message) + String(e.code))) throw e; await new Promise((r) => setTimeout(r, Math.random() * 8)); }
    }
    throw new Error('gave up');
  };`;

test('counters: read-then-write in transactions loses nothing', async () => {
  await cloud.insert('things', [{ _id: 'c', n: 0 }]);
  const seen = await many(
    `${RETRY} return retry(async (t) => { const c = t.collection('things').doc('c'); const { data } = await c.get(); await c.update({ data: { n: data.n + 1 } }); return data.n; })`,
    24,
  );
  expect((await cloud.find('things', { _id: 'c' }))[0]?.n).toBe(24);
  expect(seen.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i));
});

test('bank: money is neither made nor lost, and every audit adds up', async () => {
  const accounts = ['a', 'b', 'c', 'd'];
  await cloud.insert(
    'things',
    accounts.map((_id) => ({ _id, money: 100 })),
  );
  const transfer = `${RETRY}
    const names = ['a', 'b', 'c', 'd'];
    const audits = [];
    for (let k = 0; k < 6; k++) {
      const from = names[(event.i + k) % 4]; const to = names[(event.i * 3 + k * 2 + 1) % 4];
      if (from === to) continue;
      await retry(async (t) => {
        const c = t.collection('things');
        const x = (await c.doc(from).get()).data.money; const y = (await c.doc(to).get()).data.money;
        if (x < 10) return;
        await c.doc(from).update({ data: { money: x - 10 } });
        await c.doc(to).update({ data: { money: y + 10 } });
      });
      const t = await db.startTransaction();
      let sum = 0;
      for (const name of names) sum += (await t.collection('things').doc(name).get()).data.money;
      await t.rollback();
      audits.push(sum);
    }
    return audits;`;
  const audits = (await many(transfer, 8)).flat();
  expect(new Set(audits)).toEqual(new Set([400]));
  const money = (await cloud.find('things', {})).map((doc) => Number(doc.money));
  expect(money.reduce((a, b) => a + b, 0)).toBe(400);
  expect(Math.min(...money)).toBeGreaterThanOrEqual(0);
});

test('scarce seats: conditional inc never oversells', async () => {
  await cloud.insert('things', [{ _id: 'm', left: 5 }]);
  const won = await many(
    `return (await db.collection('things').where({ _id: 'm', left: _.gt(0) }).update({ data: { left: _.inc(-1) } })).stats.updated`,
    20,
  );
  expect(won.filter((n) => n === 1)).toHaveLength(5);
  expect((await cloud.find('things', {}))[0]?.left).toBe(0);
});
