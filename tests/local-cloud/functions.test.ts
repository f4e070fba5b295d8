import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { functionFolder, localOnly, RUNNER, testCloud, type TestCloud } from './support';
import { spent } from '../support/spent';

const test = localOnly('functions of the tests are not deployed there');

let cloud: TestCloud;
const TIMER = { triggers: [{ name: 'everyMinute', type: 'timer', config: '0 */1 * * * * *' }] };
const plainFunction = (source: string, config: object = {}) => {
  const dir = functionFolder('', config);
  writeFileSync(path.join(dir, 'index.js'), source);
  return dir;
};

beforeAll(async () => {
  cloud = await testCloud({
    env: { GREETING: 'hello' },
    functions: [
      {
        name: 'slow',
        dir: plainFunction('exports.main = () => new Promise(() => {})'),
        timeoutMs: 150,
        instances: 1,
      },
      {
        name: 'spin',
        dir: plainFunction('exports.main = () => { for (;;); }'),
        timeoutMs: 150,
        instances: 1,
      },
      {
        name: 'hog',
        dir: plainFunction(
          'exports.main = () => { const a = []; for (;;) a.push(new Array(1e5).fill({}).map(() => ({}))); }',
        ),
        memoryMb: 32,
        timeoutMs: 20000,
      },
      {
        name: 'late',
        dir: plainFunction(
          'exports.main = () => { setTimeout(() => { throw new Error("late") }, 20); return 1; }',
        ),
      },
      { name: 'broken', dir: plainFunction('throw new Error("cannot load")') },
      { name: 'echo', dir: plainFunction('exports.main = (event) => event') },
      { name: 'count', dir: plainFunction('let n = 0; exports.main = () => ++n'), instances: 1 },
      { name: 'two', dir: functionFolder(RUNNER), instances: 2, timeoutMs: 20000 },
      {
        name: 'dispatch',
        dir: functionFolder('exports.main = (event) => ({ event, context: sdk.getWXContext() })', TIMER),
      },
    ],
  });
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

const as = { openid: 'o-a' };

describe('functions', () => {
  test('the event carries userInfo of the caller, whatever the client sent', async () => {
    const { result } = await cloud.call('echo', { a: 1, userInfo: { openId: 'forged' } }, as);
    expect(result).toEqual({ a: 1, userInfo: { appId: 'wx0000000000000000', openId: 'o-a' } });
  });

  test('identity comes from the header; without one the call is refused', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${cloud.url}/functions/run`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ data: { run: 'return sdk.getWXContext().OPENID' } }),
      });
    expect(await (await post({ 'x-wx-openid': 'o-header' })).json()).toMatchObject({
      result: 'o-header',
      requestID: expect.any(String),
    });
    const refused = await post({});
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({
      errCode: -501007,
      errMsg: expect.stringContaining('x-wx-openid'),
    });
  });

  test('two calls never share an instance: no identity leaks', async () => {
    const calls = Array.from({ length: 60 }, (_, i) => `o-${i}`).map(async (openid) => {
      const code = `
        const before = sdk.getWXContext().OPENID;
        await db.collection('things').add({ data: { by: before } });
        await new Promise((r) => setTimeout(r, 3));
        return [before, sdk.getWXContext().OPENID];`;
      const { result } = await cloud.call('two', { run: code }, { openid });
      expect(result).toEqual([openid, openid]);
    });
    await Promise.all(calls);
    const invocations = await cloud.invocations();
    expect(new Set(invocations.map((i) => i.openid)).size).toBe(60);
    expect(invocations.every((i) => i.requests.length === 1)).toBe(true);
  });

  test('instances are reused while warm, and replaced after a failure', async () => {
    expect((await cloud.call('count', {}, as)).result).toBe(1);
    expect((await cloud.call('count', {}, as)).result).toBe(2);
    const invocations = await cloud.invocations();
    expect(invocations.map((i) => i.cold)).toEqual([true, false]);
    await cloud.reset();
    expect((await cloud.call('count', {}, as)).result).toBe(3);
  });

  test.each(['slow', 'spin'])('a time-out ends the instance: %s', async (name) => {
    for (let i = 0; i < 2; i++)
      expect(await cloud.call(name, {}, as)).toMatchObject({
        errCode: -504003,
        errMsg: expect.stringContaining('timed out after 0.15 seconds'),
      });
    expect((await cloud.invocations()).map((i) => i.cold)).toEqual([true, true]);
  });

  test('errors: thrown, while loading, out of memory', async () => {
    expect(await cloud.call('run', { run: 'throw new Error("boom")' }, as)).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('Error: boom'),
    });
    expect(await cloud.call('broken', {}, as)).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('cannot load'),
    });
    expect(await cloud.call('hog', {}, as)).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('Memory limit exceeded'),
    });
    expect((await cloud.invocations())[0]?.error).toContain('boom');
  });

  test('an error after the return kills the instance, not the cloud', async () => {
    expect((await cloud.call('late', {}, as)).result).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect((await cloud.call('late', {}, as)).result).toBe(1);
    expect((await cloud.invocations()).map((i) => i.cold)).toEqual([true, true]);
  });

  test('a missing function', async () => {
    expect(await cloud.call('nowhere', {}, as)).toMatchObject({
      errCode: -501000,
      errMsg: expect.stringContaining('FunctionName parameter could not be found'),
    });
  });

  test('limits: request 100 KB, reply 1 MB', async () => {
    const response = await fetch(`${cloud.url}/functions/echo`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'o' },
      body: JSON.stringify({ data: { s: 'x'.repeat(110_000) } }),
    });
    expect(await response.json()).toMatchObject({
      errMsg: expect.stringContaining('EXCEED_MAX_PAYLOAD_SIZE'),
    });
    expect(await cloud.call('run', { run: 'return "x".repeat(1100000)' }, as)).toMatchObject({
      errCode: -604001,
    });
  });

  test('logs and environment are those of the invocation', async () => {
    const result = await cloud.run(
      `console.log('a', { b: 1 }); console.warn('w'); console.error(new Error('e').message); return [process.env.GREETING, process.env.TCB_ENV, context.function_name]`,
    );
    expect(result).toEqual(['hello', 'local-cloud', 'run']);
    expect((await cloud.invocations())[0]?.logs).toEqual(['a { b: 1 }', '[warn] w', '[error] e']);
  });

  test('callFunction between functions: no OPENID, errors keep their words', async () => {
    const result = await cloud.run(`
      const ok = await sdk.callFunction({ name: 'dispatch', data: { x: 1 } });
      const bad = await sdk.callFunction({ name: 'broken' }).catch(plainError);
      return [ok.result, bad];
    `);
    expect(result).toEqual([
      { event: { x: 1 }, context: { APPID: 'wx0000000000000000', ENV: 'local-cloud', SOURCE: 'scf' } },
      { errCode: -1, code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('cannot load') },
    ]);
  });

  test('the node-sdk itself works with serviceUrl', async () => {
    const doc = await cloud.run(
      `
      const app = nodeSdk().init({ env: 'local-cloud', secretId: 'x', secretKey: 'y', serviceUrl: event.url + '/admin' });
      await app.database().collection('things').doc('n').set({ a: 1 });
      return (await app.database().collection('things').doc('n').get()).data;
    `,
      { url: cloud.url },
    );
    expect(doc).toEqual([{ _id: 'n', a: 1 }]);
  });

  test('timer and message push', async () => {
    await cloud.clock.set('2026-11-21T02:00:00Z');
    expect((await cloud.fireTimer('everyMinute')).result).toEqual({
      event: { Type: 'Timer', TriggerName: 'everyMinute', Time: '2026-11-21T02:00:00.000Z', Message: '' },
      context: { APPID: 'wx0000000000000000', ENV: 'local-cloud', SOURCE: 'wx_trigger' },
    });
    const pushed = await cloud.push({
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      FromUserName: 'o-p',
    });
    expect(pushed.result).toMatchObject({
      event: { Event: 'subscribe_msg_popup_event' },
      context: { OPENID: 'o-p' },
    });
    await expect(cloud.fireTimer('none')).rejects.toThrow('no function has a timer none');
  });

  test('work left over from before a reset is refused', async () => {
    const left = cloud.call(
      'run',
      {
        run: `await new Promise((r) => setTimeout(r, 100)); return db.collection('things').add({ data: { _id: 'late' } }).catch(plainError)`,
      },
      as,
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    await cloud.reset();
    expect((await left).result).toMatchObject({ message: expect.stringContaining('before the last reset') });
    expect(await cloud.find('things', {})).toEqual([]);
  });

  test('reset is fast on test-sized data', async () => {
    await cloud.insert(
      'things',
      Array.from({ length: 500 }, (_, i) => ({ _id: `${i}`, i })),
    );
    const started = spent();
    await cloud.reset();
    expect(spent() - started).toBeLessThan(50);
  });
});
