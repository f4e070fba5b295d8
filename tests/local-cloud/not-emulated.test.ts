import { localOnly, testCloud, type TestCloud } from './support';

const test = localOnly('a real environment has these');

/** What the README lists as not emulated fails, and its error says what it is. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({}, { permissions: { openapi: ['customerServiceMessage.send'] } });
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

const NODE = 'const app = nodeSdk().init({ env: process.env.TCB_ENV });';
const refusal = (call: string) =>
  cloud.run<string>(
    `${NODE} return Promise.resolve().then(() => ${call}).then(() => 'done', (e) => (e.code ?? e.errCode) + ' ' + e.message);`,
  );

test.each([
  [
    'copyFile',
    "app.copyFile({ fileList: [{ srcPath: 'a/x', dstPath: 'b/x' }] })",
    'copyFile() is not supported',
  ],
  ['payment', 'sdk.cloudPay.unifiedOrder({})', 'cloudPay is not supported'],
  ['callWxOpenApi', "app.callWxOpenApi({ apiName: 'x' })", 'callWxOpenApi() is not supported'],
  ['open data', "sdk.getOpenData({ list: ['x'] })", '-604100'],
  ['an openapi there is not', 'sdk.openapi.customerServiceMessage.send({})', '-604100'],
  ['an id beyond 2^53', "db.collection('things').add({ data: { n: 2 ** 60 } })", 'beyond 2^53'],
])('%s', async (_title, call, words) => {
  expect(await refusal(call)).toContain(words);
});

test('watch(): the SDK retries by itself; its log says why it cannot connect', async () => {
  await cloud.run(
    `${NODE} app.database().collection('things').where({}).watch({ onChange() {}, onError() {} }); await new Promise((r) => setTimeout(r, 150));`,
  );
  const [invocation] = await cloud.invocations();
  expect(invocation?.logs.join('\n')).toContain('watch() is not supported by the local cloud');
});
