import { functionFolder, localOnly, testCloud, type TestCloud } from './support';

const test = localOnly('the clock is moved');

const config = { triggers: [{ name: 'nine', type: 'timer', config: '0 0 9 * * * *' }] };
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud(
    {
      timers: true,
      functions: [
        {
          name: 'dispatch',
          dir: functionFolder('exports.main = (event) => console.log(JSON.stringify(event))', config),
        },
      ],
    },
    { permissions: { openapi: ['security.mediaCheckAsync'] } },
  );
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

/** Events `dispatch` received, after at least that many came. */
async function received(count: number): Promise<Array<Record<string, unknown>>> {
  for (let tries = 0; tries < 60; tries++) {
    const logs = (await cloud.invocations()).filter((i) => i.function === 'dispatch').flatMap((i) => i.logs);
    if (logs.length >= count) return logs.map((line) => JSON.parse(line) as Record<string, unknown>);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`dispatch did not receive ${count} events`);
}

test('a timer fires when the clock, moved by hand, passes its time in UTC+8, and only then', async () => {
  await cloud.clock.set('2026-11-21T00:59:58Z');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect((await cloud.invocations()).length).toBe(0);
  await cloud.clock.advance(2000);
  expect(await received(1)).toEqual([
    { Type: 'Timer', TriggerName: 'nine', Time: '2026-11-21T01:00:00.000Z', Message: '' },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await received(1)).toHaveLength(1);
});

test.each([
  ['a.png', 'pass', 100],
  ['risky.png', 'risky', 20002],
])('mediaCheckAsync of %s: the verdict is pushed to dispatch', async (name, suggest, label) => {
  const reply = await cloud.run<{ traceId: string }>(
    `return sdk.openapi.security.mediaCheckAsync({ mediaUrl: 'http://x/' + event.name, mediaType: 2, version: 2, scene: 3, openid: 'o-tester' })`,
    { name },
  );
  expect(await received(1)).toMatchObject([
    { Event: 'wxa_media_check', trace_id: reply.traceId, version: 2, result: { suggest, label } },
  ]);
});
