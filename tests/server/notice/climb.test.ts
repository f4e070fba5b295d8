import {
  cloud,
  expectLog,
  later,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeStaff,
  makeUnit,
} from '../../support';
import { ladderOf, laddered, missingUnit, nags, RUNG, runAt } from './ladders';
import { ladderFor } from '@server/features/notice/ladder/plan';
import { usualNotices } from '@contract/policy/notices-part';
import { someNotice } from './many';

const rungsOf = async (id: string) => (await ladderOf(id))?.rungs;
const nextOf = async (id: string) => (await cloud.find('notices', { _id: id }))[0]?.nextRungAt;

describe('dispatch: automatic reminders', () => {
  beforeEach(async () => void (await makeOffice()));

  it('a publication gets the rulebook’s rungs, of which some may be switched off; asking nothing it gets none', async () => {
    await makeUnit();
    const staff = await makeStaff('editor');
    const dueAt = '2026-11-30T09:00:00.000Z';
    const { noticeId } = await staff.change('notice.publish', someNotice({ dueAt, rungsOff: [1] }));
    expect(await ladderOf(noticeId)).toEqual({
      version: 0,
      remindAt: '09:00',
      climb: null,
      rungs: [
        { workdays: -2, to: 'liaison', on: true },
        { workdays: 0, to: 'liaison', on: true },
        { workdays: 1, to: 'liaison', on: false },
        { workdays: 3, to: 'head', on: true },
      ],
    });
    expect(await nextOf(noticeId)).toEqual(new Date('2026-11-26T01:00:00.000Z'));
    const silent = await staff.change('notice.publish', someNotice({ asking: { kind: 'nothing' } }));
    expect(await ladderOf(silent.noticeId)).toBeUndefined();
  });

  it('reminds exactly the missing at its time, not a minute before, once, and keeps how many', async () => {
    const notice = await laddered();
    const { unit, liaison } = await missingUnit(notice, 5);
    await missingUnit(notice, 0);
    await missingUnit(notice, 5, {}, { state: 'confirmed', done: true });
    await runAt('2026-11-24T00:59:00.000Z');
    expect(await nags()).toEqual([]);
    await runAt(RUNG.first);
    await runAt('2026-11-24T01:01:00.000Z');
    expect(await cloud.messages()).toMatchObject([
      {
        touser: liaison.openid,
        page: `features/notice/detail/index?noticeId=${notice._id}&unitId=${unit._id}`,
        data: { thing4: { value: '您单位还没有确认，剩2个工作日' } },
      },
    ]);
    expect((await rungsOf(notice._id))?.[0]).toEqual({
      workdays: -2,
      to: 'liaison',
      on: true,
      end: 'sent',
      sentAt: new Date(RUNG.first),
      queued: 1,
      already: 0,
      unreachable: 1,
    });
    expect(await nextOf(notice._id)).toEqual(new Date(RUNG.day));
  });

  it('missed days lose nothing: several overdue rungs make one reminder, and the head is turned to as well', async () => {
    const notice = await laddered();
    const { receipt } = await missingUnit(notice, 5);
    await runAt('2026-12-03T02:00:00.000Z');
    expect(await nags()).toHaveLength(1);
    expect((await rungsOf(notice._id))?.map(({ end }) => end)).toEqual([
      'merged',
      'merged',
      'merged',
      'sent',
    ]);
    expect(await nextOf(notice._id)).toBeNull();
    expect(await cloud.find('receipts', { _id: receipt._id })).toMatchObject([{ head: 'due', done: false }]);
    expect((await cloud.messages())[0]?.data.thing4?.value).toBe('仍未办理，秘书处将告知单位负责人');
  });

  it('leaves out a rung that is switched off', async () => {
    const notice = await laddered({}, [-2]);
    await missingUnit(notice, 5);
    await runAt(RUNG.first);
    expect(await nags()).toEqual([]);
    await runAt(RUNG.day);
    expect(await nags()).toHaveLength(1);
    expect((await rungsOf(notice._id))?.[0]).toEqual({ workdays: -2, to: 'liaison', on: false });
  });

  it('one nag a unit and day, whoever asked for it', async () => {
    const notice = await laddered();
    const other = await makeNotice();
    const { unit } = await missingUnit(notice, 5);
    await makeReceipt(other, unit);
    await cloud.clock.set('2026-11-24T00:30:00.000Z');
    await (await makeStaff()).change('notice.remind', { noticeId: other._id });
    await runAt(RUNG.first);
    expect(await nags()).toHaveLength(1);
    expect((await rungsOf(notice._id))?.[0]).toMatchObject({ end: 'sent', queued: 0, already: 1 });
  });

  it.each(['withdrawn', 'corrected'] as const)(
    'a notice that is %s reminds nobody any more',
    async (state) => {
      const notice = await laddered({ state });
      await missingUnit(notice, 5);
      await runAt(RUNG.head);
      expect(await nags()).toEqual([]);
      expect((await rungsOf(notice._id))?.[0]?.end).toBeUndefined();
    },
  );

  it('at night it waits for the morning and counts for that day, unless it is urgent', async () => {
    const calm = await laddered({ _id: 'notice-calm' });
    const urgent = await laddered({ _id: 'notice-urgent', urgent: true });
    await missingUnit(calm, 5);
    await missingUnit(urgent, 5);
    await runAt('2026-11-24T14:00:00.000Z'); // 22:00, the timer slept through the day
    expect((await cloud.messages()).map(({ page }) => page)).toEqual([
      expect.stringContaining('notice-urgent'),
    ]);
    expect(await cloud.find('outbox', { subjectId: 'notice-calm' })).toMatchObject([
      { notBefore: new Date('2026-11-25T00:00:00.000Z'), _id: expect.stringMatching(/^nag_2026-11-25_/) },
    ]);
  });

  it.each([
    // A Friday's rung, the timer asleep until Saturday; or until the night, whose morning is free.
    ['2026-11-28T02:00:00.000Z', '2026-11-30T01:00:00.000Z'],
    ['2026-11-27T14:00:00.000Z', '2026-11-30T01:00:00.000Z'],
    // National Day 2026, 1 to 7 October, and the working Saturday after it.
    ['2026-10-03T02:00:00.000Z', '2026-10-08T01:00:00.000Z'],
    ['2026-10-10T02:00:00.000Z', '2026-10-10T02:00:00.000Z'],
  ])('missed until %s, it reminds on a working day: %s', async (awake, sent) => {
    const dueAt = new Date(Date.parse(awake) - 30 * 3600_000);
    const asked = { ask: 'confirm' as const, dueAt, publishedAt: later(-90), off: [-2, 1, 3] };
    const due = { dueAt, ...ladderFor(usualNotices, asked), nextRungAt: dueAt };
    const notice = await laddered(due);
    const urgent = await laddered({ ...due, urgent: true });
    const { receipt } = await missingUnit(notice, 5);
    const other = await missingUnit(urgent, 5);
    await runAt(awake);
    await runAt(new Date(Date.parse(awake) + 60_000).toISOString());
    expect((await nags()).map(({ subjectId }) => subjectId)).toContain(urgent._id);
    expect(other.receipt.noticeId).toBe(urgent._id);
    if (sent !== awake) {
      expect(await cloud.find('outbox', { subjectId: notice._id })).toEqual([]);
      expect(await nextOf(notice._id)).toEqual(new Date(sent));
      await runAt(new Date(Date.parse(sent) - 60_000).toISOString());
      expect(await cloud.find('outbox', { subjectId: notice._id })).toEqual([]);
      await runAt(sent);
    }
    expect(await cloud.find('outbox', { subjectId: receipt.noticeId })).toMatchObject([{ state: 'sent' }]);
    expect((await rungsOf(notice._id))?.[1]).toMatchObject({ end: 'sent', queued: 1 });
  });

  it('a moved deadline moves what is not sent yet', async () => {
    const notice = await laddered({
      dueAt: new Date('2026-12-10T09:00:00.000Z'),
      nextRungAt: new Date(RUNG.first),
    });
    await missingUnit(notice, 5);
    await runAt(RUNG.first);
    expect(await nags()).toEqual([]);
    expect(await nextOf(notice._id)).toEqual(new Date('2026-12-08T01:00:00.000Z'));
  });

  it('a short deadline leaves out what falls before the publication or on its day', async () => {
    await makeUnit();
    const { noticeId } = await (
      await makeStaff('editor')
    ).change('notice.publish', someNotice({ dueAt: later(1).toISOString() }));
    expect((await rungsOf(noticeId))?.map(({ end }) => end)).toEqual([
      'skipped',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('one notice that fails does not keep the others', async () => {
    expectLog(/timer/);
    const bad = await laddered({
      _id: 'notice-bad',
      title: null as unknown as string,
      nextRungAt: new Date('2026-11-24T00:00:00.000Z'),
    });
    await missingUnit(bad, 5);
    const good = await laddered({ _id: 'notice-good' });
    await missingUnit(good, 5);
    await runAt(RUNG.first);
    expect((await rungsOf(good._id))?.[0]).toMatchObject({ end: 'sent', queued: 1 });
  });
});
