import type { Notice } from '@server/stores/notices';
import {
  cloud,
  later,
  makeLiaison,
  makeNotice,
  makeReceipt,
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

  it.each([
    [{ cursor: 5 }, 'cursor', '翻页位置不正确'],
    [{ cursor: { $gt: '' } }, 'cursor', '翻页位置不正确'],
    [{ cursor: 'x'.repeat(301) }, 'cursor', '翻页位置不正确'],
    [{ show: 'mine' }, 'show', '没有这个分类'],
    [{ search: 'x'.repeat(31) }, 'search', '搜索内容最多30字'],
    [{ search: { $gt: '' } }, 'search', '搜索内容应为文字'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('notice.list', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

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
      number: null,
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

  it('keeps what runs apart from what is over, as the timer finds it', async () => {
    const staff = await makeStaff();
    const titles = async (show: 'running' | 'over' | 'all') =>
      (await staff.ask('notice.list', { show })).notices.map(({ title }) => title);
    const unit = await makeUnit();
    let n = 0;
    const sent = async (title: string, dueIn: number, confirmed: boolean, over: Partial<Notice> = {}) => {
      n += 1;
      const notice = await makeNotice({ title, dueAt: later(dueIn), order: `o${n}`, ...over });
      await makeReceipt(notice, unit, {
        changedAt: new Date(NOW),
        ...(confirmed && { state: 'confirmed', done: true }),
      });
    };
    await sent('还差人，未到期', 2, false);
    await sent('全办完，未到期', 2, true);
    await sent('还差人，已超期', -30, false);
    await sent('还差人，早已超期', -91, false);
    await sent('全办完，已到期', -1, true);
    await sent('又差人', -2, false, { running: false, settled: true });
    expect(await titles('running')).toHaveLength(5);
    expect(await cloud.fireTimer('minute')).toMatchObject({ result: { ok: true } });
    expect(await titles('running')).toEqual(['又差人', '还差人，已超期', '全办完，未到期', '还差人，未到期']);
    expect(await titles('over')).toEqual(['全办完，已到期', '还差人，早已超期']);
    expect(await titles('all')).toHaveLength(6);
  });

  it('finds a piece of a title or a number, within what is shown', async () => {
    const staff = await makeStaff();
    const number = { year: 2018, n: 25, text: '陕煤协会发〔2018〕25号' };
    const formal = await makeNotice({ title: '关于表彰的通报', number });
    await makeNotice({ title: '关于召开ＡＩ培训的通知', running: false });
    const find = async (search: string, show?: 'running') =>
      (await staff.ask('notice.list', { search, ...(show && { show }) })).notices.map(({ title }) => title);
    expect(await find('协会发(2018)25')).toEqual([formal.title]);
    expect(await find('ai培训')).toEqual(['关于召开ＡＩ培训的通知']);
    expect(await find('ai培训', 'running')).toEqual([]);
    expect((await staff.ask('notice.list', { search: '表彰' })).notices[0]).toMatchObject({
      number: number.text,
    });
  });

  it.each([10, 2000])('costs 2 requests and 21 documents of %i notices', async (count) => {
    const staff = await makeStaff();
    await manyNotices(count, await makeUnit());
    for (const show of ['all', 'running', 'over'] as const) {
      const { notices } = await staff.ask('notice.list', { show });
      expect(notices).toHaveLength(show === 'over' ? 0 : Math.min(count, 20));
      expect(await requestsOf('notice.list')).toHaveLength(2);
      expect(await scannedBy('notice.list')).toBeLessThanOrEqual(1 + 21);
    }
    expect(
      (await staff.ask('notice.list', { show: 'running', search: `第${count - 1}号` })).notices,
    ).toHaveLength(1);
    expect(await requestsOf('notice.list')).toHaveLength(2);
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
