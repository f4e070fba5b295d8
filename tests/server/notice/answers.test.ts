import {
  cloud,
  makeLiaison,
  makeNotice,
  makeReceipt,
  makeUnit,
  makeUpload,
  requestsOf,
  stranger,
} from '../../support';
import { makePicture, pushVerdict } from '../check/contents';
import { formSent, handedIn, makeFormNotice, someAnswers } from './forms';
import { manyReceipts, manyUnits, scannedBy, secretariat } from './many';

describe('notice.answers', () => {
  it('is for staff', async () => {
    const { input, liaison } = await formSent();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.answers', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.answers', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.answers', input)).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [{}, 'noticeId'],
    [{ noticeId: 'notice-x', unitId: { $ne: '' } }, 'unitId'],
    [{ noticeId: 'notice-x', about: { questionId: { $ne: '' } } }, 'about.questionId'],
    [{ noticeId: 'notice-x', cursor: 5 }, 'cursor'],
  ])('names the field that is wrong in %j', async (input, field) => {
    const staff = await secretariat();
    expect(await staff.fails('notice.answers', input)).toMatchObject({ code: 'invalid', field });
  });

  it('says so when there is no such notice, or no form', async () => {
    const staff = await secretariat();
    expect(await staff.fails('notice.answers', { noticeId: 'notice-gone' })).toMatchObject({
      code: 'missing',
    });
    const { _id: noticeId } = await makeNotice();
    expect(await staff.fails('notice.answers', { noticeId })).toMatchObject({
      code: 'conflict',
      message: '这条通知没有回执表，不用填写',
    });
  });

  it('shows who answered what, cut short in the list and whole with its files for one unit', async () => {
    const { liaison, staff, notice, input } = await formSent();
    const { _id: fileKey } = await makeUpload({ owner: liaison.openid, use: 'attachment' });
    const answers = {
      ...someAnswers,
      q4: '说'.repeat(300),
      q5: [{ fileKey, name: '表.pdf', size: 100 }],
    };
    await liaison.change('notice.answer', { ...input, answers });
    const { rows } = await staff.ask('notice.answers', { noticeId: notice._id });
    expect(rows).toMatchObject([
      {
        unitId: input.unitId,
        stamp: { by: '示例联络员' },
        late: false,
        revised: 0,
        review: false,
        cells: ['2', '示例甲、示例乙', '住', `${'说'.repeat(200)}…`, '表.pdf'],
        files: [],
      },
    ]);
    expect((await requestsOf('notice.answers')).length).toBeLessThanOrEqual(3);
    const one = await staff.ask('notice.answers', input);
    expect(one.rows[0]?.cells[3]).toBe('说'.repeat(300));
    expect(one.rows[0]?.files).toEqual([
      { questionId: 'q5', name: '表.pdf', url: expect.any(String) as string },
    ]);
  });

  it('hides a picture that was handed in and found risky, from the office and from the unit', async () => {
    const { liaison, staff, notice, input } = await formSent();
    const { _id: fileKey } = await makePicture({}, { owner: liaison.openid, use: 'attachment' });
    const answers = { ...someAnswers, q5: [{ fileKey, name: '表.png', size: 100 }] };
    await liaison.change('notice.answer', { ...input, answers });
    const seen = async () => {
      const { rows } = await staff.ask('notice.answers', input);
      const whole = await liaison.ask('notice.get', { noticeId: notice._id, unitId: input.unitId });
      if (whole.view !== 'whole') throw new Error('a card');
      return [rows[0]?.files[0]?.url !== '', fileKey in whole.urls];
    };
    expect(await seen()).toEqual([true, true]);
    await pushVerdict('trace-1', 'risky');
    expect(await seen()).toEqual([false, false]);
  });

  it('opens the list behind a number: who answered a question, who chose an option', async () => {
    const staff = await secretariat();
    const notice = await makeFormNotice();
    const { _id: noticeId } = notice;
    const not = { picks: ['q3', 'q3_1'], answers: { q1: 0, q3: ['不住'] } };
    const units = await manyUnits(3);
    await manyReceipts(notice, units, (i) => (i === 0 ? {} : handedIn(i === 2 ? not : {})));
    const ids = async (about: { questionId: string; option?: number }) =>
      (await staff.ask('notice.answers', { noticeId, about })).rows.map(({ unitId }) => unitId);
    const [, one, two] = units.map(({ _id }) => _id);
    expect(await ids({ questionId: 'q3' })).toEqual([one, two]);
    expect(await ids({ questionId: 'q3', option: 0 })).toEqual([one]);
    expect(await ids({ questionId: 'q3', option: 1 })).toEqual([two]);
    expect(await ids({ questionId: 'q1' })).toEqual([one]);
    expect(await ids({ questionId: 'q9' })).toEqual([]);
  });

  it('gives 50 a page in the order of regions, looking at no more than it shows', async () => {
    const staff = await secretariat();
    const notice = await makeFormNotice();
    const { _id: noticeId } = notice;
    await manyReceipts(notice, await manyUnits(240), (i) => (i % 2 ? handedIn() : {}));
    const first = await staff.ask('notice.answers', { noticeId });
    expect(first.rows).toHaveLength(50);
    expect(await scannedBy('notice.answers')).toBeLessThanOrEqual(60);
    const seen = first.rows.map(({ unitId }) => unitId);
    for (let { next } = first; next;) {
      const page = await staff.ask('notice.answers', { noticeId, cursor: next });
      seen.push(...page.rows.map(({ unitId }) => unitId));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
    const about = { questionId: 'q3', option: 0 };
    await staff.ask('notice.answers', { noticeId, about });
    expect(await scannedBy('notice.answers')).toBeLessThanOrEqual(60);
    expect(await cloud.unserved()).toEqual([]);
  });

  it('says that there is nothing of a unit that handed in nothing', async () => {
    const staff = await secretariat();
    const notice = await makeFormNotice();
    const unit = await makeUnit();
    await makeReceipt(notice, unit);
    const input = { noticeId: notice._id, unitId: unit._id };
    expect(await staff.ask('notice.answers', input)).toEqual({ rows: [], next: null });
  });
});
