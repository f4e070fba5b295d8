import { cloud, makeLiaison, makeNotice, makeUnit, requestsOf, stranger } from '../../support';
import { formSent, handedIn, makeFormNotice, someAnswers } from './forms';
import { manyReceipts, manyUnits, secretariat } from './many';

describe('notice.answerSummary', () => {
  it('is for staff', async () => {
    const { input, liaison } = await formSent();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.answerSummary', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.answerSummary', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.answerSummary', input)).toMatchObject({ code: 'forbidden' });
  });

  it('names the field, and says so when there is no form', async () => {
    const staff = await secretariat();
    expect(await staff.fails('notice.answerSummary', { noticeId: { $ne: '' } })).toMatchObject({
      code: 'invalid',
      field: 'noticeId',
    });
    expect(await staff.fails('notice.answerSummary', { noticeId: 'notice-gone' })).toMatchObject({
      code: 'missing',
    });
    const { _id: noticeId } = await makeNotice();
    expect(await staff.fails('notice.answerSummary', { noticeId })).toMatchObject({ code: 'conflict' });
  });

  it('is empty before anybody answered', async () => {
    const { staff, notice } = await formSent();
    const summary = await staff.ask('notice.answerSummary', { noticeId: notice._id });
    expect(summary).toMatchObject({ total: 1, answered: 0 });
    expect(summary.questions.map(({ units, sum }) => [units, sum])).toEqual(Array(5).fill([0, 0]));
  });

  it('adds up people, names, choices, texts and files; a zero is no participant', async () => {
    const { liaison, staff, notice, input } = await formSent({
      counts: { total: 3, opened: 0, confirmed: 0 },
    });
    await liaison.change('notice.answer', { ...input, answers: someAnswers });
    const none = { q1: 0, q3: ['不住'] };
    await manyReceipts(notice, await manyUnits(2), (i) =>
      i === 1 ? handedIn({ answers: none, tally: { q1: 0, q3: 1 }, picks: ['q3', 'q3_1'] }) : {},
    );
    expect(await staff.ask('notice.answerSummary', { noticeId: notice._id })).toMatchObject({
      title: notice.title,
      total: 3,
      answered: 2,
      questions: [
        { questionId: 'q1', label: '参会人数', kind: 'count', units: 1, sum: 2, options: [] },
        { questionId: 'q2', kind: 'names', units: 1, sum: 2 },
        {
          questionId: 'q3',
          kind: 'choice',
          several: false,
          units: 2,
          options: [
            { label: '住', units: 1 },
            { label: '不住', units: 1 },
          ],
        },
        { questionId: 'q4', kind: 'text', units: 1, sum: 1 },
        { questionId: 'q5', kind: 'file', units: 0, sum: 0 },
      ],
    });
  });

  it('reads a thousand units a request', async () => {
    const staff = await secretariat();
    const notice = await makeFormNotice();
    await manyReceipts(notice, await manyUnits(2100), () => handedIn());
    const summary = await staff.ask('notice.answerSummary', { noticeId: notice._id });
    expect(summary.answered).toBe(2100);
    expect(summary.questions[0]).toMatchObject({ sum: 4200, units: 2100 });
    expect((await requestsOf('notice.answerSummary')).length).toBeLessThanOrEqual(5);
    expect(await cloud.unserved()).toEqual([]);
  });
});
