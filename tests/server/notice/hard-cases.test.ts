import {
  cloud,
  later,
  makeLiaison,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
} from '../../support';
import { begunDraft, draftingOffice } from './drafting';
import { formSent, questions, receiptNow, someAnswers } from './forms';
import { countersAndRows, manyUnits, secretariat, someNotice } from './many';

/** What goes wrong on a bad day: taps twice at once, words that come late, units that leave in between. */

const DUE = { dueAt: later(3).toISOString() };
const numbersTaken = async () =>
  (await cloud.find('counters', { _id: 'notice_2026' }))[0]?.last as Record<string, number> | undefined;

describe('notice.publish of a formal document', () => {
  it('tapped five times at once takes one number', async () => {
    const staff = await secretariat();
    await manyUnits(3);
    const id = requestId();
    const input = someNotice({ style: 'formal' });
    const all = await Promise.all(Array.from({ length: 5 }, () => staff.change('notice.publish', input, id)));
    for (const answer of all) expect(answer).toMatchObject({ noticeId: id, total: 3 });
    expect(await numbersTaken()).toEqual({ association: 1 });
    await staff.change('notice.publish', input);
    expect((await cloud.find('notices', {})).map(({ number }) => (number as { n: number }).n).sort()).toEqual(
      [1, 2],
    );
  });

  it('that died between its number and its notice leaves no gap when it is sent again', async () => {
    const staff = await secretariat();
    await makeUnit();
    const [id, input] = [requestId(), someNotice({ style: 'formal' })];
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      times: 1,
      skip: 1,
      fault: 'kill-function',
    });
    await cloud.call('api', { action: 'notice.publish', input, requestId: id }, { openid: staff.openid });
    expect(await cloud.find('notices', {})).toEqual([]);
    expect(await numbersTaken()).toEqual({ association: 1 });
    await staff.change('notice.publish', input, id);
    expect(await cloud.find('notices', {})).toMatchObject([{ number: { n: 1 } }]);
    expect(await numbersTaken()).toEqual({ association: 1 });
  });

  it('that was approved before goes out once and with one number, tapped at once and cut off', async () => {
    const { writer, chief } = await draftingOffice();
    const begun = await begunDraft(writer);
    const publication = someNotice({ style: 'formal' });
    const sent = await writer.change('notice.submitDraft', { ...begun, publication });
    const { draftId } = await chief.change('notice.reviewDraft', { ...sent, approve: true });
    // After the number and the notice, before the draft is told.
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      skip: 1,
      times: 1,
      fault: 'kill-after',
    });
    const call = { action: 'notice.publish', input: publication, requestId: draftId };
    await cloud.call('api', call, { openid: writer.openid });
    expect(await cloud.find('drafts', {})).toMatchObject([{ state: 'approved' }]);
    const all = await Promise.all(
      Array.from({ length: 5 }, () => writer.change('notice.publish', publication, draftId)),
    );
    for (const answer of all) expect(answer).toMatchObject({ noticeId: draftId, total: 1 });
    expect(await cloud.find('notices', {})).toMatchObject([{ number: { n: 1 }, state: 'published' }]);
    expect(await numbersTaken()).toEqual({ association: 1 });
    expect(await cloud.find('drafts', {})).toMatchObject([{ state: 'published' }]);
    expect(await writer.change('notice.publish', publication, draftId)).toEqual(all[0]);
  });

  it('goes to the units the first tap named, when the second one at once names others', async () => {
    const staff = await secretariat();
    const units = await manyUnits(6);
    const to = (from: number) => ({
      kind: 'units' as const,
      unitIds: units.slice(from, from + 3).map(({ _id }) => _id),
    });
    const id = requestId();
    await Promise.all(
      [0, 3].map((from) => staff.call('notice.publish', someNotice({ audience: to(from) }), id)),
    );
    const [notice] = await cloud.find('notices', {});
    const rows = await cloud.find('receipts', {});
    const { unitIds } = notice?.audience as { unitIds: string[] };
    expect(rows.map(({ unitId }) => unitId as string).sort()).toEqual([...unitIds].sort());
    expect(notice).toMatchObject({ state: 'published', counts: { total: 3 } });
  });
});

describe('a publication while units leave', () => {
  it('goes to those that are there when it comes to them, and is counted so', async () => {
    const staff = await secretariat();
    await manyUnits(1100);
    const [id, input] = [requestId(), someNotice()];
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      skip: 11,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.call('api', { action: 'notice.publish', input, requestId: id }, { openid: staff.openid });
    const admin = await makeStaff('admin');
    for (const unitId of ['many-0003', 'many-1050', 'many-1051'])
      await admin.change('unit.leave', { unitId, on: '2026-11-23', reason: '退会' });
    await cloud.fireTimer('minute');
    await cloud.fireTimer('minute');
    const [notice] = await cloud.find('notices', { _id: id });
    expect(notice).toMatchObject({ state: 'published' });
    const rows = await cloud.find('receipts', { noticeId: id });
    expect(rows).toHaveLength(1098);
    expect(notice?.counts).toMatchObject({ total: 1098 });
  });

  it('is not sent anew to a unit that left, when it is corrected', async () => {
    const staff = await secretariat();
    await manyUnits(3);
    const { noticeId } = await staff.change('notice.publish', someNotice());
    const admin = await makeStaff('admin');
    await admin.change('unit.leave', { unitId: 'many-0001', on: '2026-11-23', reason: '退会' });
    const { title, body } = someNotice();
    const input = { noticeId, title, body, ...DUE, note: '改期', again: true };
    const again = await staff.change('notice.correct', input);
    expect(again).toMatchObject({ total: 2, state: 'published' });
    expect(await countersAndRows(again.noticeId)).toMatchObject({ counts: { total: 2 }, rows: { total: 2 } });
    expect(await cloud.find('receipts', { noticeId })).toHaveLength(3);
  });
});

describe('what was handed in before a notice was taken back', () => {
  it('is answered to its repeat as it was then, by the unit and by staff', async () => {
    const { liaison, staff, notice, filled } = await formSent();
    const id = requestId();
    const first = await liaison.change('notice.answer', filled, id);
    await staff.change('notice.withdraw', { noticeId: notice._id, reason: '有误' });
    const again = await liaison.change('notice.answer', filled, id);
    expect(again.handedIn).toEqual(first.handedIn);
    expect(await liaison.fails('notice.answer', filled)).toMatchObject({ code: 'closed' });
    expect(await cloud.find('audits', { action: 'notice.answer' })).toHaveLength(1);
  });

  it('also where staff entered it', async () => {
    const { staff, notice, input } = await formSent();
    const [id, entry] = [
      requestId(),
      { ...input, channel: 'phone' as const, name: '甲', answers: someAnswers },
    ];
    await staff.change('notice.record', entry, id);
    await staff.change('notice.withdraw', { noticeId: notice._id, reason: '有误' });
    expect(await staff.change('notice.record', entry, id)).toEqual({ state: 'answered' });
    expect(await staff.fails('notice.record', entry)).toMatchObject({ code: 'closed' });
  });
});

describe('words that units read', () => {
  it.each(['question', 'option'])('are looked at in a form too: %s', async (where) => {
    const staff = await secretariat();
    await makeUnit();
    const label = where === 'question' ? '代开发票' : '是否住宿';
    const options = where === 'option' ? ['住', '代开发票'] : ['住', '不住'];
    const kind = 'choice' as const;
    const asking = {
      kind: 'form' as const,
      questions: [{ id: 'q1', kind, label, required: true, several: false, options }],
    };
    expect(await staff.fails('notice.publish', someNotice({ asking }))).toMatchObject({
      code: 'risky',
      field: 'asking',
    });
    expect(await cloud.find('notices', {})).toEqual([]);
  });

  it('are looked at where a notice is withdrawn or corrected', async () => {
    const staff = await secretariat();
    await makeSeatedUnit();
    const { noticeId } = await staff.change('notice.publish', someNotice());
    expect(await staff.fails('notice.withdraw', { noticeId, reason: '代开发票' })).toMatchObject({
      code: 'risky',
      field: 'reason',
    });
    const { title, body } = someNotice();
    for (const again of [true, false])
      expect(
        await staff.fails('notice.correct', { noticeId, title, body, ...DUE, note: '代开发票', again }),
      ).toMatchObject({ code: 'risky', field: 'note' });
    expect(await cloud.find('notices', {})).toMatchObject([{ state: 'published' }]);
  });
});

describe('an answer that does not fit the form', () => {
  it('keeps nothing of a question that is not asked, and no text of 20,000 characters', async () => {
    const { liaison, filled } = await formSent();
    const stranger = { ...someAnswers, q9: '不在表里', constructor: '不在表里' };
    await liaison.change('notice.answer', { ...filled, answers: stranger });
    expect((await receiptNow()).form?.answers).toEqual(someAnswers);
    expect(questions.map(({ id }) => id)).not.toContain('q9');
    expect(
      await liaison.fails('notice.answer', {
        ...filled,
        answers: { ...someAnswers, q4: '长'.repeat(20_000) },
      }),
    ).toMatchObject({ code: 'invalid' });
  });

  it('is not taken for a unit outside the audience, from its liaison or from staff', async () => {
    const { staff, notice } = await formSent();
    const other = await makeUnit();
    const outside = await makeLiaison(other);
    const input = { noticeId: notice._id, unitId: other._id, answers: someAnswers };
    expect(await outside.fails('notice.answer', input)).toMatchObject({ code: 'missing' });
    const entry = { ...input, channel: 'phone' as const, name: '甲' };
    expect(await staff.fails('notice.record', entry)).toMatchObject({ code: 'missing', field: 'unitId' });
    expect(await cloud.find('receipts', { unitId: other._id })).toEqual([]);
    await cloud.clock.set(NOW);
  });
});
