import {
  cloud,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { makeReceipt } from '../../support';
import { laddered } from './ladders';

/** A unit whose head is to be told. */
async function due() {
  const notice = await laddered();
  const { unit } = await makeSeatedUnit();
  await makeReceipt(notice, unit, { head: 'due' });
  return { noticeId: notice._id, unitId: unit._id };
}

describe('notice.tellHead', () => {
  const input = { noticeId: 'notice-x', unitId: 'unit-x', told: true };

  it('turns a stranger away', async () => {
    expect(await stranger().fails('notice.tellHead', input)).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{ ...input, noticeId: 'a b' }, 'noticeId'],
    [{ ...input, unitId: '' }, 'unitId'],
    [{ ...input, told: 1 }, 'told'],
  ])('names the field that is wrong in %j', async (given, field) => {
    expect(await (await makeStaff()).fails('notice.tellHead', given)).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('is for those who publish', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await liaison.fails('notice.tellHead', input)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('notice.tellHead', input)).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff('finance')).fails('notice.tellHead', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('says so when the unit did not get it, or has not come that far', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('notice.tellHead', input)).toMatchObject({ code: 'missing', field: 'unitId' });
    const notice = await laddered();
    const { unit } = await makeSeatedUnit();
    await makeReceipt(notice, unit);
    expect(
      await staff.fails('notice.tellHead', { noticeId: notice._id, unitId: unit._id, told: true }),
    ).toMatchObject({ code: 'conflict' });
  });

  it('marks who told the head and when, in one tap, and takes it back', async () => {
    await makeOffice();
    const staff = await makeStaff('editor', '示例编辑');
    const unit = await due();
    const told = { at: NOW, by: '示例编辑' };
    expect(await staff.change('notice.tellHead', { ...unit, told: true })).toEqual({ told });
    expect((await requestsOf('notice.tellHead')).length).toBeLessThanOrEqual(4);
    expect((await staff.ask('notice.heads', { noticeId: unit.noticeId })).heads).toEqual([]);
    expect((await staff.ask('notice.heads', { noticeId: unit.noticeId, show: 'told' })).heads).toMatchObject([
      { unitId: unit.unitId, told },
    ]);
    expect((await staff.ask('notice.ladder', { noticeId: unit.noticeId })).heads).toEqual({
      due: 0,
      told: 1,
    });
    expect(await staff.change('notice.tellHead', { ...unit, told: false })).toEqual({ told: null });
    expect((await staff.ask('notice.ladder', { noticeId: unit.noticeId })).heads).toEqual({
      due: 1,
      told: 0,
    });
    expect(await cloud.find('audits', { action: 'notice.tellHead' })).toMatchObject([
      { unitId: unit.unitId, collection: 'receipts' },
      { unitId: unit.unitId },
    ]);
  });

  it('sent twice, is one mark; of two colleagues the first stays', async () => {
    const [first, second] = [await makeStaff('editor', '示例甲'), await makeStaff('editor', '示例乙')];
    const unit = await due();
    const id = 'request-of-tell-head-1';
    const answer = await first.change('notice.tellHead', { ...unit, told: true }, id);
    expect(await first.change('notice.tellHead', { ...unit, told: true }, id)).toEqual(answer);
    expect(await second.change('notice.tellHead', { ...unit, told: true })).toMatchObject({
      told: { by: '示例甲' },
    });
    expect(await cloud.find('audits', { action: 'notice.tellHead' })).toHaveLength(1);
  });
});
