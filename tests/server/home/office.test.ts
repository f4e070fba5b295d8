import {
  later,
  makeFiling,
  makeLiaison,
  makeNotice,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { manyNotices, manyUnits, scannedBy } from '../notice/many';

const due = (iso: string) => new Date(iso);

/** Nothing waits, nothing runs. */
const NOTHING = {
  filings: 0,
  checks: 0,
  corrections: 0,
  handovers: 0,
  vacant: 0,
  vacantLong: 0,
  alarmDays: 30,
  check: 0,
  heads: 0,
  running: [],
  more: false,
};

describe('home.office', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('home.office', {})).toMatchObject({ code: 'stranger' });
    expect(await former.fails('home.office', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('home.office', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('home.office', {})).toMatchObject({ vacant: 1 });
  });

  it.each([['home'], [1], [false]])('takes no other input than an object: %j', async (input) => {
    expect(await (await makeStaff()).fails('home.office', input)).toEqual({
      code: 'invalid',
      message: '这一项填写有误',
    });
  });

  it('is empty in a new office', async () => {
    expect(await (await makeStaff()).ask('home.office', {})).toEqual({ ...NOTHING, alarmDays: null });
  });

  it('counts filings to review and active units without liaison', async () => {
    const unit = await makeUnit();
    await makeUnit({ active: false });
    await makeSeatedUnit();
    await makeFiling(unit, { openid: 'openid-a' });
    await makeFiling(unit, { openid: 'openid-b', state: 'returned' });
    await makeFiling(unit, { openid: 'openid-c', state: 'approved', open: false });
    expect(await (await makeStaff()).ask('home.office', {})).toEqual({
      ...NOTHING,
      alarmDays: null,
      filings: 1,
      vacant: 1,
    });
  });

  it('shows what runs: until it is due, and after that while units are missing, for 30 days', async () => {
    const some = { total: 3, opened: 2, confirmed: 1 };
    const whole = { total: 3, opened: 3, confirmed: 3 };
    await makeNotice({ _id: 'soon', dueAt: due('2026-11-24T09:00:00.000Z'), counts: some });
    await makeNotice({ _id: 'whole', dueAt: due('2026-11-30T09:00:00.000Z'), counts: whole });
    await makeNotice({ _id: 'late', dueAt: due('2026-11-01T09:00:00.000Z'), counts: some });
    await makeNotice({ _id: 'late-whole', dueAt: due('2026-11-20T09:00:00.000Z'), counts: whole });
    await makeNotice({ _id: 'forgotten', dueAt: due('2026-10-20T09:00:00.000Z'), counts: some });
    const { running } = await (await makeStaff()).ask('home.office', {});
    expect(running.map(({ noticeId }) => noticeId)).toEqual(['late', 'soon', 'whole']);
    expect(running[0]).toMatchObject({ overdue: true, dueText: '已超期22天', ...some });
    expect(running[1]).toEqual({
      noticeId: 'soon',
      title: '关于报送四季度信息的通知',
      ...some,
      ask: 'confirm',
      done: 1,
      dueText: '明日17:00截止',
      overdue: false,
    });
  });

  it('costs 12 requests and few documents among 2,000 notices', async () => {
    await makeOffice();
    const [unit] = await manyUnits(420, () => ({ seated: true }));
    await manyNotices(2000, unit ?? (await makeUnit()));
    const staff = await makeStaff();
    const { running } = await staff.ask('home.office', {});
    expect(running).toHaveLength(30);
    expect((await requestsOf('home.office')).length).toBeLessThanOrEqual(12);
    expect(await scannedBy('home.office')).toBeLessThanOrEqual(2 + 2 * 41);
    expect(JSON.stringify(running)).not.toContain('openid');
  });

  it('loses none that is still to come behind many that are over, and says when there are more', async () => {
    const whole = { total: 3, opened: 3, confirmed: 3 };
    for (let i = 0; i < 45; i += 1) {
      await makeNotice({ _id: `over-${i}`, dueAt: due(`2026-11-1${i % 9}T09:00:00.000Z`), counts: whole });
    }
    await makeNotice({
      _id: 'far',
      dueAt: due('2026-12-20T09:00:00.000Z'),
      counts: { total: 420, opened: 0, confirmed: 0 },
    });
    const home = await (await makeStaff()).ask('home.office', {});
    expect(home.running.map(({ noticeId }) => noticeId)).toEqual(['far']);
    expect(home.more).toBe(true);
  });

  it('shows thirty at most, the overdue and what is still to come, and says that there are more', async () => {
    const some = { total: 3, opened: 2, confirmed: 1 };
    const make = (name: string, days: number) => makeNotice({ _id: name, dueAt: later(days), counts: some });
    for (let i = 1; i <= 20; i += 1) await make(`over-${i}`, -i);
    const staff = await makeStaff();
    expect(await staff.ask('home.office', {})).toMatchObject({ more: false, running: { length: 20 } });
    for (let i = 1; i <= 20; i += 1) await make(`next-${i}`, i);
    const { running, more } = await staff.ask('home.office', {});
    const ids = running.map(({ noticeId }) => noticeId);
    // The longest overdue on top, then the next due.
    expect([ids.length, ids[0], ids[14], ids[15], ids[29], more]).toEqual([
      30,
      'over-20',
      'over-6',
      'next-1',
      'next-15',
      true,
    ]);
  });
});
