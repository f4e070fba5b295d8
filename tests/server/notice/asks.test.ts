import type { Asking } from '@contract/asking';
import { cloud, makeOffice, makeSeatedUnit, makeStaff, requestId } from '../../support';
import { countersAndRows, someNotice } from './many';
import { questions, someAnswers } from './forms';

/** Each kind of notice through the real actions: what does it, what is missing, who is chased, what home says. */

async function published(asking: Asking) {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const staff = await makeStaff('editor');
  const { noticeId } = await staff.change('notice.publish', someNotice({ asking }));
  const input = { noticeId, unitId: unit._id };
  /** Of list, ring, home and chasing the same number. */
  const missing = async () => {
    const { receipts } = await staff.ask('notice.receipts', { noticeId });
    const [listed] = (await staff.ask('notice.list', {})).notices;
    const chased = await staff.ask('notice.chaseText', { noticeId });
    const home = await liaison.ask('home.liaison', { unitId: unit._id });
    const waits = JSON.stringify(home).includes(noticeId) ? 1 : 0;
    const { counts, rows } = await countersAndRows(noticeId);
    expect(counts).toMatchObject(rows);
    const left = (listed?.counts.total ?? 0) - (listed?.counts.done ?? 0);
    if (asking.kind !== 'nothing')
      expect([left, chased.missing, waits]).toEqual(Array(3).fill(receipts.length));
    return { missing: receipts.length, chased: chased.missing, home: waits };
  };
  const turn = async () => {
    const { notices } = await liaison.ask('notice.inbox', { unitId: unit._id });
    return notices.find((one) => one.noticeId === noticeId)?.turn;
  };
  return { staff, liaison, input, missing, turn };
}

const none = { missing: 0, chased: 0, home: 0 };
const one = { missing: 1, chased: 1, home: 1 };

describe('what a notice asks', () => {
  it('nothing: done at once, nobody is chased, it stands in the inbox, a confirmation is refused', async () => {
    const { liaison, staff, input, missing, turn } = await published({ kind: 'nothing' });
    expect(await missing()).toEqual(none);
    expect(await turn()).toBe('仅供了解，您无需操作');
    expect(await staff.ask('notice.remindable', { noticeId: input.noticeId })).toEqual({
      push: 0,
      already: 0,
      unreachable: 0,
    });
    expect(await liaison.fails('notice.confirm', input)).toMatchObject({
      code: 'conflict',
      message: '这条通知不需要回复，打开看过即可',
    });
    await liaison.change('notice.open', input);
    expect(await cloud.find('receipts', {})).toMatchObject([{ state: 'opened', done: true }]);
    expect(await missing()).toEqual(none);
  });

  it('read: opening does it', async () => {
    const { liaison, input, missing, turn } = await published({ kind: 'read' });
    expect(await missing()).toEqual(one);
    expect(await turn()).toMatch(/^等您：打开阅读，/);
    await liaison.change('notice.open', input);
    expect(await missing()).toEqual(none);
    expect(await turn()).toBe('已阅，您无需操作');
    expect(await liaison.fails('notice.confirm', input)).toMatchObject({ code: 'conflict' });
  });

  it('confirm: opening is not enough', async () => {
    const { liaison, input, missing, turn } = await published({ kind: 'confirm' });
    await liaison.change('notice.open', input);
    expect(await missing()).toEqual(one);
    expect(await turn()).toMatch(/^等您：确认收到，/);
    await liaison.change('notice.confirm', input);
    expect(await missing()).toEqual(none);
    const answer = { ...input, answers: someAnswers };
    expect(await liaison.fails('notice.answer', answer, requestId())).toMatchObject({ code: 'conflict' });
  });

  it('form: a confirmation is taken but is not enough, the form is', async () => {
    const { liaison, input, missing, turn } = await published({ kind: 'form', questions });
    await liaison.change('notice.open', input);
    await liaison.change('notice.confirm', input);
    expect(await missing()).toEqual(one);
    expect(await turn()).toMatch(/^等您：填写回执表，/);
    await liaison.change('notice.answer', { ...input, answers: someAnswers });
    expect(await missing()).toEqual(none);
    expect(await turn()).toBe('已办，您无需操作');
  });
});
