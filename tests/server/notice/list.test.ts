import {
  makeLiaison,
  makeNotice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { manyNotices, scannedBy } from './many';

describe('notice.list', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.list', {})).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.list', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.list', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('notice.list', {})).toEqual({ notices: [], next: null });
  });

  it.each([[{ cursor: 5 }], [{ cursor: { $gt: '' } }], [{ cursor: 'x'.repeat(301) }]])(
    'names the field that is wrong in %j',
    async (input) => {
      expect(await (await makeStaff()).fails('notice.list', input)).toEqual({
        code: 'invalid',
        field: 'cursor',
        message: '翻页位置不正确',
      });
    },
  );

  it('shows the newest first with rings and deadlines', async () => {
    const staff = await makeStaff();
    const older = await makeNotice({
      order: '2026-11-22T00:00:00.000Z_a',
      dueAt: new Date('2026-11-20T09:00:00.000Z'),
    });
    const newer = await makeNotice({
      state: 'publishing',
      counts: { total: 420, opened: 300, confirmed: 258 },
    });
    const { notices } = await staff.ask('notice.list', {});
    expect(notices.map(({ noticeId }) => noticeId)).toEqual([newer._id, older._id]);
    expect(notices[0]).toEqual({
      noticeId: newer._id,
      title: newer.title,
      hostId: 'association',
      ask: 'confirm',
      state: 'publishing',
      publishedAt: NOW,
      dueAt: newer.dueAt.toISOString(),
      dueText: '剩3个工作日',
      counts: { total: 420, opened: 300, confirmed: 258, done: 258 },
    });
    expect(notices[1]).toMatchObject({ dueText: '已超期3天' });
  });

  it.each([10, 2000])('costs 2 requests and 21 documents of %i notices', async (count) => {
    const staff = await makeStaff();
    await manyNotices(count, await makeUnit());
    expect((await staff.ask('notice.list', {})).notices).toHaveLength(Math.min(count, 20));
    expect(await requestsOf('notice.list')).toHaveLength(2);
    expect(await scannedBy('notice.list')).toBeLessThanOrEqual(1 + 21);
  });

  it('pages without loss or doubling while a notice is published', async () => {
    const staff = await makeStaff();
    await manyNotices(45, await makeUnit());
    const first = await staff.ask('notice.list', {});
    await makeNotice({ order: '2026-11-23T02:00:00.000Z_new' });
    const second = await staff.ask('notice.list', { cursor: first.next ?? '' });
    const third = await staff.ask('notice.list', { cursor: second.next ?? '' });
    const ids = [first, second, third].flatMap(({ notices }) => notices.map(({ noticeId }) => noticeId));
    expect(third.next).toBeNull();
    expect(ids).toEqual(Array.from({ length: 45 }, (_, i) => `notice-${String(i).padStart(5, '0')}`));
  });
});
