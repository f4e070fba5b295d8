import { cloud, makeUnit, requestId, requestsOf } from '../../support';
import { countsNow, formSent, receiptNow, someAnswers } from './forms';
import { countersAndRows } from './many';

const said = { channel: 'phone' as const, name: '示例答复人' };

async function ready(over: Parameters<typeof formSent>[0] = {}) {
  const sent = await formSent(over);
  return { ...sent, entry: { ...sent.input, ...said, answers: someAnswers } };
}

describe('notice.record of a form', () => {
  it('wants the answers where a form is asked, and refuses them elsewhere', async () => {
    const { staff, entry, input } = await ready();
    expect(await staff.fails('notice.record', { ...input, ...said })).toMatchObject({
      code: 'invalid',
      field: 'answers',
      message: '这条通知要填回执表，请把各项一并录入',
    });
    const wrong = { ...entry, answers: { ...someAnswers, q1: 9 } };
    expect(await staff.fails('notice.record', wrong)).toMatchObject({ code: 'invalid', field: 'answers.q1' });
    expect(await receiptNow()).toMatchObject({ state: 'waiting' });

    await cloud.reset();
    const plain = await ready({ asking: { kind: 'confirm' } });
    expect(await plain.staff.fails('notice.record', plain.entry)).toMatchObject({
      code: 'invalid',
      field: 'answers',
    });
  });

  it('takes none of a notice that was taken back or asks nothing', async () => {
    const gone = await ready({ state: 'withdrawn' });
    expect(await gone.staff.fails('notice.record', gone.entry)).toMatchObject({ code: 'closed' });
    await cloud.reset();
    const nothing = await ready({ asking: { kind: 'nothing' } });
    expect(await nothing.staff.fails('notice.record', { ...nothing.input, ...said })).toMatchObject({
      code: 'conflict',
      message: '这条通知不需要回复，不用代录',
    });
  });

  it('fills it in for the unit, counted apart, with who answered and who entered it', async () => {
    const { staff, entry, liaison, notice } = await ready();
    expect(await staff.change('notice.record', { ...entry, note: '下午来电' })).toEqual({
      state: 'answered',
    });
    expect((await requestsOf('notice.record')).length).toBeLessThanOrEqual(7);
    expect(await receiptNow()).toMatchObject({
      state: 'answered',
      done: true,
      opened: null,
      confirmed: { channel: 'phone', name: '示例答复人' },
      answered: { channel: 'phone', recordedBy: { openid: staff.openid } },
      onBehalf: true,
      form: { answers: someAnswers },
    });
    expect(await countsNow()).toEqual({ total: 1, opened: 1, confirmed: 1, answered: 1, onBehalf: 1 });
    expect(await cloud.find('audits', {})).toMatchObject([{ action: 'notice.record' }]);
    const { receipts } = await staff.ask('notice.receipts', { noticeId: notice._id, show: 'onBehalf' });
    expect(receipts).toMatchObject([
      { state: 'answered', answered: { by: '示例答复人', onBehalf: { note: '下午来电' } } },
    ]);
    // The liaison sees it without the note, and may change it in time; then it is the unit's own.
    const seen = await liaison.ask('notice.get', entry);
    const form = seen.view === 'whole' ? seen.receipt?.handedIn : null;
    expect(form).toMatchObject({ stamp: { by: '示例答复人', onBehalf: { channel: 'phone', note: '' } } });
    await liaison.change('notice.answer', {
      noticeId: entry.noticeId,
      unitId: entry.unitId,
      answers: someAnswers,
      version: form?.version ?? '',
    });
    expect(await receiptNow()).toMatchObject({ onBehalf: false, answered: { channel: 'self' } });
    expect(await countsNow()).toEqual({ total: 1, opened: 1, confirmed: 1, answered: 1, onBehalf: 0 });
    expect(await staff.fails('notice.unrecord', entry)).toMatchObject({
      code: 'conflict',
      message: '这家单位是联络员自己填报的，不能撤销',
    });
  });

  it('does not stand over a form the unit handed in itself', async () => {
    const { staff, entry, liaison, filled } = await ready();
    await liaison.change('notice.answer', filled);
    expect(await staff.fails('notice.record', entry)).toMatchObject({
      code: 'conflict',
      message: '这家单位已经填报，不用再代录；请返回刷新后查看',
    });
    expect(await receiptNow()).toMatchObject({ answered: { channel: 'self' } });
  });

  it('has one effect when sent five times at once, and none after it was taken back', async () => {
    const { staff, entry, input } = await ready();
    const id = requestId();
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => staff.change('notice.record', entry, id)),
    );
    for (const reply of replies) expect(reply).toEqual({ state: 'answered' });
    expect(await countsNow()).toEqual({ total: 1, opened: 1, confirmed: 1, answered: 1, onBehalf: 1 });
    expect(await cloud.find('audits', {})).toHaveLength(1);
    expect(await staff.change('notice.unrecord', input)).toEqual({ state: 'waiting' });
    expect(await staff.change('notice.record', entry, id)).toEqual({ state: 'waiting' });
    expect(await receiptNow()).toMatchObject({ state: 'waiting', form: null });
  });
});

describe('notice.unrecord of a form', () => {
  it.each([
    ['waiting', [], { total: 1, opened: 0, confirmed: 0, answered: 0, onBehalf: 0 }],
    ['opened', ['notice.open'], { total: 1, opened: 1, confirmed: 0, answered: 0, onBehalf: 0 }],
    ['confirmed', ['notice.confirm'], { total: 1, opened: 1, confirmed: 1, answered: 0, onBehalf: 0 }],
  ] as const)('takes it back to %s', async (state, before, counts) => {
    const { staff, entry, liaison, input } = await ready();
    for (const action of before) await liaison.change(action, input);
    await staff.change('notice.record', entry);
    expect(await staff.change('notice.unrecord', input)).toEqual({ state });
    expect((await requestsOf('notice.unrecord')).length).toBeLessThanOrEqual(5);
    expect(await receiptNow()).toMatchObject({
      state,
      done: false,
      answered: null,
      form: null,
      picks: [],
      onBehalf: false,
    });
    expect(await countsNow()).toEqual(counts);
    const { rows } = await staff.ask('notice.answers', { noticeId: input.noticeId });
    expect(rows).toEqual([]);
  });

  it('leaves a confirmation from the group that stood there before', async () => {
    const { staff, entry, input, notice } = await ready();
    const entries = [{ unitId: input.unitId, name: '示例甲', line: 1 }];
    await staff.change('notice.fillJielong', { noticeId: notice._id, entries });
    await staff.change('notice.record', entry);
    expect(await countsNow()).toEqual({ total: 1, opened: 1, confirmed: 1, answered: 1, onBehalf: 1 });
    expect(await staff.change('notice.unrecord', input)).toEqual({ state: 'confirmed' });
    expect(await receiptNow()).toMatchObject({
      confirmed: { channel: 'group' },
      onBehalf: true,
      done: false,
    });
    expect(await countsNow()).toMatchObject({ confirmed: 1, answered: 0, onBehalf: 1 });
    expect(await staff.change('notice.unrecord', input)).toEqual({ state: 'waiting' });
    const { counts, rows } = await countersAndRows(notice._id);
    expect(counts).toMatchObject(rows);
  });
});

describe('notice.fillJielong on a form', () => {
  it('confirms only: the unit is still missing until the form is filled in', async () => {
    const { staff, liaison, filled, input, notice } = await ready();
    await makeUnit();
    const entries = [{ unitId: input.unitId, name: '示例甲', line: 1 }];
    await staff.change('notice.fillJielong', { noticeId: notice._id, entries });
    expect(await receiptNow()).toMatchObject({ state: 'confirmed', done: false, onBehalf: true });
    const { receipts } = await staff.ask('notice.receipts', { noticeId: notice._id });
    expect(receipts).toMatchObject([{ state: 'confirmed' }]);
    await liaison.change('notice.answer', filled);
    expect(await receiptNow()).toMatchObject({ state: 'answered', done: true, onBehalf: false });
    expect(await countsNow()).toEqual({ total: 1, opened: 1, confirmed: 1, answered: 1, onBehalf: 0 });
  });
});
