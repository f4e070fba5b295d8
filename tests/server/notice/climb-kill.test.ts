import type { Fault } from '@local-cloud';
import type { OutboxRow } from '@server/stores/outbox';
import { cloud, makeOffice, makeStaff } from '../../support';
import { ladderOf, laddered, manyMissing, nags, RUNG } from './ladders';

const run = () => cloud.fireTimer('minute');
const doing = async (id: string) => (await ladderOf(id))?.climb ?? null;

/** A head rung of 20 pages would be long to look at; three pages show the same. */
const UNITS = 1200;

describe('dispatch: a ladder cut off', () => {
  const kinds = ['database.getDocument', 'database.insertDocument', 'database.modifyDocument'] as const;
  const faults: Fault[] = ['kill-function', 'kill-after'];
  it.each(kinds.flatMap((api) => faults.map((fault) => [api, fault] as const)))(
    `reminds each of ${UNITS} units once, killed again and again at %s (%s), and counts them all`,
    async (api, fault) => {
      await makeOffice();
      const notice = await laddered();
      await manyMissing(notice, UNITS);
      await cloud.clock.set(RUNG.head);
      for (const skip of [0, 3, 6, 9, 12, 15, 2, 5]) {
        await cloud.script({ api, function: 'dispatch', skip, times: 1, fault });
        await run();
      }
      for (let i = 0; i < 5; i += 1) await run();
      const rows = (await nags()) as unknown as OutboxRow[];
      expect(new Set(rows.map(({ unitId }) => unitId)).size).toBe(UNITS);
      expect(rows).toHaveLength(UNITS);
      expect(await doing(notice._id)).toBeNull();
      expect((await ladderOf(notice._id))?.rungs[3]).toMatchObject({
        end: 'sent',
        queued: UNITS,
        already: 0,
        unreachable: 0,
      });
      expect(await cloud.find('receipts', { noticeId: notice._id, head: 'due' })).toHaveLength(UNITS);
    },
    60_000,
  );

  it('cut off before midnight and gone on with after it, nags nobody of the page twice', async () => {
    await makeOffice();
    const notice = await laddered({ urgent: true });
    await manyMissing(notice, 250);
    await cloud.clock.set('2026-11-24T15:59:00.000Z'); // 23:59
    await cloud.script({
      api: 'database.insertDocument',
      function: 'dispatch',
      skip: 1,
      times: 1,
      fault: 'kill-after',
    });
    await run();
    const before = await nags();
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(250);
    await cloud.clock.set('2026-11-24T16:01:00.000Z');
    await run();
    const rows = (await nags()) as unknown as OutboxRow[];
    expect(new Set(rows.map(({ unitId }) => unitId)).size).toBe(250);
    expect(rows).toHaveLength(250);
    expect((await ladderOf(notice._id))?.rungs[0]).toMatchObject({ end: 'sent', queued: 250, already: 0 });
  });

  it('withdrawn while its reminders are being queued, tells nobody', async () => {
    await makeOffice();
    const notice = await laddered();
    await manyMissing(notice, 50);
    const staff = await makeStaff();
    await cloud.clock.set(RUNG.first);
    await cloud.script({ api: 'database.insertDocument', function: 'dispatch', times: 1, delayMs: 5000 });
    const going = run();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await staff.change('notice.withdraw', { noticeId: notice._id, reason: '有误' });
    await going;
    await run();
    expect(await cloud.messages()).toEqual([]);
    expect((await nags()).filter(({ state }) => state !== 'dropped')).toEqual([]);
    expect((await ladderOf(notice._id))?.rungs[0]?.end).toBeUndefined();
  });

  it('two runs at once remind each unit once and count it once', async () => {
    await makeOffice();
    const notice = await laddered();
    await manyMissing(notice, 700);
    await cloud.clock.set(RUNG.first);
    await Promise.all([run(), run(), run()]);
    await run();
    expect(await nags()).toHaveLength(700);
    expect((await ladderOf(notice._id))?.rungs[0]).toMatchObject({ end: 'sent', queued: 700, already: 0 });
  });
});

it('reminds 20,000 units over several runs, with about 24 requests for 1,000 of them', async () => {
  await makeOffice();
  const notice = await laddered();
  await manyMissing(notice, 20_000);
  // At night: everything waits for the morning, so that the requests are the ladder's and not those of sending.
  await cloud.clock.set('2026-11-24T14:00:00.000Z');
  let requests = 0;
  let runs = 0;
  for (let done = false; !done && runs < 30; runs += 1) {
    await run();
    const last = (await cloud.invocations()).filter((one) => one.function === 'dispatch').pop();
    requests += last?.requests.length ?? 0;
    done = !!(await ladderOf(notice._id))?.rungs[0]?.end;
  }
  expect(runs).toBeGreaterThan(1);
  expect((await ladderOf(notice._id))?.rungs[0]).toMatchObject({ end: 'sent', queued: 20_000 });
  expect((await nags()).length).toBe(20_000);
  expect(requests / 20).toBeLessThanOrEqual(28); // with what each run looks at besides
}, 600_000);
