import type { Doc } from '@local-cloud';
import { cloud, later, makeNotice, makeOffice, makeStaff, NOW } from '../../support';
import { manyReceipts, manyUnits } from '../notice/many';
import { countOf, digestOf } from './world';

/** What the digest's own lines ask: without its row, the office, the staff and what other jobs ask. */
const OTHERS = /digests|offices|outbox|marks|drafts|uploads|papers|exports/;

const requestsOfRun = async () =>
  ((await cloud.invocations()).filter((one) => one.function === 'dispatch').pop()?.requests ?? []).map(
    ({ action, collection, scanned }) => ({ what: `${action} ${collection}`, scanned }),
  );

describe('dispatch: the digest’s requests', () => {
  it('are fifteen at most more than those of an idle run, with 420 units and 2,000 notices', async () => {
    await makeOffice();
    await makeStaff();
    const units = await manyUnits(420, () => ({ createdAt: later(-900) }));
    const old = await makeNotice({
      running: false,
      settled: true,
      dueAt: later(-300),
      order: '2026-01-01T00',
    });
    await cloud.insert(
      'notices',
      Array.from({ length: 1990 }, (_, i) => ({
        ...old,
        _id: `old-${i}`,
        order: `2026-01-01T00:00:00.000Z_${i}`,
      })) as unknown as Doc[],
    );
    const counts = { total: 420, opened: 0, confirmed: 0 };
    for (let n = 0; n < 9; n += 1) {
      const notice = await makeNotice({
        counts,
        dueAt: later(n - 3),
        publishedAt: later(-9),
        order: `${later(-9).toISOString()}_${n}`,
      });
      await manyReceipts(notice, units);
    }
    await cloud.clock.set('2026-11-23T00:29:00.000Z');
    await cloud.fireTimer('minute');
    const idle = await requestsOfRun();
    await cloud.clock.set(NOW);
    await cloud.fireTimer('minute');
    const made = await requestsOfRun();
    const digest = await digestOf('2026-11-23');
    expect(countOf(digest, 'several')).toBe(420);
    expect(countOf(digest, 'unreachable')).toBe(420);
    expect(countOf(digest, 'overdue')).toBeGreaterThan(0);
    const own = (list: typeof made) => list.filter(({ what }) => !OTHERS.test(what)).length;
    expect(own(made) - own(idle)).toBeLessThanOrEqual(15);
    expect(own(made) - own(idle)).toBeGreaterThanOrEqual(12);
    expect(made.every(({ scanned }) => scanned <= 420 * 9)).toBe(true);
    await cloud.fireTimer('minute');
    expect(own(await requestsOfRun())).toBeLessThanOrEqual(own(idle));
  });
});
