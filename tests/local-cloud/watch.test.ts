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
