import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectLocalCloud, startLocalCloud, type LocalCloud } from '../../local-cloud';
import { localOnly } from './support';

const test = localOnly('the addresses of the local cloud');

let cloud: LocalCloud;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'local-cloud-site-'));
  const site = path.join(root, 'site');
  mkdirSync(path.join(site, 'js'), { recursive: true });
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  writeFileSync(path.join(site, 'index.html'), '<h1>联络通</h1>');
  writeFileSync(path.join(site, 'js', 'app.0123abcd.js'), 'x');
  cloud = await startLocalCloud({
    functions: [],
    collections: [{ name: 'things', indexes: [] }],
    site,
    control: true,
    timers: false,
    synchronous: 'OFF',
    json: { '/demo.json': () => ({ people: 3 }) },
  });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(root, { recursive: true, force: true });
});

/** A path as it is, without the client's own clean-up. */
const raw = (pathname: string) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port: cloud.port, path: pathname }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });

test('health, extra endpoints, unknown paths', async () => {
  expect(await (await fetch(`${cloud.url}/healthz`)).json()).toEqual({ ok: true });
  expect(await (await fetch(`${cloud.url}/demo.json`)).json()).toEqual({ people: 3 });
  expect((await fetch(`${cloud.url}/nothing`)).status).toBe(404);
});

test('the site: index, types, caching of hashed names only', async () => {
  const index = await fetch(`${cloud.url}/`);
  expect([await index.text(), index.headers.get('content-type'), index.headers.get('cache-control')]).toEqual(
    ['<h1>联络通</h1>', 'text/html; charset=utf-8', 'no-cache'],
  );
  const script = await fetch(`${cloud.url}/js/app.0123abcd.js`);
  expect([script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
    'text/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
  ]);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/js/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/%00',
  '/%',
])('nothing outside the site: %s', async (pathname) => {
  const { status, body } = await raw(pathname);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body).not.toContain('secret\n');
  expect(body).not.toBe('secret');
});

test('a taken port rejects with EADDRINUSE', async () => {
  await expect(startLocalCloud({ functions: [], collections: [], port: cloud.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('an unknown wire action fails by name', async () => {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    body: JSON.stringify({ action: 'database.dance' }),
  });
  expect(await response.json()).toMatchObject({
    code: 'INVALID_ACTION',
    message: expect.stringContaining('database.dance'),
  });
});

test('the same control surface over HTTP', async () => {
  const remote = connectLocalCloud(cloud.url);
  await remote.reset();
  const at = new Date('2026-11-21T00:00:00Z');
  await remote.insert('things', [{ _id: 'a', at }]);
  expect(await remote.find('things', { at: { $gte: at } })).toEqual([{ _id: 'a', at }]);
  expect(await remote.explain('things', { _id: 'a' })).toMatchObject({
    index: '_id_',
    scanned: 1,
    served: true,
  });
  await remote.clock.set('2026-01-01T00:00:00Z');
  await remote.clock.release();
  expect(await remote.invocations()).toEqual([]);
  await expect(remote.script({ api: 'database.dance', times: 1, fault: 'timeout' })).rejects.toThrow(
    'there is no api database.dance',
  );
  expect(await remote.call('none', {}, { openid: 'o' })).toMatchObject({ errCode: -501000 });
});
