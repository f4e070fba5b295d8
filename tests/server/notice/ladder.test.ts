import { makeOffice, makeSeatedUnit, makeStaff, requestsOf, stranger } from '../../support';
import { laddered, missingUnit, PUBLISHED, RUNG, runAt } from './ladders';

describe('notice.ladder', () => {
  it('turns strangers and liaisons away', async () => {
    const input = { noticeId: 'notice-x' };
    expect(await stranger().fails('notice.ladder', input)).toMatchObject({ code: 'stranger' });
    const { liaison } = await makeSeatedUnit();
    expect(await liaison.fails('notice.ladder', input)).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [{}, 'noticeId'],
    [{ noticeId: 'a b' }, 'noticeId'],
    [{ noticeId: 'notice-x', dueAt: '2026-11-26T09:00:00.000Z' }, 'noticeId'],
    [{ dueAt: 'tomorrow' }, 'dueAt'],
  ])('names the field that is wrong in %j', async (given, field) => {
    expect(await (await makeStaff()).fails('notice.ladder', given)).toMatchObject({ code: 'invalid', field });
  });

  it('says so when the notice is gone', async () => {
    expect(await (await makeStaff()).fails('notice.ladder', { noticeId: 'notice-x' })).toMatchObject({
      code: 'missing',
    });
  });

  it('before publishing shows what the rulebook would give, for staff of every post', async () => {
    const finance = await makeStaff('finance');
    const dueAt = '2026-11-26T09:00:00.000Z';
    expect(await finance.ask('notice.ladder', { dueAt })).toEqual({ rungs: [], heads: { due: 0, told: 0 } });
    await makeOffice();
    const { rungs } = await finance.ask('notice.ladder', { dueAt });
    expect(rungs.map(({ at, to, state }) => [at, to, state])).toEqual([
      [RUNG.first, 'liaison', 'coming'],
      [RUNG.day, 'liaison', 'coming'],
      [RUNG.after, 'liaison', 'coming'],
      [RUNG.head, 'head', 'coming'],
    ]);
    const soon = await finance.ask('notice.ladder', { dueAt: '2026-11-23T09:00:00.000Z' });
    expect(soon.rungs.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'coming', 'coming']);
    const next = await finance.ask('notice.ladder', { dueAt: '2027-02-10T09:00:00.000Z' });
    expect(next.rungs.every(({ estimated }) => estimated)).toBe(true);
  });

  it('shows what was done and what comes, in four requests', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const notice = await laddered({}, [1]);
    await missingUnit(notice, 5);
    await missingUnit(notice, 0);
    await runAt(RUNG.first);
    const { rungs, heads } = await staff.ask('notice.ladder', { noticeId: notice._id });
    expect(rungs).toEqual([
      {
        workdays: -2,
        to: 'liaison',
        at: RUNG.first,
        on: true,
        state: 'sent',
        sentAt: RUNG.first,
        queued: 1,
        already: 0,
        unreachable: 1,
        estimated: false,
      },
      expect.objectContaining({ workdays: 0, state: 'coming', sentAt: null }),
      expect.objectContaining({ workdays: 1, on: false, state: 'off' }),
      expect.objectContaining({ workdays: 3, to: 'head', state: 'coming' }),
    ]);
    expect(heads).toEqual({ due: 0, told: 0 });
    expect((await requestsOf('notice.ladder')).length).toBeLessThanOrEqual(4);
    await runAt(RUNG.head);
    const after = await staff.ask('notice.ladder', { noticeId: notice._id });
    expect(after.heads).toEqual({ due: 2, told: 0 });
    expect(after.rungs.map(({ state }) => state)).toEqual(['sent', 'merged', 'missed', 'sent']);
    expect(PUBLISHED < new Date(RUNG.first)).toBe(true);
  });

  it('a notice of an earlier version has none', async () => {
    const notice = await laddered({ asking: { kind: 'nothing' } });
    expect((await (await makeStaff()).ask('notice.ladder', { noticeId: notice._id })).rungs).toEqual([]);
  });
});
