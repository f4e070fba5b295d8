import { makeNotice, makeSeatedUnit, makeStaff, requestsOf, stranger } from '../../support';
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
});
