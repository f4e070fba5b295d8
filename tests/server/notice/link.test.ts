import type { Fault } from '@local-cloud';
import {
  cloud,
  makeLiaison,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { laddered } from './ladders';

const DAY = 86_400_000;
const kept = () => cloud.find('links', {});

async function missing() {
  const notice = await laddered();
  const { unit, liaison } = await makeSeatedUnit({ short: '示例一矿' });
  await makeReceipt(notice, unit);
  return { notice, unit, liaison, input: { noticeId: notice._id, unitId: unit._id } };
}

describe('notice.link', () => {
  const input = { noticeId: 'notice-x', unitId: 'unit-x' };

  it('turns a stranger away', async () => {
    expect(await stranger().fails('notice.link', input)).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{ ...input, noticeId: '' }, 'noticeId'],
    [{ noticeId: 'notice-x' }, 'unitId'],
  ])('names the field that is wrong in %j', async (given, field) => {
    expect(await (await makeStaff()).fails('notice.link', given)).toMatchObject({ code: 'invalid', field });
  });

  it('is for those who publish', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await liaison.fails('notice.link', input)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('notice.link', input)).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff('finance')).fails('notice.link', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('says so when the notice is gone, over, not the unit’s, or nobody could use the link', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('notice.link', input)).toMatchObject({ code: 'missing' });
    const notice = await laddered();
    const empty = await makeUnit();
    const of = (unitId: string, noticeId = notice._id) => ({ noticeId, unitId });
    expect(await staff.fails('notice.link', of(empty._id))).toMatchObject({
      code: 'missing',
      field: 'unitId',
    });
    await makeReceipt(notice, empty);
    expect(await staff.fails('notice.link', of(empty._id))).toMatchObject({
      code: 'conflict',
      field: 'unitId',
      message: expect.stringContaining('请打电话'),
    });
    const over = await laddered({ state: 'withdrawn' });
    await makeReceipt(over, empty);
    expect(await staff.fails('notice.link', of(empty._id, over._id))).toMatchObject({ code: 'closed' });
  });

  it('makes the liaison’s own link, in words for an SMS, and keeps it out of the log', async () => {
    await makeOffice();
    const { notice, unit, input: wanted } = await missing();
    const staff = await makeStaff('editor');
    const link = await staff.change('notice.link', wanted);
    expect(link.url).toContain(`features/notice/detail/index?noticeId=${notice._id}&unitId=${unit._id}`);
    expect(link.text).toBe(
      `【示例市煤炭工业协会】示例一矿：《关于报送四季度信息的通知》请于11月26日（周四）17:00前确认收到。请点击 ${link.url} 办理。`,
    );
    expect(Date.parse(link.expiresAt) - Date.parse(NOW)).toBe(29 * DAY);
    expect((await requestsOf('notice.link')).length).toBeLessThanOrEqual(7);
    const [entry] = await cloud.find('audits', { action: 'notice.link' });
    expect(entry).toMatchObject({ collection: 'receipts', unitId: unit._id });
    expect(JSON.stringify(entry)).not.toContain(link.url);
    expect(
      JSON.stringify(await cloud.invocations().then((all) => all.flatMap(({ logs }) => logs))),
    ).not.toContain(link.url);
  });

  it('gives the same while it opens, another before it runs out, and a successor one of his own', async () => {
    const { unit, input: wanted } = await missing();
    const staff = await makeStaff();
    const first = await staff.change('notice.link', wanted);
    expect(await staff.change('notice.link', wanted)).toEqual(first);
    expect(await kept()).toHaveLength(1);
    await cloud.clock.advance(27 * DAY);
    const renewed = await staff.change('notice.link', wanted);
    expect(Date.parse(renewed.expiresAt)).toBeGreaterThan(Date.parse(first.expiresAt));
    expect(await kept()).toHaveLength(1);
    const { openid = '' } = unit.seats.main ?? {};
    expect(JSON.stringify(await kept())).not.toContain(openid);
  });

  const faults: [Fault, string, RegExp][] = [
    [{ errCode: 44990, errMsg: 'rate limit' }, 'busy', /请过一分钟再试/],
    [{ errCode: 45009, errMsg: 'reach max api daily quota limit' }, 'closed', /明天再试/],
    [{ errCode: 85079, errMsg: 'miniprogram has no online release' }, 'closed', /还没有正式发布/],
    [{ errCode: 40165, errMsg: 'invalid weapp pagepath' }, 'closed', /没有通知页面/],
    [{ errCode: -1, errMsg: 'system error' }, 'busy', /请稍后重试/],
    [{ errCode: -604101, errMsg: 'no permission' }, 'closed', /权限/],
    ['timeout', 'busy', /请稍后重试/],
  ];
  it.each(faults)('WeChat’s %j is said in words, and the next try works', async (fault, code, words) => {
    const { input: wanted } = await missing();
    const staff = await makeStaff();
    await cloud.script({ api: 'urllink.generate', times: 1, fault });
    expect(await staff.fails('notice.link', wanted)).toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
    expect(await kept()).toEqual([]);
    await staff.change('notice.link', wanted);
    expect(await kept()).toHaveLength(1);
  });

  it('sent twice, or by two at once, is one link', async () => {
    const { input: wanted } = await missing();
    const staff = await makeStaff();
    const id = 'request-of-link-000001';
    const first = await staff.change('notice.link', wanted, id);
    expect(await staff.change('notice.link', wanted, id)).toEqual(first);
    expect(await cloud.find('audits', { action: 'notice.link' })).toHaveLength(1);
    const { input: other } = await missing();
    const both = await Promise.all([1, 2].map(() => staff.change('notice.link', other)));
    expect(both[0]).toEqual(both[1]);
    expect(await kept()).toHaveLength(2);
  });
});
