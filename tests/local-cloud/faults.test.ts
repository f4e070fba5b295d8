import { testCloud, type TestCloud } from './support';

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

test('random faults repeat with their seed', async () => {
  const outcomes = async () => {
    const chaotic = await testCloud({ chaos: { seed: 7, rate: 0.4 } });
    const result = await chaotic.run(`
      const out = [];
      for (let i = 0; i < 30; i++) out.push(await db.collection('things').add({ data: { _id: 'k' + i } }).then(() => 'ok', () => 'no'));
      return out.join();`);
    await chaotic.stop();
    return result;
  };
  const first = await outcomes();
  expect(first).toContain('ok');
  expect(first).toContain('no');
  expect(await outcomes()).toBe(first);
});
