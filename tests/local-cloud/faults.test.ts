import type { Script } from '../../local-cloud';
import { localOnly, testCloud, type TestCloud } from './support';

const test = localOnly('faults are scripted');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

const ADD = `return db.collection('things').add({ data: { _id: event.id } }).then(() => 'ok', plainError)`;
const stored = async () => (await cloud.find('things', {})).map((doc) => doc._id);

test('an error of choice, for some calls, after letting some pass', async () => {
  await cloud.script({
    api: 'database.addDocument',
    times: 2,
    skip: 1,
    fault: { errCode: -501003, errMsg: 'exceed request limit' },
  });
  const results = [];
  for (const id of ['a', 'b', 'c', 'd']) results.push(await cloud.run(ADD, { id }));
  expect(results).toEqual([
    'ok',
    expect.objectContaining({ errCode: -501003 }),
    expect.objectContaining({ errCode: -501003 }),
    'ok',
  ]);
  expect(await stored()).toEqual(['a', 'd']);
});

test('a time-out is -501002 and does nothing', async () => {
  await cloud.script({ api: 'database.insertDocument', times: 1, fault: 'timeout' });
  expect(await cloud.run(ADD, { id: 'a' })).toMatchObject({ errCode: -501002 });
  expect(await stored()).toEqual([]);
});

test('a dropped reply: the work is done, the caller does not know', async () => {
  await cloud.script({ api: 'database.insertDocument', times: 1, fault: 'drop-reply' });
  expect(await cloud.run(ADD, { id: 'a' })).toMatchObject({
    message: expect.stringMatching(/socket hang up|ECONNRESET/),
  });
  expect(await stored()).toEqual(['a']);
});

test.each([
  ['kill-function', []],
  ['kill-after', ['a']],
] as const)('%s', async (fault, left) => {
  await cloud.script({ api: 'database.insertDocument', function: 'run', times: 1, fault });
  expect(await cloud.call('run', { run: ADD, id: 'a' }, { openid: 'o' })).toMatchObject({ errCode: -504002 });
  expect(await stored()).toEqual(left);
  expect(await cloud.run(ADD, { id: 'b' })).toBe('ok');
});

test('only for one collection', async () => {
  await cloud.script({ api: 'database.insertDocument', collection: 'others', times: 1, fault: 'timeout' });
  expect(await cloud.run(ADD, { id: 'a' })).toBe('ok');
  await cloud.script({ api: 'database.insertDocument', collection: 'things', times: 1, fault: 'timeout' });
  expect(await cloud.run(ADD, { id: 'b' })).toMatchObject({ errCode: -501002 });
  expect(await stored()).toEqual(['a']);
});

test('only for one function, and with a delay', async () => {
  await cloud.script({ api: 'database.insertDocument', function: 'other', times: 1, fault: 'timeout' });
  await cloud.script({ api: 'database.insertDocument', times: 1, delayMs: 60 });
  const started = performance.now();
  expect(await cloud.run(ADD, { id: 'a' })).toBe('ok');
  expect(performance.now() - started).toBeGreaterThan(55);
});

test('the client’s call: the function ran, the reply is lost', async () => {
  await cloud.script({ api: 'callFunction', function: 'run', times: 1, fault: 'drop-reply' });
  const post = () =>
    fetch(`${cloud.url}/functions/run`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'o' },
      body: JSON.stringify({ data: { run: ADD, id: 'a' } }),
    });
  await expect(post()).rejects.toThrow();
  expect(await stored()).toEqual(['a']);
  expect((await (await post()).json()) as object).toMatchObject({ result: { errCode: -501001 } });
});

test('a duplicate: the same request is done twice, the second answer comes back', async () => {
  await cloud.script({ api: 'database.insertDocument', times: 1, fault: 'duplicate' });
  expect(await cloud.run(ADD, { id: 'a' })).toMatchObject({ message: expect.stringContaining('E11000') });
  expect(await stored()).toEqual(['a']);
  await cloud.insert('things', [{ _id: 'n', left: 5 }]);
  await cloud.script({ api: 'database.modifyDocument', times: 2, fault: 'duplicate' });
  const updated = await cloud.run(`
    const c = db.collection('things');
    const blind = await c.doc('n').update({ data: { left: _.inc(-1) } });
    const guarded = await c.where({ _id: 'n', left: 3 }).update({ data: { left: 2 } });
    return [blind.stats.updated, guarded.stats.updated];`);
  expect(updated).toEqual([1, 0]);
  expect(await cloud.find('things', { _id: 'n' })).toEqual([{ _id: 'n', left: 2 }]);
  expect((await cloud.invocations()).at(-1)?.requests).toHaveLength(4);
});

test('a duplicate commit ends in an error although all is written', async () => {
  await cloud.script({ api: 'database.commitTransaction', times: 1, fault: 'duplicate' });
  const message = await cloud.run(`
    const t = await db.startTransaction();
    await t.collection('things').add({ data: { _id: 'a' } });
    return t.commit().then(() => 'ok', (e) => e.message);`);
  expect(message).toContain('TransactionNotExist');
  expect(await stored()).toEqual(['a']);
});

test('HTTP 5xx: the SDK says the status, nothing is done', async () => {
  await cloud.script({ api: 'database.insertDocument', times: 1, fault: { status: 502 } });
  await cloud.script({ api: 'storage.put', times: 1, fault: { status: 503 } });
  expect(await cloud.run(ADD, { id: 'a' })).toMatchObject({
    message: expect.stringContaining('502 Bad Gateway'),
  });
  expect(await stored()).toEqual([]);
  const [{ requests } = { requests: [] }] = await cloud.invocations();
  expect(requests).toMatchObject([
    { action: 'database.insertDocument', collection: 'things', error: 'HTTP 502' },
  ]);
  const put = await fetch(`${cloud.url}/storage/upload?cloudPath=a.txt`, {
    method: 'POST',
    headers: { 'x-wx-openid': 'o' },
    body: 'x',
  });
  expect(put.status).toBe(503);
});

test('a conflict inside a transaction and at its commit', async () => {
  await cloud.script({ api: 'database.insertDocument', times: 1, fault: 'conflict' });
  await cloud.script({ api: 'database.commitTransaction', times: 1, fault: 'conflict' });
  const result = await cloud.run(`
    const t = await db.startTransaction();
    const c = t.collection('things');
    const inside = await c.add({ data: { _id: 'a' } }).catch((e) => e.message);
    await c.add({ data: { _id: 'b' } });
    return [inside, await t.commit().catch((e) => e.code)];`);
  expect(result).toEqual([expect.stringContaining('TransactionConflict'), 'DATABASE_TRANSACTION_CONFLICT']);
  expect(await stored()).toEqual([]);
});

test('the client’s call: twice, and a bare 500', async () => {
  const post = () =>
    fetch(`${cloud.url}/functions/run`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'o' },
      body: JSON.stringify({ data: { run: ADD, id: 'a' } }),
    });
  await cloud.script({ api: 'callFunction', times: 1, fault: { status: 500 } });
  expect((await post()).status).toBe(500);
  expect(await stored()).toEqual([]);
  await cloud.script({ api: 'callFunction', times: 1, fault: 'duplicate' });
  expect(await (await post()).json()).toMatchObject({ result: { errCode: -501001 } });
  expect(await stored()).toEqual(['a']);
  expect(await cloud.invocations()).toHaveLength(2);
});

test.each<[string, Script, string]>([
  ['an api there is not', { api: 'database.dance', times: 1, fault: 'timeout' }, 'there is no api'],
  ['no times', { api: 'callFunction', times: 0, fault: 'timeout' }, 'times must be 1 or more'],
  [
    'a status that is no failure',
    { api: 'callFunction', times: 1, fault: { status: 404 } },
    'from 500 to 599',
  ],
  ['a conflict elsewhere', { api: 'callFunction', times: 1, fault: 'conflict' }, 'cannot conflict'],
])('a script with %s is refused', async (_title, script, words) => {
  await expect(cloud.script(script)).rejects.toThrow(words);
});

test('random faults are of every kind and repeat with their seed', async () => {
  const outcomes = async () => {
    const chaotic = await testCloud({ chaos: { seed: 7, rate: 0.5 } });
    const result = await chaotic.run<string[]>(`
      const out = [];
      const kind = (e) => /timeout/.test(e.message) ? 'time-out' : /socket hang up|ECONNRESET/.test(e.message) ? 'dropped'
        : /E11000/.test(e.message) ? 'duplicate' : /502/.test(e.message) ? '5xx' : /Conflict/.test(e.message) ? 'conflict' : /injected/.test(e.message) ? 'error' : e.message;
      for (let i = 0; i < 60; i++) out.push(await db.collection('things').add({ data: { _id: 'k' + i } }).then(() => 'ok', kind));
      const t = await db.startTransaction().catch(() => db.startTransaction());
      for (let i = 0; i < 30; i++) out.push(await t.collection('things').doc('k' + i).get().then(() => 'ok', kind));
      return out;`);
    await chaotic.stop();
    return result;
  };
  const first = await outcomes();
  expect(new Set(first)).toEqual(
    new Set(['ok', 'time-out', 'dropped', 'duplicate', '5xx', 'error', 'conflict']),
  );
  expect(await outcomes()).toEqual(first);
});
