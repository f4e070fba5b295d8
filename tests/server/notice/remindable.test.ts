import {
  accept,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  pushAccepts,
  requestsOf,
  stranger,
} from '../../support';
import { manyReceipts, manyUnits } from './many';

describe('notice.remindable', () => {
  it('turns strangers, liaisons and staff without the right away', async () => {
    const input = { noticeId: 'notice-x' };
    expect(await stranger().fails('notice.remindable', input)).toMatchObject({ code: 'stranger' });
    const { liaison } = await makeSeatedUnit();
    expect(await liaison.fails('notice.remindable', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('notice.remindable', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('names the field, and says so when the notice is gone', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('notice.remindable', {})).toMatchObject({ code: 'invalid', field: 'noticeId' });
    expect(await staff.fails('notice.remindable', { noticeId: 'notice-x' })).toMatchObject({
      code: 'missing',
    });
  });

  it('counts 1,500 missing units in a few requests', async () => {
    const notice = await makeNotice();
    await manyReceipts(notice, await manyUnits(1500), () => ({}));
    const staff = await makeStaff();
    expect(await staff.ask('notice.remindable', { noticeId: notice._id })).toEqual({
      push: 0,
      already: 0,
      unreachable: 1500,
    });
    expect((await requestsOf('notice.remindable')).length).toBeLessThanOrEqual(8);
  });

  it('opens the list behind each figure, of just the missing units it counts', async () => {
    const notice = await makeNotice();
    const noticeId = notice._id;
    const reached = async () => {
      const { unit, liaison } = await makeSeatedUnit();
      await pushAccepts(liaison.openid, 2, 'todo');
      await accept(liaison.openid, 'todo', 2);
      return unit;
    };
    const staff = await makeStaff();
    const reminded = await reached();
    await makeReceipt(notice, reminded);
    await staff.change('notice.remind', { noticeId });
    const [can, cannot, empty] = [await reached(), (await makeSeatedUnit()).unit, await makeUnit()];
    for (const unit of [can, cannot, empty]) await makeReceipt(notice, unit);
    await makeReceipt(notice, await reached(), { state: 'confirmed', done: true });

    const listed = async (show: 'push' | 'already' | 'unreachable') =>
      (await staff.ask('notice.receipts', { noticeId, show })).receipts.map(({ unitId }) => unitId).sort();
    expect(await listed('push')).toEqual([can._id]);
    expect(await listed('already')).toEqual([reminded._id]);
    expect(await listed('unreachable')).toEqual([cannot._id, empty._id].sort());
    expect(await staff.ask('notice.remindable', { noticeId })).toEqual({
      push: 1,
      already: 1,
      unreachable: 2,
    });
    expect((await requestsOf('notice.receipts')).length).toBeLessThanOrEqual(8);
    expect(await staff.fails('notice.receipts', { noticeId: 'gone', show: 'push' })).toMatchObject({
      code: 'missing',
    });
  });

  it('opens a list of 1,500 page by page, no unit twice and none left out', async () => {
    const notice = await makeNotice();
    await manyReceipts(notice, await manyUnits(1500), () => ({}));
    const staff = await makeStaff();
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const reply = await staff.ask('notice.receipts', {
        noticeId: notice._id,
        show: 'unreachable',
        ...(cursor && { cursor }),
      });
      seen.push(...reply.receipts.map(({ unitId }) => unitId));
      if (!reply.next) break;
      cursor = reply.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([1500, 1500]);
    expect((await staff.ask('notice.receipts', { noticeId: notice._id, show: 'push' })).receipts).toEqual([]);
  });
});
