import {
  cloud,
  later,
  makeLiaison,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  pushAccepts,
  requestsOf,
  stranger,
} from '../../support';
import { willing } from '../outbox/wechat';
import { seated } from '../handover/parties';

/** A missing unit whose liaison accepts `n` reminders. */
async function missing(notice: Awaited<ReturnType<typeof makeNotice>>, n: number) {
  const { unit, liaison } = await makeSeatedUnit();
  await willing(liaison.openid, 'todo', n);
  await makeReceipt(notice, unit);
  return { unit, liaison };
}

const nags = () => cloud.find('outbox', { message: 'todo' });

describe('notice.remind', () => {
  const input = { noticeId: 'notice-x' };

  it('turns a stranger away', async () => {
    expect(await stranger().fails('notice.remind', input)).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{}, 'noticeId'],
    [{ noticeId: 'a b' }, 'noticeId'],
    [{ noticeId: 'notice-x', cursor: 7 }, 'cursor'],
  ])('names the field that is wrong in %j', async (given, field) => {
    expect(await (await makeStaff()).fails('notice.remind', given)).toMatchObject({ code: 'invalid', field });
  });

  it('is for those who publish', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await liaison.fails('notice.remind', input)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('notice.remind', input)).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff('finance')).fails('notice.remind', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('says so when the notice is gone', async () => {
    expect(await (await makeStaff()).fails('notice.remind', input)).toMatchObject({ code: 'missing' });
  });

  it('reminds exactly the missing who can be pushed, and the message arrives', async () => {
    await makeOffice();
    const notice = await makeNotice();
    const { unit, liaison } = await missing(notice, 1);
    await missing(notice, 0);
    const { unit: done, liaison: ready } = await makeSeatedUnit();
    await pushAccepts(ready.openid, 1, 'todo');
    await makeReceipt(notice, done, { state: 'confirmed', done: true });
    await makeReceipt(notice, await makeUnit());
    const staff = await makeStaff();
    const noticeId = notice._id;
    expect(await staff.ask('notice.remindable', { noticeId })).toEqual({
      push: 1,
      already: 0,
      unreachable: 2,
    });
    expect(await staff.change('notice.remind', { noticeId })).toEqual({
      queued: 1,
      already: 0,
      unreachable: 2,
      next: null,
    });
    expect((await requestsOf('notice.remind')).length).toBeLessThanOrEqual(9);
    expect(await cloud.find('audits', { action: 'notice.remind' })).toMatchObject([{ subjectId: noticeId }]);
    await cloud.fireTimer('minute');
    expect(await cloud.messages()).toMatchObject([
      {
        touser: liaison.openid,
        page: `features/notice/detail/index?noticeId=${noticeId}&unitId=${unit._id}`,
        data: {
          thing1: { value: '确认：关于报送四季度信息的通知' },
          thing4: { value: '您单位还没有确认，剩3个工作日' },
        },
      },
    ]);
  });

  it('one nag per unit and day, over all notices', async () => {
    await makeOffice();
    const [first, second] = [await makeNotice(), await makeNotice()];
    const { unit } = await missing(first, 5);
    await makeReceipt(second, unit);
    const staff = await makeStaff();
    expect(await staff.change('notice.remind', { noticeId: first._id })).toMatchObject({ queued: 1 });
    expect(await staff.change('notice.remind', { noticeId: second._id })).toMatchObject({
      queued: 0,
      already: 1,
    });
    expect(await nags()).toHaveLength(1);
    await cloud.clock.set(later(1).toISOString());
    expect(await staff.change('notice.remind', { noticeId: second._id })).toMatchObject({ queued: 1 });
    expect(await nags()).toHaveLength(2);
  });

  it('one nag per unit and day also when another seat of it accepts by then', async () => {
    await makeOffice();
    const notice = await makeNotice();
    const { unit, leaver: main, deputy } = await seated({ deputy: '示例副岗' });
    await makeReceipt(notice, unit);
    await willing(main.openid, 'todo');
    const staff = await makeStaff();
    const noticeId = notice._id;
    expect(await staff.change('notice.remind', { noticeId })).toMatchObject({ queued: 1 });
    await cloud.fireTimer('minute');
    await pushAccepts(deputy.openid, 1, 'todo');
    expect(await staff.ask('notice.remindable', { noticeId })).toEqual({
      push: 0,
      already: 1,
      unreachable: 0,
    });
    expect(await staff.change('notice.remind', { noticeId })).toMatchObject({ queued: 0, already: 1 });
    expect(await nags()).toHaveLength(1);
  });

  it('a nag of the night counts for the morning it arrives', async () => {
    await makeOffice();
    await cloud.clock.set('2026-11-23T13:30:00.000Z'); // 21:30
    const notice = await makeNotice();
    await missing(notice, 5);
    const staff = await makeStaff();
    await staff.change('notice.remind', { noticeId: notice._id });
    await cloud.clock.set('2026-11-24T02:00:00.000Z');
    await cloud.fireTimer('minute');
    expect(await staff.change('notice.remind', { noticeId: notice._id })).toMatchObject({
      queued: 0,
      already: 1,
    });
    expect(await cloud.messages()).toHaveLength(1);
  });

  it('at night it waits for the morning', async () => {
    await makeOffice();
    await cloud.clock.set('2026-11-23T13:30:00.000Z'); // 21:30
    const notice = await makeNotice();
    await missing(notice, 1);
    await (await makeStaff()).change('notice.remind', { noticeId: notice._id });
    await cloud.fireTimer('minute');
    expect(await cloud.messages()).toEqual([]);
    expect(await nags()).toMatchObject([{ notBefore: new Date('2026-11-24T00:00:00.000Z') }]);
  });

  it('sent twice, is answered the same and reminds once', async () => {
    await makeOffice();
    const notice = await makeNotice();
    await missing(notice, 3);
    const staff = await makeStaff();
    const id = 'request-of-remind-0001';
    const first = await staff.change('notice.remind', { noticeId: notice._id }, id);
    expect(first).toMatchObject({ queued: 1, already: 0 });
    expect(await staff.change('notice.remind', { noticeId: notice._id }, id)).toEqual(first);
    expect(await nags()).toHaveLength(1);
  });
});
