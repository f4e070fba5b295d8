import vm from 'node:vm';
import { localOnly, testCloud, type TestCloud } from './support';

const test = localOnly('the watch page');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
});
afterAll(() => cloud.stop());

test('the page is one file with a script that parses', async () => {
  const response = await fetch(`${cloud.url}/__cloud`);
  expect(response.headers.get('content-type')).toContain('text/html');
  const page = await response.text();
  expect(page).not.toMatch(/(src|href)="http/);
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
  expect(() => new vm.Script(script)).not.toThrow();
});

test('its data: collections, indexes and their use, files, invocations', async () => {
  await cloud.run(
    `await db.collection('things').add({ data: { _id: 'a', at: new Date(0) } }); await db.collection('things').doc('a').get(); await sdk.uploadFile({ cloudPath: 'x/甲.txt', fileContent: Buffer.from('1') });`,
  );
  const state = (await (await fetch(`${cloud.url}/__cloud/state`)).json()) as object;
  expect(state).toMatchObject({
    functions: ['run'],
    collections: [{ name: 'things', count: 1, indexes: [{ name: '_id_', used: 1 }], scans: 0 }],
    files: [{ path: 'x/甲.txt', size: 1 }],
    invocations: [{ function: 'run', openid: 'o-tester' }],
  });
  const docs = await (await fetch(`${cloud.url}/__cloud/docs?collection=things`)).json();
  expect(docs).toEqual({ total: 1, skip: 0, docs: [{ _id: 'a', at: { $date: 0 } }] });
});

test('numbers that may be a person’s are masked, ids and addresses are not', async () => {
  await cloud.reset();
  await cloud.insert('things', [
    {
      _id: 'p',
      mobile: '13812345678',
      n: 13912345678,
      text: '电话 +86 138 1234 5678 或 0668-2887766',
      card: '110101199003071234',
      id: '4f13812345678901234567890abcdef0',
      amount: 1700000000000,
    },
  ]);
  await cloud.run(
    `console.log('13812345678'); await db.collection('things').where({ mobile: '13812345678' }).get();`,
  );
  const docs = await (await fetch(`${cloud.url}/__cloud/docs?collection=things`)).json();
  expect(docs).toMatchObject({
    docs: [
      {
        mobile: '138****5678',
        n: '139****5678',
        text: '电话 +86 138****5678 或 0668-***7766',
        card: '110101***********4',
        id: '4f13812345678901234567890abcdef0',
        amount: 1700000000000,
      },
    ],
  });
  const state = await (await fetch(`${cloud.url}/__cloud/state`)).text();
  expect(state).toContain('138****5678');
  expect(state).not.toContain('13812345678');
});

test('the state follows what happens: counts, errors, the last two minutes, index use', async () => {
  await cloud.reset();
  await cloud.run('return 1');
  await cloud.call('run', { run: 'throw new Error("boom")' }, { openid: 'o' });
  await cloud.run(`await db.collection('things').where({ x: 1 }).get()`);
  const state = (await (await fetch(`${cloud.url}/__cloud/state`)).json()) as { bars: number[] };
  expect(state).toMatchObject({ total: 3, failed: 1, requests: 1, sent: 0, collections: [{ scans: 1 }] });
  expect(state).toHaveProperty('unserved.0.query', '{"x":1}');
  expect(state.bars.reduce((a, b) => a + b, 0)).toBe(3);
});

test('a foreign web page cannot use the admin address, the control or the data', async () => {
  for (const pathname of ['/admin', '/__cloud/control', '/__cloud/state']) {
    const method = pathname === '/__cloud/state' ? 'GET' : 'POST';
    const response = await fetch(`${cloud.url}${pathname}`, {
      method,
      headers: { origin: 'http://evil.example' },
    });
    expect(response.status).toBe(403);
  }
});
