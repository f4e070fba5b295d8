import {
  cloud,
  makeLiaison,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { laddered, manyMissing } from './ladders';

const kept = () => cloud.find('links', {});

describe('notice.links', () => {
  const input = { noticeId: 'notice-x' };

  it('turns a stranger away', async () => {
    expect(await stranger().fails('notice.links', input)).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{}, 'noticeId'],
    [{ noticeId: 'notice-x', cursor: 7 }, 'cursor'],
  ])('names the field that is wrong in %j', async (given, field) => {
    expect(await (await makeStaff()).fails('notice.links', given)).toMatchObject({ code: 'invalid', field });
  });

  it('is for those who publish', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await liaison.fails('notice.links', input)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('notice.links', input)).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff('finance')).fails('notice.links', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('says so when the notice is gone or over', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('notice.links', input)).toMatchObject({ code: 'missing' });
    const over = await laddered({ state: 'corrected' });
    expect(await staff.fails('notice.links', { noticeId: over._id })).toMatchObject({ code: 'closed' });
  });

  it('makes them for the missing with a liaison, 100 a call in a few requests', async () => {
    const notice = await laddered();
    await manyMissing(notice, 150);
    await makeReceipt(notice, await makeUnit());
    const done = await makeSeatedUnit();
    await makeReceipt(notice, done.unit, { state: 'confirmed', done: true });
    const staff = await makeStaff('editor');
    const first = await staff.change('notice.links', { noticeId: notice._id });
    expect(first).toMatchObject({ made: 100, ready: 0, none: 0, wait: 0 });
    expect((await requestsOf('notice.links')).filter((one) => !one.startsWith('wx.'))).toHaveLength(7);
    const second = await staff.change('notice.links', { noticeId: notice._id, cursor: first.next ?? '' });
    expect(second).toEqual({ made: 50, ready: 0, none: 1, failed: 0, wait: 0, next: null });
    expect(await kept()).toHaveLength(150);
    expect(await staff.change('notice.links', { noticeId: notice._id })).toMatchObject({
      made: 0,
      ready: 100,
    });
    expect(await cloud.find('audits', { action: 'notice.links' })).toHaveLength(3);
  });

  it('waits a little when WeChat wants a rest, then says how long, and loses nothing it made', async () => {
    const notice = await laddered();
    await manyMissing(notice, 20);
    const staff = await makeStaff();
    const tooFast = { errCode: 44990, errMsg: 'rate limit' };
    await cloud.script({ api: 'urllink.generate', skip: 7, times: 1, fault: tooFast });
    expect(await staff.change('notice.links', { noticeId: notice._id })).toMatchObject({
      made: 20,
      next: null,
    });

    const other = await laddered();
    const rows = await cloud.find('receipts', { noticeId: notice._id });
    await cloud.insert(
      'receipts',
      rows.map((row) => ({ ...row, _id: `${other._id}_${row.unitId as string}`, noticeId: other._id })),
    );
    await cloud.script({ api: 'urllink.generate', skip: 7, times: 50, fault: tooFast });
    const reply = await staff.change('notice.links', { noticeId: other._id });
    expect(reply).toMatchObject({ made: 7, wait: 10, next: '' });
    expect(await cloud.find('links', { noticeId: other._id })).toHaveLength(7);
  });

  it('one that WeChat does not give keeps no other from theirs, and the phone list comes with a gap', async () => {
    const notice = await laddered();
    await manyMissing(notice, 20);
    const staff = await makeStaff();
    const odd = { errCode: -1, errMsg: 'system error' };
    await cloud.script({ api: 'urllink.generate', skip: 7, times: 1, fault: odd });
    const reply = await staff.change('notice.links', { noticeId: notice._id });
    expect(reply).toEqual({ made: 19, ready: 0, none: 0, failed: 1, wait: 0, next: null });
    const list = { noticeId: notice._id, format: 'xlsx' as const, links: true };
    expect(await staff.change('report.phoneList', list)).toMatchObject({ units: 20 });
    expect(await staff.change('notice.links', { noticeId: notice._id })).toMatchObject({
      made: 1,
      ready: 19,
      failed: 0,
    });
    expect(await kept()).toHaveLength(20);
  });

  it('stops where none of a whole lot comes, and keeps what came before', async () => {
    const notice = await laddered();
    await manyMissing(notice, 20);
    const odd = { errCode: -1, errMsg: 'system error' };
    await cloud.script({ api: 'urllink.generate', skip: 10, times: 50, fault: odd });
    expect(await (await makeStaff()).fails('notice.links', { noticeId: notice._id })).toMatchObject({
      code: 'busy',
    });
    expect(await kept()).toHaveLength(10);
  });

  it('keeps what it made when WeChat will not give more, and says why', async () => {
    const notice = await laddered();
    await manyMissing(notice, 20);
    const staff = await makeStaff();
    const quota = { errCode: 45009, errMsg: 'quota' };
    await cloud.script({ api: 'urllink.generate', skip: 10, times: 50, fault: quota });
    expect(await staff.fails('notice.links', { noticeId: notice._id })).toMatchObject({
      code: 'closed',
      message: '今天生成短信链接的次数已用完，请明天再试，或先打电话',
    });
    expect(await kept()).toHaveLength(10);
  });

  it('sent twice, makes each link once', async () => {
    const notice = await laddered();
    await manyMissing(notice, 30);
    const staff = await makeStaff();
    const id = 'request-of-links-00001';
    expect(await staff.change('notice.links', { noticeId: notice._id }, id)).toMatchObject({ made: 30 });
    expect(await staff.change('notice.links', { noticeId: notice._id }, id)).toMatchObject({
      made: 0,
      ready: 30,
    });
    expect(await kept()).toHaveLength(30);
    expect(await cloud.find('audits', { action: 'notice.links' })).toHaveLength(1);
  });
});
