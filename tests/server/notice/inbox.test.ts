import {
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

describe('notice.inbox', () => {
  it('turns a stranger and a former liaison away', async () => {
    const unit = await makeUnit();
    const former = await makeLiaison(unit, { seats: [] });
    for (const who of [stranger(), former])
      expect(await who.fails('notice.inbox', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{}, 'unitId'],
    [{ unitId: ['a'] }, 'unitId'],
    [{ unitId: '../x' }, 'unitId'],
    [{ unitId: 'unit-x', cursor: 1 }, 'cursor'],
  ])('names the field that is wrong in %j', async (input, field) => {
    const { liaison } = await makeSeatedUnit();
    expect(await liaison.fails('notice.inbox', input)).toMatchObject({ code: 'invalid', field });
  });

  it('is for the unit’s own seats, not for another unit’s liaison or staff', async () => {
    const { unit } = await makeSeatedUnit();
    const { liaison: other } = await makeSeatedUnit();
    expect(await other.fails('notice.inbox', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('notice.inbox', { unitId: unit._id })).toMatchObject({
      code: 'forbidden',
    });
  });

  it('is empty for a unit nothing was sent to', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    await makeReceipt(await makeNotice(), await makeUnit());
    expect(await liaison.ask('notice.inbox', { unitId: unit._id })).toEqual({ notices: [], next: null });
  });

  it('shows each with whose turn it is, the newest first; both seats see the same', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const deputy = await makeLiaison(unit, { name: '示例副联络员' });
    const older = await makeNotice({ title: '旧通知', order: '2026-11-20T00:00:00.000Z_a' });
    const newer = await makeNotice({ title: '新通知' });
    await makeReceipt(older, unit, { state: 'confirmed', done: true });
    await makeReceipt(newer, unit);
    const { notices, next } = await liaison.ask('notice.inbox', { unitId: unit._id });
    expect(next).toBeNull();
    expect(notices).toEqual([
      {
        noticeId: newer._id,
        title: '新通知',
        hostName: '示例市煤炭工业协会',
        publishedAt: NOW,
        dueText: '剩3个工作日',
        ask: 'confirm',
        state: 'waiting',
        turn: '等您：确认收到，剩3个工作日',
      },
      expect.objectContaining({ noticeId: older._id, state: 'confirmed', turn: '已确认，您无需操作' }),
    ]);
    expect((await deputy.ask('notice.inbox', { unitId: unit._id })).notices).toEqual(notices);
  });

  it('keeps two units of one person apart', async () => {
    const [one, two] = [await makeUnit(), await makeUnit()];
    const since = new Date(NOW);
    const both = await makeLiaison(one, {
      seats: [one, two].map(({ _id, name }) => ({ unitId: _id, unitName: name, kind: 'main', since })),
    });
    const notice = await makeNotice();
    await makeReceipt(notice, two);
    expect((await both.ask('notice.inbox', { unitId: one._id })).notices).toEqual([]);
    expect((await both.ask('notice.inbox', { unitId: two._id })).notices).toHaveLength(1);
  });

  it.each([10, 2000])('costs 3 requests and at most 42 documents of %i notices', async (count) => {
    const { unit, liaison } = await makeSeatedUnit();
    await manyNotices(count, unit);
    expect((await liaison.ask('notice.inbox', { unitId: unit._id })).notices).toHaveLength(
      Math.min(count, 20),
    );
    expect((await requestsOf('notice.inbox')).length).toBeLessThanOrEqual(3);
    expect(await scannedBy('notice.inbox')).toBeLessThanOrEqual(1 + 21 + 20);
  });

  it('pages through all without loss or doubling while a notice arrives', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    await manyNotices(45, unit);
    const seen: string[] = [];
    for (let cursor: string | undefined, page = 0; page < 5; page += 1) {
      const reply = await liaison.ask('notice.inbox', { unitId: unit._id, cursor });
      seen.push(...reply.notices.map(({ title }) => title));
      if (reply.next === null) break;
      cursor = reply.next;
      if (page === 0) await makeReceipt(await makeNotice({ order: '2026-11-23T02:00:00.000Z_new' }), unit);
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, i) => `第${i}号通知`));
  });
});
