import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { functionFolder, localOnly, testCloud, type TestCloud } from './support';

const test = localOnly('messages and codes of a real account');

const openapi = [
  'subscribeMessage.send',
  'wxacode.getUnlimited',
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'phonenumber.getPhoneNumber',
  'urllink.generate',
  'shortlink.generate',
];
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud(
    {
      templates: [
        { id: 'T1', title: '会议通知', fields: { thing1: '主题', time2: '时间', phrase3: '状态' } },
      ],
      pages: ['pages/home/index'],
      functions: [
        {
          name: 'bare',
          dir: functionFolder(
            'exports.main = () => sdk.openapi.wxacode.getUnlimited({ scene: "a" }).catch(plainError)',
          ),
        },
      ],
    },
    { permissions: { openapi } },
  );
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

const subscribe = async (openid: string, answer: string, tmplIds = ['T1']): Promise<unknown> =>
  (
    await fetch(`${cloud.url}/wx/requestSubscribeMessage`, {
      method: 'POST',
      headers: { 'x-wx-openid': openid },
      body: JSON.stringify({ tmplIds, answer: { T1: answer } }),
    })
  ).json();
const GOOD = {
  thing1: { value: '二季度例会' },
  time2: { value: '2026年11月21日 15:01' },
  phrase3: { value: '待确认' },
};
const send = (over: Record<string, unknown> = {}) =>
  cloud.run<{ errCode: number; message?: string }>(
    `return sdk.openapi.subscribeMessage.send(event.message).catch(plainError)`,
    {
      message: { touser: 'o-m', templateId: 'T1', page: 'pages/home/index?a=1', data: GOOD, ...over },
    },
  );

describe('subscribeMessage.send', () => {
  test('an accepted request is one message, then 43101', async () => {
    await cloud.clock.set('2026-11-21T02:00:00Z');
    expect(await send()).toMatchObject({ errCode: 43101 });
    expect(await subscribe('o-m', 'reject')).toEqual({ errMsg: 'requestSubscribeMessage:ok', T1: 'reject' });
    expect(await send()).toMatchObject({ errCode: 43101 });
    expect(await subscribe('o-m', 'accept')).toEqual({ errMsg: 'requestSubscribeMessage:ok', T1: 'accept' });
    expect(await send()).toMatchObject({ errCode: 0 });
    expect(await send()).toMatchObject({
      errCode: 43101,
      message: expect.stringContaining('user refuse to accept the msg'),
    });
    expect(await cloud.messages()).toEqual([
      {
        touser: 'o-m',
        templateId: 'T1',
        page: 'pages/home/index?a=1',
        data: GOOD,
        at: '2026-11-21T02:00:00.000Z',
      },
    ]);
  });

  test.each<[string, Record<string, unknown>, number, string]>([
    ['openid', { touser: '' }, 40003, 'openid'],
    ['template', { templateId: 'T9' }, 40037, 'template_id'],
    ['page', { page: 'pages/none' }, 41030, 'page'],
    ['a long thing', { data: { ...GOOD, thing1: { value: '字'.repeat(21) } } }, 47003, 'data.thing1.value'],
    ['an empty value', { data: { ...GOOD, thing1: { value: '' } } }, 47003, 'data.thing1.value'],
    ['a missing value', { data: { thing1: GOOD.thing1, time2: GOOD.time2 } }, 47003, 'data.phrase3.value'],
    ['a bad time', { data: { ...GOOD, time2: { value: '明天' } } }, 47003, 'data.time2.value'],
    ['a phrase with letters', { data: { ...GOOD, phrase3: { value: 'ok' } } }, 47003, 'data.phrase3.value'],
    ['an unknown field', { data: { ...GOOD, thing9: { value: 'x' } } }, 47003, 'data.thing9'],
  ])('refuses %s', async (_title, over, errCode, words) => {
    await subscribe('o-m', 'accept');
    expect(await send(over)).toMatchObject({ errCode, message: expect.stringContaining(words) });
    expect(await cloud.messages()).toEqual([]);
    expect(await send()).toMatchObject({ errCode: 0 });
  });

  test('scripts: error codes, and a dropped reply after the work is done', async () => {
    await subscribe('o-m', 'accept');
    await cloud.script({
      api: 'subscribeMessage.send',
      times: 1,
      fault: { errCode: 45009, errMsg: 'reach max api daily quota limit' },
    });
    await cloud.script({ api: 'subscribeMessage.send', times: 1, fault: 'drop-reply' });
    expect(await send()).toMatchObject({ errCode: 45009 });
    expect((await send()).errCode).not.toBe(0);
    expect(await cloud.messages()).toHaveLength(1);
  });

  test('SUBSCRIBE_TEMPLATES_MAX: requestSubscribeMessage complains as the client does', async () => {
    expect(await subscribe('o', 'accept', [])).toMatchObject({ errCode: 10001 });
    expect(await subscribe('o', 'accept', ['T9'])).toMatchObject({ errCode: 20001 });
    expect(await subscribe('o', 'accept', ['1', '2', '3', '4', '5', '6'])).toMatchObject({ errCode: 20003 });
  });
});

describe('other openapi', () => {
  test('permissions of config.json are enforced, unknown names are -604100', async () => {
    expect((await cloud.call('bare', {}, { openid: 'o' })).result).toMatchObject({ errCode: -604101 });
    expect(
      await cloud.run('return sdk.openapi.customerServiceMessage.send({}).catch(plainError)'),
    ).toMatchObject({ errCode: -604100 });
    await cloud.script({ api: 'wxacode.getUnlimited', times: 1, fault: 'timeout' });
    expect(
      await cloud.run('return sdk.openapi.wxacode.getUnlimited({ scene: "a" }).catch(plainError)'),
    ).toMatchObject({ errCode: -604102 });
  });

  test('QR_WIDTH_DEFAULT: getUnlimited gives a PNG that scans to the page with its scene', async () => {
    const base64 = await cloud.run<string>(
      `const r = await sdk.openapi.wxacode.getUnlimited({ scene: 'u=12,x', page: 'pages/home/index' }); return r.contentType + ' ' + r.buffer.toString('base64')`,
    );
    const [type, data = ''] = base64.split(' ');
    expect(type).toBe('image/png');
    const png = PNG.sync.read(Buffer.from(data, 'base64'));
    expect([png.width, png.height]).toEqual([430, 430]);
    expect(jsqr(new Uint8ClampedArray(png.data), png.width, png.height)?.data).toBe(
      `${cloud.url}/#/pages/home/index?scene=u%3D12%2Cx`,
    );
  });

  test.each([
    ['{ scene: "中文" }', 40169],
    [`{ scene: "${'x'.repeat(33)}" }`, 40169],
    ['{ scene: "a", page: "/pages/home/index" }', 41030],
    ['{ scene: "a", page: "pages/none" }', 41030],
    ['{ scene: "a", width: 279 }', 40097],
    ['{ scene: "a", width: 1281 }', 40097],
  ])('SCENE, QR_WIDTH_MIN, QR_WIDTH_MAX: getUnlimited refuses %s', async (params, errCode) => {
    expect(
      await cloud.run(`return sdk.openapi.wxacode.getUnlimited(${params}).catch(plainError)`),
    ).toMatchObject({ errCode });
  });

  test('msgSecCheck: verdicts, SEC_CHECK_CHARS_MAX 2,500, SEC_CHECK_VISIT_MS two hours', async () => {
    const check = (content: string, openid = 'o-tester') =>
      cloud.run<{ errCode: number; result?: { suggest: string } }>(
        'return sdk.openapi.security.msgSecCheck({ content: event.content, openid: event.openid, scene: 3, version: 2 }).catch(plainError)',
        { content, openid },
      );
    expect(await check('安全生产工作简报')).toMatchObject({ result: { suggest: 'pass', label: 100 } });
    expect(await check('这里有违法测试词')).toMatchObject({ result: { suggest: 'risky' } });
    expect(await check('疑似测试词')).toMatchObject({ result: { suggest: 'review' } });
    expect(await check('字'.repeat(2501))).toMatchObject({ errCode: 40097 });
    expect(await check('x', 'o-stranger')).toMatchObject({ errCode: 61010 });
    await cloud.call('run', { run: 'return 1' }, { openid: 'o-old' });
    await cloud.clock.advance(2 * 3600_000 + 1000);
    expect(await check('x', 'o-old')).toMatchObject({ errCode: 61010 });
  });

  test('mediaCheckAsync gives a trace id; the verdict comes by push', async () => {
    expect(
      await cloud.run(
        `return sdk.openapi.security.mediaCheckAsync({ mediaUrl: 'http://x/y.png', mediaType: 2, version: 2, scene: 3, openid: 'o-tester' })`,
      ),
    ).toMatchObject({ errCode: 0, traceId: expect.any(String) });
  });

  test('PHONE_CODE_MS: a phone code is good once and for five minutes', async () => {
    const code = async () =>
      (
        (await (
          await fetch(`${cloud.url}/wx/getPhoneNumber`, {
            method: 'POST',
            body: JSON.stringify({ phone: '13800000000' }),
          })
        ).json()) as { code: string }
      ).code;
    const ask = (c: string) =>
      cloud.run('return sdk.openapi.phonenumber.getPhoneNumber({ code: event.code }).catch(plainError)', {
        code: c,
      });
    const first = await code();
    expect(await ask(first)).toMatchObject({ phoneInfo: { phoneNumber: '13800000000', countryCode: '86' } });
    expect(await ask(first)).toMatchObject({ errCode: 40029 });
    const second = await code();
    await cloud.clock.advance(5 * 60_000 + 1);
    expect(await ask(second)).toMatchObject({ errCode: 40029 });
  });

  test('links', async () => {
    expect(
      await cloud.run(`return sdk.openapi.urllink.generate({ path: 'pages/home/index', query: 'a=1' })`),
    ).toMatchObject({ urlLink: `${cloud.url}/#/pages/home/index?a=1` });
    expect(
      await cloud.run(`return sdk.openapi.urllink.generate({ path: 'pages/none' }).catch(plainError)`),
    ).toMatchObject({ errCode: 41030 });
    expect(
      await cloud.run(
        `return sdk.openapi.shortlink.generate({ pageUrl: 'pages/home/index', pageTitle: '${'长'.repeat(21)}' }).catch(plainError)`,
      ),
    ).toMatchObject({ errCode: 40225 });
  });
});
