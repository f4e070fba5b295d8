import {
  cloud,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { ladderOf, laddered, missingUnit, nags, RUNG, runAt } from './ladders';

describe('notice.setRung', () => {
  const input = { noticeId: 'notice-x', workdays: -2, on: false };

  it('turns a stranger away', async () => {
    expect(await stranger().fails('notice.setRung', input)).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{ ...input, noticeId: 'a b' }, 'noticeId'],
    [{ ...input, workdays: 1.5 }, 'workdays'],
    [{ ...input, workdays: 99 }, 'workdays'],
    [{ ...input, on: 'yes' }, 'on'],
    [{}, 'noticeId'],
  ])('names the field that is wrong in %j', async (given, field) => {
    expect(await (await makeStaff()).fails('notice.setRung', given)).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('is for those who publish', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await liaison.fails('notice.setRung', input)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('notice.setRung', input)).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff('finance')).fails('notice.setRung', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('says so when the notice or the rung is gone, or nobody is chased any more', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('notice.setRung', input)).toMatchObject({ code: 'missing' });
    const notice = await laddered();
    expect(
      await staff.fails('notice.setRung', { ...input, noticeId: notice._id, workdays: 7 }),
    ).toMatchObject({
      code: 'missing',
      field: 'workdays',
    });
    const gone = await laddered({ state: 'withdrawn' });
    expect(await staff.fails('notice.setRung', { ...input, noticeId: gone._id })).toMatchObject({
      code: 'closed',
    });
  });

  it('switches a rung off and on again; the timer goes by it', async () => {
    await makeOffice();
    const notice = await laddered();
    await missingUnit(notice, 5);
    const staff = await makeStaff('editor');
    const noticeId = notice._id;
    expect(await staff.change('notice.setRung', { noticeId, workdays: -2, on: false })).toEqual({
      on: false,
      nextAt: RUNG.day,
    });
    expect((await requestsOf('notice.setRung')).length).toBeLessThanOrEqual(4);
    expect(await staff.change('notice.setRung', { noticeId, workdays: 0, on: false })).toMatchObject({
      nextAt: RUNG.after,
    });
    expect(await staff.change('notice.setRung', { noticeId, workdays: 0, on: true })).toMatchObject({
      nextAt: RUNG.day,
    });
    expect(await cloud.find('audits', { action: 'notice.setRung' })).toHaveLength(3);
    await runAt(RUNG.first);
    expect(await nags()).toEqual([]);
    await runAt(RUNG.day);
    expect(await nags()).toHaveLength(1);
  });

  it('what is past stays as it is', async () => {
    await makeOffice();
    const notice = await laddered({}, [-2]);
    const staff = await makeStaff();
    await runAt(RUNG.first);
    const past = { noticeId: notice._id, workdays: -2, on: true };
    expect(await staff.fails('notice.setRung', past)).toMatchObject({
      code: 'conflict',
      message: '这一步的时间已经过了，不能再开关；需要时请点“提醒”',
    });
    await runAt(RUNG.day);
    expect(
      await staff.fails('notice.setRung', { noticeId: notice._id, workdays: 0, on: false }),
    ).toMatchObject({ code: 'conflict' });
  });

  it('sent twice, or by two at once, is one switch', async () => {
    const notice = await laddered();
    const staff = await makeStaff();
    const off = { noticeId: notice._id, workdays: 1, on: false };
    const id = 'request-of-set-rung-1';
    const first = await staff.change('notice.setRung', off, id);
    expect(await staff.change('notice.setRung', off, id)).toEqual(first);
    expect((await ladderOf(notice._id))?.version).toBe(1);
    await Promise.all([-2, 0, 3].map((workdays) => staff.change('notice.setRung', { ...off, workdays })));
    expect((await ladderOf(notice._id))?.rungs.map(({ on }) => on)).toEqual([false, false, false, false]);
  });
});
