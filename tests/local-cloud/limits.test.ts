import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startLocalCloud, type CollectionSpec, type IndexSpec } from '../../local-cloud';
import * as limits from '../../local-cloud/limits';
import { functionFolder, localOnly, testCloud, type TestCloud } from './support';

const test = localOnly('limits are met at the addresses and options of the local cloud');

const SLEEP = 'exports.main = () => new Promise((r) => setTimeout(r, 60))';
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    lockWaitMs: 60,
    collections: [{ name: 'things', indexes: [{ name: 'code', keys: [['code', 1]] }] }],
    functions: [
      { name: 'plain', dir: functionFolder('exports.main = (event, context) => [event, context]') },
      { name: 'slow', dir: functionFolder(SLEEP) },
      { name: 'busy', dir: functionFolder(SLEEP) },
    ],
  });
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

/** A request as the wire has it, past what the SDK itself would cut or refuse. */
const wire = async (
  action: string,
  params: object,
): Promise<{ code?: string; message?: string; data?: unknown }> =>
  (await (
    await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify({ action, ...params }) })
  ).json()) as object;
const call = async (name: string, body: string): Promise<Record<string, unknown>> =>
  (await (
    await fetch(`${cloud.url}/functions/${name}`, { method: 'POST', headers: { 'x-wx-openid': 'o' }, body })
  ).json()) as Record<string, unknown>;
const add = (data: string) =>
  cloud.run<string>(
    `return db.collection('things').add({ data: ${data} }).then(() => 'ok', (e) => e.message)`,
  );
/** What starting a cloud with this collection or these functions says. */
const starting = (options: object) =>
  startLocalCloud({ functions: [], collections: [], timers: false, synchronous: 'OFF', ...options }).then(
    async (started) => {
      await started.stop();
      return 'started';
    },
    (error: unknown) => String(error),
  );
const indexed = (...indexes: IndexSpec[]): { collections: CollectionSpec[] } => ({
  collections: [{ name: 'c', indexes }],
});
const fieldsOf = (n: number): IndexSpec => ({
  name: `n${n}`,
  keys: Array.from({ length: n }, (_, i) => [`f${i}`, 1]),
});

test('every limit is named in a test', () => {
  const texts = readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(__dirname, name), 'utf8'))
    .join('\n');
  expect(Object.keys(limits).filter((name) => !new RegExp(`\\b${name}\\b`).test(texts))).toEqual([]);
});

test('GET_LIMIT_DEFAULT and GET_LIMIT_MAX: also when the SDK does not cut', async () => {
  await cloud.insert(
    'things',
    Array.from({ length: 1005 }, (_, i) => ({ _id: `${i}` })),
  );
  const count = async (limit?: number) => {
    const { data } = await wire('database.getDocument', { collectionName: 'things', query: '{}', limit });
    return (data as { list: unknown[] }).list.length;
  };
  expect([await count(), await count(1004), await count(7)]).toEqual([100, 1000, 7]);
  expect(await wire('database.getDocument', { collectionName: 'things', limit: -1 })).toMatchObject({
    code: 'INVALID_PARAM',
  });
});

test('DOCUMENT_SIZE_MAX, NESTING_MAX', async () => {
  const deep = (n: number) => `Array.from({ length: ${n} }).reduce((inner) => ({ d: inner }), 1)`;
  expect(await add(`{ s: 'x'.repeat(${limits.DOCUMENT_SIZE_MAX - 100}) }`)).toBe('ok');
  expect(await add(`{ s: 'x'.repeat(${limits.DOCUMENT_SIZE_MAX}) }`)).toContain('BSONObjectTooLarge');
  expect(await add(deep(limits.NESTING_MAX - 1))).toBe('ok');
  expect(await add(deep(limits.NESTING_MAX + 1))).toContain('nested deeper than 100');
});

test('INDEX_KEY_BYTES_MAX, INDEX_FIELD_NAME_MAX, INDEX_FIELDS_MAX, INDEXES_PER_COLLECTION_MAX', async () => {
  expect(await add(`{ code: 'k'.repeat(1000) }`)).toBe('ok');
  expect(await add(`{ code: 'k'.repeat(1100) }`)).toContain('key too large to index');
  const named = (name: string) => starting(indexed({ name: 'i', keys: [[name, 1]] }));
  expect(await named('a'.repeat(32))).toBe('started');
  expect(await named(`a.${'b'.repeat(33)}`)).toContain('at most 32 characters');
  expect(await starting(indexed(fieldsOf(31)))).toBe('started');
  expect(await starting(indexed(fieldsOf(32)))).toContain('needs 1 to 31 fields');
  const many = Array.from({ length: 101 }, (_, i): IndexSpec => ({ name: `i${i}`, keys: [[`f${i}`, 1]] }));
  expect(await starting(indexed(...many))).toContain('too many indexes');
});

test('COLLECTION_NAME, and createCollection', async () => {
  const create = (name: string) =>
    cloud.run(`return db.createCollection(event.name).then(() => 'ok', (e) => e.errCode + ' ' + e.message)`, {
      name,
    });
  const name = `made_${'x'.repeat(28)}`;
  expect(await create(name)).toBe('ok');
  expect(await create(name)).toContain('Table exist');
  expect(await cloud.run(`return (await db.collection('${name}').count()).total`)).toBe(0);
  expect(await create(`${name}x`)).toContain('is invalid');
  expect(await create('a b')).toContain('is invalid');
});

test('CALL_REQUEST_MAX 100 KB, CALL_REPLY_MAX 1 MB, to the byte', async () => {
  const body = (bytes: number) => `{"data":{"s":"${'x'.repeat(bytes - 17)}"}}`;
  expect(body(limits.CALL_REQUEST_MAX).length).toBe(102_400);
  expect(await call('plain', body(102_400))).toHaveProperty('result');
  expect(await call('plain', body(102_401))).toMatchObject({
    errCode: -501007,
    errMsg: expect.stringContaining('EXCEED_MAX_PAYLOAD_SIZE'),
  });
  const reply = (bytes: number) =>
    cloud.call('run', { run: `return 'x'.repeat(${bytes - 2})` }, { openid: 'o' });
  expect(await reply(limits.CALL_REPLY_MAX)).toHaveProperty('result');
  expect(await reply(limits.CALL_REPLY_MAX + 1)).toMatchObject({ errCode: -604001 });
});

test('INVOKE_REQUEST_MAX: a function may send more to another than a client may', async () => {
  const invoke = (bytes: number) =>
    cloud.run<string>(
      `return sdk.callFunction({ name: 'slow', data: { s: 'x'.repeat(${bytes}) } }).then(() => 'ok', (e) => e.message)`,
    );
  expect(await invoke(200_000)).toBe('ok');
  expect(await invoke(limits.INVOKE_REQUEST_MAX)).toContain('EXCEED_MAX_PAYLOAD_SIZE');
});

test('ADMIN_REQUEST_MAX: a larger body is refused and the connection goes on', async () => {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    body: Buffer.alloc(limits.ADMIN_REQUEST_MAX + 1, 32),
  });
  expect(response.status).toBe(500);
  expect(await cloud.run('return 1')).toBe(1);
});

test('FUNCTION_TIMEOUT_DEFAULT_MS, FUNCTION_TIMEOUT_MAX_MS, FUNCTION_MEMORY_DEFAULT_MB', async () => {
  expect((await call('plain', '{}')).result).toEqual([
    expect.anything(),
    expect.objectContaining({ time_limit_in_ms: 3000, memory_limit_in_mb: 256 }),
  ]);
  const spec = { name: 'f', dir: functionFolder('') };
  expect(await starting({ functions: [{ ...spec, timeoutMs: 60_001 }] })).toContain('time-out above 60 s');
});

test('FUNCTION_INSTANCES_DEFAULT: the third call waits for an instance', async () => {
  await Promise.all([1, 2, 3].map(() => call('busy', '{}')));
  expect((await cloud.invocations()).filter((i) => i.cold)).toHaveLength(2);
});

test('TIMERS_PER_FUNCTION, TIMER_NAME', async () => {
  const timer = (name: string) => ({ name, type: 'timer', config: '0 0 9 * * * *' });
  const start = (...triggers: object[]) =>
    starting({ functions: [{ name: 'f', dir: functionFolder('exports.main = () => 1', { triggers }) }] });
  expect(await start(timer('a'.repeat(60)))).toBe('started');
  expect(await start(timer('a'.repeat(61)))).toContain('invalid trigger');
  expect(await start(timer('1a'))).toContain('invalid trigger');
  expect(await start(timer('a'), timer('b'))).toContain('only one timer');
});

test('LOCK_WAIT_MS_MAX: a plain write gives up on a locked document', async () => {
  expect(limits.LOCK_WAIT_MS_MAX).toBe(10_000);
  const result = await cloud.run(`
    await db.collection('things').add({ data: { _id: 'a', n: 1 } });
    const t = await db.startTransaction();
    await t.collection('things').doc('a').update({ data: { n: 2 } });
    const plain = await db.collection('things').doc('a').update({ data: { n: 3 } }).catch(plainError);
    await t.commit();
    return [plain, (await db.collection('things').doc('a').get()).data.n];`);
  expect(result).toEqual([
    { errCode: -501002, message: expect.stringContaining('locked by a transaction') },
    2,
  ]);
});

test('FILES_PER_CALL_MAX, TEMP_URL_AGE_DEFAULT_S, TEMP_URL_AGE_MAX_S', async () => {
  const result = await cloud.run(`
    const { fileID } = await sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('1') });
    const age = async (file) => (await nodeSdk().init({ env: process.env.TCB_ENV }).getTempFileURL({ fileList: [file] })).fileList[0].maxAge;
    const gone = (n) => sdk.deleteFile({ fileList: Array.from({ length: n }, (_, i) => fileID + i) }).then((r) => r.fileList.length, (e) => e.code);
    return [await age(fileID), await age({ fileID, maxAge: 1e6 }), await age({ fileID, maxAge: 60 }), await gone(50), await gone(51)];`);
  expect(result).toEqual([86_400, 86_400, 60, 50, 'INVALID_PARAM']);
});

test('UNSERVED_EXEMPT_DOCUMENTS: small collections are exempt outside control mode', async () => {
  const small = await testCloud({ control: false });
  const scan = () => small.run(`await db.collection('things').where({ x: 1 }).get()`);
  const rows = (from: number, to: number) =>
    small.insert(
      'things',
      Array.from({ length: to - from }, (_, i) => ({ _id: `${from + i}` })),
    );
  await rows(0, limits.UNSERVED_EXEMPT_DOCUMENTS - 1);
  await scan();
  expect(await small.unserved()).toEqual([]);
  await rows(199, 200);
  await scan();
  expect(await small.unserved()).toMatchObject([{ collection: 'things', documents: 200 }]);
  await small.stop();
});

test('LOG_LINES_KEPT', async () => {
  await cloud.run(`for (let i = 0; i < 600; i++) console.log(i)`);
  expect((await cloud.invocations())[0]?.logs).toHaveLength(limits.LOG_LINES_KEPT);
});

test('INVOCATIONS_KEPT: the oldest are forgotten in portions', async () => {
  for (let i = 0; i <= limits.INVOCATIONS_KEPT * 4; i++) await cloud.call('nowhere', {}, { openid: 'o' });
  expect(await cloud.invocations()).toEqual([]);
  for (let i = 0; i <= limits.INVOCATIONS_KEPT * 4; i++) await cloud.call('plain', {}, { openid: `o${i}` });
  const kept = await cloud.invocations();
  expect([kept.length, kept[0]?.openid]).toEqual([1501, 'o500']);
});
