import {
  cloud,
  later,
  makeLiaison,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { manyReceipts, manyUnits } from './many';

describe('notice.chaseText', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const notice = await makeNotice();
    await makeReceipt(notice, unit);
    const input = { noticeId: notice._id };
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.chaseText', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.chaseText', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.chaseText', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('notice.chaseText', input)).toMatchObject({ missing: 1 });
  });

  it.each([[{}], [{ noticeId: 3 }], [{ noticeId: '*' }], [{ noticeId: { $gt: '' } }]])(
    'names the field that is wrong in %j',
    async (input) => {
      expect(await (await makeStaff()).fails('notice.chaseText', input)).toMatchObject({
        code: 'invalid',
        field: 'noticeId',
      });
    },
  );

  it('says so when the notice is gone', async () => {
    expect(await (await makeStaff()).fails('notice.chaseText', { noticeId: 'notice-gone' })).toEqual({
      code: 'missing',
      message: '没有找到这条通知，可能已被删除',
    });
  });

  it('has no pieces when nobody is missing', async () => {
    const notice = await makeNotice();
    await makeReceipt(notice, await makeUnit(), { state: 'confirmed', done: true });
    expect(await (await makeStaff()).ask('notice.chaseText', { noticeId: notice._id })).toEqual({
      missing: 0,
      pieces: [],
    });
  });

  it('reads as a message to the group: by region, until when, confirmed ones left out', async () => {
    const notice = await makeNotice({ dueAt: new Date('2026-11-26T09:00:00.000Z') });
    await makeReceipt(notice, await makeUnit({ name: '示例榆林矿业', regionKey: 'yu lin' }));
    await makeReceipt(notice, await makeUnit({ name: '示例安康矿业', regionKey: 'an kang' }), {
      state: 'opened',
    });
    await makeReceipt(notice, await makeUnit(), { state: 'confirmed', done: true });
    const staff = await makeStaff();
    expect(await staff.ask('notice.chaseText', { noticeId: notice._id })).toEqual({
      missing: 2,
      pieces: [
        '【催】《关于报送四季度信息的通知》尚有2家未确认：示例安康矿业、示例榆林矿业。请于11月26日（周四）17:00前点开小程序确认，谢谢！',
      ],
    });
    await cloud.clock.advance(30 * 86_400_000);
    const { pieces } = await staff.ask('notice.chaseText', { noticeId: notice._id });
    expect(pieces[0]).toMatch(/已过截止时间，请尽快点开小程序确认/);
  });

  it('keeps every piece below 2,000 characters with 420 long names, each named exactly once', async () => {
    const notice = await makeNotice({ title: '题'.repeat(100), dueAt: later(400) });
    const units = await manyUnits(420, (i) => ({ name: `${'长'.repeat(56)}${String(i).padStart(4, '0')}` }));
    await manyReceipts(notice, units);
    const { missing, pieces } = await (await makeStaff()).ask('notice.chaseText', { noticeId: notice._id });
    expect(missing).toBe(420);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(2000);
      expect(piece).toContain('尚有420家未确认');
    }
    const named = pieces.flatMap((piece) => piece.match(/长+\d{4}/g) ?? []);
    expect([...named].sort()).toEqual(units.map(({ name }) => name).sort());
    expect(await requestsOf('notice.chaseText')).toHaveLength(3);
  });

  it('leaves nobody out above the 1,000 rows a query gives', async () => {
    const notice = await makeNotice();
    const units = await manyUnits(1001);
    await manyReceipts(notice, units);
    const { missing, pieces } = await (await makeStaff()).ask('notice.chaseText', { noticeId: notice._id });
    expect(missing).toBe(1001);
    expect(new Set(pieces.join('').match(/示例\d{4}号/g))).toHaveProperty('size', 1001);
  });
});
