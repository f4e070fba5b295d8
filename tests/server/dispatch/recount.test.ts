import { cloud, later, makeNotice, makeReceipt, makeUnit, NOW } from '../../support';
import { countersAndRows, manyReceipts, manyUnits } from '../notice/many';

const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000);
const mark = async () => (await cloud.find('marks', { _id: 'recount' }))[0];
const counts = async (id: string) => (await cloud.find('notices', { _id: id }))[0]?.counts;
const WRONG = { total: 9, opened: 9, confirmed: 9 };

/** A notice whose counters are wrong, with one row changed at that time. */
async function changed(changedAt: Date | null) {
  const notice = await makeNotice({ counts: WRONG });
  await makeReceipt(notice, await makeUnit(), { state: 'confirmed', done: true, changedAt });
  await makeReceipt(notice, await makeUnit(), { state: 'opened' });
  await makeReceipt(notice, await makeUnit());
  return notice._id;
}

const requestsOfRun = async () =>
  (await cloud.invocations()).filter((invocation) => invocation.function === 'dispatch').pop()?.requests ??
  [];

describe('dispatch: recount', () => {
  it('counts from the rows what changed, the first time and whatever the counters were', async () => {
    const id = await changed(at(-60 * 24 * 400));
    expect(await cloud.fireTimer('minute')).toMatchObject({ result: { ok: true } });
    expect(await counts(id)).toEqual({ total: 3, opened: 2, confirmed: 1 });
    expect(await mark()).toMatchObject({ _id: 'recount', at: at(-2) });
  });

  it('leaves alone what did not change since the mark', async () => {
    await cloud.insert('marks', [{ _id: 'recount', at: at(-10) }]);
    const old = await changed(at(-11));
    const never = await changed(null);
    const fresh = await changed(at(-9));
    await cloud.fireTimer('minute');
    expect(await counts(old)).toEqual(WRONG);
    expect(await counts(never)).toEqual(WRONG);
    expect(await counts(fresh)).toEqual({ total: 3, opened: 2, confirmed: 1 });
  });

  it('costs five requests with everything else that has nothing to do, among 2,000 receipts', async () => {
    await cloud.insert('marks', [{ _id: 'recount', at: at(-10) }]);
    await manyReceipts(await makeNotice(), await manyUnits(2000), () => ({ changedAt: at(-100) }));
    await cloud.fireTimer('minute');
    await cloud.clock.advance(60_000);
    await cloud.fireTimer('minute');
    const requests = await requestsOfRun();
    expect(requests.length).toBeLessThanOrEqual(5);
    const others = requests.filter(({ collection }) => collection !== 'marks');
    expect(others.reduce((sum, { scanned }) => sum + scanned, 0)).toBeLessThanOrEqual(5);
  });

  it('looks again at the last two minutes: a row stamped before the mark may arrive after it', async () => {
    await cloud.fireTimer('minute');
    await cloud.clock.advance(60_000);
    const late = await changed(at(-1)); // its call began before the last run and ended after it
    await cloud.fireTimer('minute');
    expect(await counts(late)).toEqual({ total: 3, opened: 2, confirmed: 1 });
  });

  it('loses nothing when runs are missed', async () => {
    await cloud.fireTimer('minute');
    const first = await changed(at(60));
    const second = await changed(at(60 * 24 * 3));
    await cloud.clock.advance(5 * 86_400_000);
    await cloud.fireTimer('minute');
    for (const id of [first, second]) expect(await counts(id)).toEqual({ total: 3, opened: 2, confirmed: 1 });
    expect(await mark()).toMatchObject({ at: at(5 * 24 * 60 - 2) });
  });

  it('gets through 2,500 changes in a few runs, the mark never ahead of what was counted', async () => {
    await cloud.insert('marks', [{ _id: 'recount', at: later(-1) }]);
    const units = await manyUnits(500);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const notice = await makeNotice({ counts: WRONG });
      await manyReceipts(notice, units, (i) => ({
        state: 'opened',
        changedAt: new Date(at(-600).getTime() + n * 500_000 + i * 1000),
      }));
      ids.push(notice._id);
    }
    for (let run = 0; run < 4; run += 1) {
      await cloud.fireTimer('minute');
      const { at: until } = (await mark()) as { at: Date };
      for (const id of ids) {
        const first = (await cloud.find('receipts', { noticeId: id }))[0] as { changedAt: Date };
        if (first.changedAt < until) expect(await counts(id)).toMatchObject({ total: 500, opened: 500 });
      }
    }
    for (const id of ids) expect(await counts(id)).toEqual({ total: 500, opened: 500, confirmed: 0 });
    expect(await mark()).toMatchObject({ at: at(-2) });
  });

  it('does not care that a notice is gone', async () => {
    const id = await changed(at(-1));
    await makeReceipt(
      { ...(await makeNotice({ _id: 'notice-kept' })), _id: 'notice-gone' },
      await makeUnit(),
      { changedAt: at(-1) },
    );
    expect(await cloud.fireTimer('minute')).toMatchObject({ result: { ok: true } });
    expect((await countersAndRows(id)).counts).toEqual({ total: 3, opened: 2, confirmed: 1 });
    expect(await cloud.find('notices', {})).toHaveLength(2);
  });
});
