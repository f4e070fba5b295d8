import type { OutboxRow } from '@server/stores/outbox';
import { nagId } from '@server/stores/outbox';
import {
  cloud,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  NOW,
  queued,
  subscriber,
} from '../../support';
import { failWith, willing } from './wechat';

const MINUTE = 60_000;
const rowOf = async (id: string) => (await cloud.find('outbox', { _id: id }))[0] as unknown as OutboxRow;
const runAt = async (iso: string) => {
  await cloud.clock.set(iso);
  await cloud.fireTimer('minute');
};

/** Quiet from 21:00 to 08:00 by the rulebook; 13:00 and 00:00 in UTC. */
describe('quiet hours at their edges', () => {
  beforeEach(async () => void (await makeOffice()));

  it.each([
    ['2026-11-23T12:59:59.000Z', 'sent'],
    ['2026-11-23T13:00:00.000Z', 'waiting'],
    ['2026-11-23T15:59:59.000Z', 'waiting'],
    ['2026-11-23T16:00:00.000Z', 'waiting'],
    ['2026-11-23T23:59:59.000Z', 'waiting'],
    ['2026-11-24T00:00:00.000Z', 'sent'],
  ])('due a minute before %s it is then %s; what is urgent goes out', async (iso, state) => {
    const notBefore = new Date(Date.parse(iso) - MINUTE);
    const calm = await queued(await subscriber(1), { notBefore });
    const urgent = await queued(await subscriber(1), { notBefore, urgent: true });
    await runAt(iso);
    expect(await rowOf(calm)).toMatchObject({ state, attempts: state === 'sent' ? 1 : 0, lease: null });
    expect(await rowOf(urgent)).toMatchObject({ state: 'sent' });
    if (state === 'waiting')
      expect((await rowOf(calm)).notBefore).toEqual(new Date('2026-11-24T00:00:00.000Z'));
  });
});

describe('what WeChat answers', () => {
  it.each([45168])('%i will not change', async (code) => {
    const id = await queued(await subscriber(1));
    await failWith(code);
    await cloud.fireTimer('minute');
    expect(await rowOf(id)).toMatchObject({ state: 'failed', code, attempts: 1 });
  });

  it.each([43107, 43108, -604101])(
    '%i: waits longer each time, ten hours at most, then gives up',
    async (code) => {
      const id = await queued(await subscriber(1));
      await failWith(code, 99);
      const waits: number[] = [];
      for (let i = 0, at = Date.parse(NOW); i < 6; i += 1) {
        await runAt(new Date(at).toISOString());
        const { state, notBefore } = await rowOf(id);
        if (state === 'waiting') waits.push((notBefore.getTime() - at) / MINUTE);
        at = Math.max(at, notBefore.getTime());
      }
      expect(waits).toEqual([1, 5, 25, 120, 600]);
      expect(await rowOf(id)).toMatchObject({ state: 'failed', code, attempts: 6 });
    },
  );

  it('two messages to one person do not go out at the same moment (43108)', async () => {
    const openid = await subscriber(1);
    await willing(openid, 'todo');
    const ids = [await queued(openid), await queued(openid, { message: 'todo' })];
    await cloud.fireTimer('minute');
    expect(await cloud.messages()).toHaveLength(1);
    await cloud.clock.advance(MINUTE);
    await cloud.fireTimer('minute');
    expect(await cloud.messages()).toHaveLength(2);
    for (const id of ids) expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });
});

describe('a reminder that waited', () => {
  /** Queued in the evening for eight in the morning. */
  async function waiting(over: Parameters<typeof makeReceipt>[2]) {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit();
    await willing(liaison.openid, 'todo');
    const notice = await makeNotice();
    await makeReceipt(notice, unit, over);
    const notBefore = new Date('2026-11-24T00:00:00.000Z');
    const _id = nagId('2026-11-24', unit._id);
    const row = { _id, message: 'todo' as const, unitId: unit._id, subjectId: notice._id, notBefore };
    return queued(liaison.openid, row);
  }

  it.each([
    [{ state: 'confirmed', done: true } as const, 'dropped'],
    [{ closed: 'left', done: true } as const, 'dropped'],
    [{ state: 'opened' } as const, 'sent'],
  ])('of a unit that is %j by then is %s', async (over, state) => {
    const id = await waiting(over);
    await runAt('2026-11-24T00:00:00.000Z');
    expect(await rowOf(id)).toMatchObject({ state });
    expect(await cloud.messages()).toHaveLength(state === 'sent' ? 1 : 0);
  });
});
