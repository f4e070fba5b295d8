import type { OutboxRow } from '@server/stores/outbox';
import { newPerson } from '@server/stores/people';
import { cloud, NOW, pushSent, someMessage } from '../../support';
import { accept } from '../../support/subscriptions';

const PEOPLE = 150;
const MESSAGES = 300;
const KILLS = 50;

/** Numbers that look random and are the same in every run. */
function* chance(seed: number): Generator<number> {
  for (let x = seed; ;) {
    x = (x * 1103515245 + 12345) % 2147483648;
    yield x / 2147483648;
  }
}

/** WeChat tells of each delivery soon after it, and again when the function that was to hear it died. */
function wechatTells() {
  let told = 0;
  return async () => {
    const messages = await cloud.messages();
    for (const { touser } of messages.slice(told))
      for (let tries = 0, heard = false; !heard && tries < 3; tries += 1)
        heard = (await pushSent(touser, 'notice')).result !== undefined;
    told = messages.length;
  };
}

it(`sends ${MESSAGES} messages once each, the dispatcher killed ${KILLS} times at random points`, async () => {
  const openids = Array.from({ length: PEOPLE }, (_, i) => `openid-kill-${i}`);
  await cloud.insert(
    'people',
    openids.map((openid) => ({ ...newPerson(openid, new Date(NOW)), credits: { notice: { told: 9 } } })),
  );
  for (const openid of openids) await accept(openid, 'notice', 3);
  await cloud.insert(
    'outbox',
    Array.from({ length: MESSAGES }, (_, i) => ({
      ...someMessage(openids[i % PEOPLE] ?? '', { data: { ...someMessage('x').data, thing1: `事项${i}` } }),
    })),
  );
  const random = chance(20261123);
  const draw = (n: number) => Math.floor((random.next().value as number) * n);
  const tell = wechatTells();
  const points = ['database.modifyDocument', 'database.getDocument', 'subscribeMessage.send'] as const;
  let killed = 0;
  for (let run = 0; run < 400; run += 1) {
    if (killed < KILLS) {
      const api = points[draw(points.length)] ?? 'subscribeMessage.send';
      const skip = draw(api === 'subscribeMessage.send' ? 40 : 6);
      const fault = draw(2) ? ('kill-function' as const) : ('kill-after' as const);
      await cloud.script({ api, function: 'dispatch', skip, times: 1, fault });
    }
    const { result } = await cloud.fireTimer('minute');
    if (result === undefined) killed += 1;
    await tell();
    await cloud.clock.advance(3 * 60_000);
    const left = await cloud.find('outbox', { state: { $ne: 'sent' } });
    if (left.length === 0 && killed >= KILLS) break;
    // All out before the last kill: more to do, or the kills would hit nothing.
    if (left.length === 0)
      await cloud.insert(
        'outbox',
        openids.slice(0, 20).map((openid) => ({ ...someMessage(openid) })),
      );
    if (left.length === 0) for (const openid of openids.slice(0, 20)) await accept(openid, 'notice');
  }
  const rows = (await cloud.find('outbox', {})) as unknown as OutboxRow[];
  const states = rows.filter(({ state }) => state !== 'sent');
  expect(states.filter(({ code }) => code !== 0 && code !== 43101)).toEqual([]);
  const sent = (await cloud.messages()).map(({ data }) => data.thing1?.value);
  const numbered = sent.filter((title) => title?.startsWith('事项'));
  expect(new Set(numbered).size).toBe(MESSAGES);
  expect(numbered).toHaveLength(MESSAGES);
  expect(killed).toBeGreaterThanOrEqual(KILLS);
}, 600_000);
