import {
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
import { manyNotices, scannedBy } from '../notice/many';

describe('home.liaison', () => {
  it('turns a stranger and a former liaison away', async () => {
    const unit = await makeUnit();
    const former = await makeLiaison(unit, { seats: [] });
    for (const who of [stranger(), former])
      expect(await who.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
  });

  it.each([[{}], [{ unitId: 5 }], [{ unitId: { $ne: '' } }], [{ unitId: 'a b' }]])(
    'names the field that is wrong in %j',
    async (input) => {
      const { liaison } = await makeSeatedUnit();
      expect(await liaison.fails('home.liaison', input)).toMatchObject({ code: 'invalid', field: 'unitId' });
    },
  );

  it('is for the unit’s own seats, not for another unit’s liaison or staff', async () => {
    const { unit } = await makeSeatedUnit();
    const { liaison: other } = await makeSeatedUnit();
    expect(await other.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('home.liaison', { unitId: unit._id })).toMatchObject({
      code: 'forbidden',
    });
  });

  it('shows nothing when nothing waits', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    await makeReceipt(await makeNotice(), unit, { state: 'confirmed', done: true });
    await makeReceipt(await makeNotice(), await makeUnit());
    expect(await liaison.ask('home.liaison', { unitId: unit._id })).toEqual({
      waiting: [],
      total: 0,
      record: null,
      handover: null,
    });
  });

  it('shows what waits, the most urgent first, the overdue above all', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const relaxed = await makeNotice({ dueAt: later(9) });
    const late = await makeNotice({ dueAt: new Date('2026-11-20T09:00:00.000Z') });
    const today = await makeNotice({ dueAt: new Date('2026-11-23T09:00:00.000Z'), title: '今日截止' });
    await makeReceipt(relaxed, unit, { state: 'opened' });
    await makeReceipt(late, unit);
    await makeReceipt(today, unit);
    const { waiting, total } = await liaison.ask('home.liaison', { unitId: unit._id });
    expect(total).toBe(3);
    expect(waiting.map(({ noticeId }) => noticeId)).toEqual([late._id, today._id, relaxed._id]);
    expect(waiting[0]).toMatchObject({ overdue: true, dueText: '已超期3天' });
    expect(waiting[1]).toEqual({
      noticeId: today._id,
      title: '今日截止',
      hostName: '示例市煤炭工业协会',
      dueText: '今日17:00截止',
      overdue: false,
      ask: 'confirm',
    });
  });

  it('has one less once either seat confirmed', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const deputy = await makeLiaison(unit);
    const notice = await makeNotice();
    await makeReceipt(notice, unit);
    await deputy.change('notice.confirm', { noticeId: notice._id, unitId: unit._id });
    expect(await liaison.ask('home.liaison', { unitId: unit._id })).toEqual({
      waiting: [],
      total: 0,
      record: null,
      handover: null,
    });
  });

  it('says what each asks, of a form also after the confirmation', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const questions = [{ id: 'q1', label: '人数', required: true, kind: 'count' as const, max: 9 }];
    await makeReceipt(await makeNotice({ asking: { kind: 'form', questions } }), unit, {
      state: 'confirmed',
    });
    await makeReceipt(await makeNotice({ asking: { kind: 'read' }, dueAt: later(9) }), unit);
    await makeReceipt(await makeNotice({ asking: { kind: 'nothing' } }), unit);
    const { waiting } = await liaison.ask('home.liaison', { unitId: unit._id });
    expect(waiting).toMatchObject([{ ask: 'form', dueText: '剩3个工作日' }, { ask: 'read' }]);
  });

  it('shows 20 of 2,000 and says how many, in 6 requests', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    await manyNotices(2000, unit);
    const reply = await liaison.ask('home.liaison', { unitId: unit._id });
    expect(reply).toMatchObject({ total: 2000 });
    expect(reply.waiting).toHaveLength(20);
    expect((await requestsOf('home.liaison')).length).toBeLessThanOrEqual(6);
    // The count itself reads the index of what waits; rows are read for the page only.
    expect(await scannedBy('home.liaison')).toBeLessThanOrEqual(2000 + 1 + 21);
    expect(JSON.stringify(reply)).not.toContain('openid');
  });
});
