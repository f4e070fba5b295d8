import type { Fault } from '@local-cloud';
import { cloud, expectLog, later, makeNotice, makeReceipt, makeStaff, makeUnit, NOW } from '../../support';
import { countersAndRows, manyUnits } from '../notice/many';

const FAILED: Fault = { errCode: 'SYS_ERR', errMsg: 'injected' };
const RIGHT = { total: 1, opened: 1, confirmed: 0 };

/** A publication that was cut off before its first receipt. */
const cutOff = (_id: string, unitIds: string[] | null = null) =>
  makeNotice({
    _id,
    state: 'publishing',
    order: `${NOW}_${_id}`,
    audience: unitIds ? { kind: 'units', unitIds } : { kind: 'all' },
  });

/** A notice with a changed row and counters that are wrong. */
async function uncounted(_id: string) {
  const notice = await makeNotice({
    _id,
    order: `2026-01-01T00:00:00.000Z_${_id}`,
    counts: { total: 1, opened: 0, confirmed: 0 },
  });
  await makeReceipt(notice, await makeUnit({ active: false }), { state: 'opened', changedAt: new Date(NOW) });
}

const counts = async (_id: string) => (await cloud.find('notices', { _id }))[0]?.counts;
const invocations = async () => (await cloud.invocations()).filter((one) => one.function === 'dispatch');

describe('dispatch', () => {
  it('does nothing for a caller with an openid, whoever it is and whatever he sends', async () => {
    await cutOff('notice-cut');
    await uncounted('notice-old');
    const staff = await makeStaff('admin');
    for (const data of [{}, { Type: 'Timer', TriggerName: 'minute' }, { action: 'notice.publish' }]) {
      const { result } = await cloud.call('dispatch', data, { openid: staff.openid });
      expect(result).toEqual({ ok: false });
    }
    expect((await invocations()).flatMap(({ requests }) => requests)).toEqual([]);
    expect(await counts('notice-old')).toEqual({ total: 1, opened: 0, confirmed: 0 });
    expect((await cloud.find('notices', { _id: 'notice-cut' }))[0]).toMatchObject({ state: 'publishing' });
  });

  it('tells the timer nothing but that it worked', async () => {
    expect((await cloud.fireTimer('minute')).result).toEqual({ ok: true });
  });

  it('counts although a publication fails', async () => {
    expectLog(/timer/);
    await makeUnit();
    await cutOff('notice-cut');
    await uncounted('notice-old');
    await cloud.insert('marks', [{ _id: 'recount', at: later(-1) }]);
    await cloud.script({ api: 'database.insertDocument', function: 'dispatch', times: 99, fault: FAILED });
    expect((await cloud.fireTimer('minute')).result).toEqual({ ok: false });
    expect(await counts('notice-old')).toEqual(RIGHT);
  });

  it('publishes although the recount fails, and counts at the next run', async () => {
    expectLog(/timer/);
    await makeUnit();
    await cutOff('notice-cut');
    await uncounted('notice-old');
    await cloud.script({
      api: 'database.getDocument',
      function: 'dispatch',
      collection: 'marks',
      times: 1,
      fault: FAILED,
    });
    expect((await cloud.fireTimer('minute')).result).toEqual({ ok: false });
    expect((await cloud.find('notices', { _id: 'notice-cut' }))[0]).toMatchObject({
      state: 'published',
      counts: { total: 1 },
    });
    expect(await counts('notice-old')).toEqual({ total: 1, opened: 0, confirmed: 0 });
    expect((await cloud.fireTimer('minute')).result).toEqual({ ok: true });
    expect(await counts('notice-old')).toEqual(RIGHT);
  });

  it('finishes the other publications although one fails', async () => {
    expectLog(/timer/);
    const units = await manyUnits(3);
    for (const [i, unit] of units.entries()) await cutOff(`notice-${i}`, [unit._id]);
    await cloud.script({ api: 'database.insertDocument', function: 'dispatch', times: 1, fault: FAILED });
    await cloud.fireTimer('minute');
    const states = (await cloud.find('notices', {})).map(({ _id, state }) => [_id, state]);
    expect(states).toEqual([
      ['notice-0', 'publishing'],
      ['notice-1', 'published'],
      ['notice-2', 'published'],
    ]);
    await cloud.fireTimer('minute');
    expect(await cloud.find('notices', { state: 'publishing' })).toEqual([]);
  });

  it('logs a failure without what the rows hold', async () => {
    expectLog(/timer/);
    await makeUnit({ name: '示例保密矿业有限公司' });
    await cutOff('notice-cut');
    await cloud.script({
      api: 'database.insertDocument',
      function: 'dispatch',
      times: 1,
      fault: { errCode: 'SYS_ERR', errMsg: 'failed for 示例保密矿业有限公司 openid-0001' },
    });
    await cloud.fireTimer('minute');
    const logs = (await invocations()).flatMap(({ logs: lines }) => lines).join('\n');
    expect(logs).toContain('timer');
    expect(logs).not.toMatch(/保密|openid-/);
  });

  it('makes each receipt once when two runs overlap, counts right and moves the mark once', async () => {
    await manyUnits(250);
    await cutOff('notice-cut');
    await uncounted('notice-old');
    await cloud.script({
      api: 'database.insertDocument',
      function: 'dispatch',
      skip: 1,
      times: 1,
      delayMs: 200,
    });
    const replies = await Promise.all([1, 2, 3].map(() => cloud.fireTimer('minute')));
    for (const { result } of replies) expect(result).toEqual({ ok: true });
    const all = { total: 250, opened: 0, confirmed: 0 };
    expect(await countersAndRows('notice-cut')).toEqual({ counts: all, rows: all });
    expect(await counts('notice-old')).toEqual(RIGHT);
    const moved = new Date(Date.parse(NOW) - 120_000);
    expect(await cloud.find('marks', { _id: 'recount' })).toMatchObject([{ at: moved }]);
  });

  /** Requests of such a run by kind. */
  const requests = { insertDocument: 4, modifyDocument: 2, getDocument: 4, calculateDocument: 4 };
  const deaths = Object.entries(requests).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, skip) => [kind, skip] as const),
  );
  it.each(deaths)('may die at any request (%s %i): the next run finishes', async (write, skip) => {
    await manyUnits(250);
    await cutOff('notice-cut');
    await uncounted('notice-old');
    await cloud.script({
      api: `database.${write}`,
      function: 'dispatch',
      skip,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.fireTimer('minute');
    await cloud.clock.advance(60_000);
    expect((await cloud.fireTimer('minute')).result).toEqual({ ok: true });
    const all = { total: 250, opened: 0, confirmed: 0 };
    expect(await countersAndRows('notice-cut')).toEqual({ counts: all, rows: all });
    expect(await counts('notice-old')).toEqual(RIGHT);
    expect(await cloud.find('notices', { state: 'publishing' })).toEqual([]);
  });

  it('publishes to everybody in several runs when there are more units than one run takes', async () => {
    await manyUnits(2500);
    await cutOff('notice-cut');
    await cloud.fireTimer('minute');
    expect((await cloud.find('notices', {}))[0]).toMatchObject({
      state: 'publishing',
      counts: { total: 2000 },
    });
    await cloud.fireTimer('minute');
    const all = { total: 2500, opened: 0, confirmed: 0 };
    expect(await countersAndRows('notice-cut')).toEqual({ counts: all, rows: all });
  });
});
