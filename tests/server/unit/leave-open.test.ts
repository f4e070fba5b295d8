import type { Receipt } from '@server/stores/receipts';
import {
  cloud,
  makeLiaison,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  requestId,
  requestsOf,
} from '../../support';
import { someNotice, countersAndRows } from '../notice/many';
import { correctionsNow, makeCorrection, seatedRecord } from '../record/records';

const word = { on: '2026-11-20', reason: '企业注销' };

/** A notice published to two units; one opened it, and a form of which it only confirmed. */
async function running() {
  const staff = await makeStaff('admin', '示例秘书');
  const [one, two] = [await makeSeatedUnit(), await makeSeatedUnit()];
  const { noticeId } = await staff.change('notice.publish', someNotice());
  const input = { noticeId, unitId: one.unit._id };
  await one.liaison.change('notice.open', input);
  return { staff, one, two, noticeId, input };
}

const rowsOf = async (unitId: string) => (await cloud.find('receipts', { unitId })) as unknown as Receipt[];

/** What is open of a unit that leaves (退会). */
describe('unit.leave, with something open', () => {
  beforeEach(async () => void (await makeOffice()));

  it('closes its open receipts, shows them apart, and counts nobody missing for it', async () => {
    const { staff, one, two, noticeId } = await running();
    await staff.change('unit.leave', { unitId: one.unit._id, ...word });
    expect((await requestsOf('unit.leave')).length).toBeLessThanOrEqual(20);
    expect(await rowsOf(one.unit._id)).toMatchObject([{ state: 'opened', done: true, closed: 'left' }]);

    const shown = async (show: 'missing' | 'waiting' | 'opened' | 'left') =>
      (await staff.ask('notice.receipts', { noticeId, show })).receipts.map(({ unitId }) => unitId);
    expect(await shown('missing')).toEqual([two.unit._id]);
    expect(await shown('waiting')).toEqual([two.unit._id]);
    expect(await shown('opened')).toEqual([]);
    expect(await shown('left')).toEqual([one.unit._id]);
    expect((await staff.ask('notice.receipts', { noticeId, show: 'left' })).receipts).toMatchObject([
      { left: true, unitName: one.unit.name },
    ]);

    const told = await staff.ask('notice.get', { noticeId });
    expect(told).toMatchObject({ counts: { total: 2, left: 1, opened: 0, confirmed: 0, done: 0 } });
    const { counts, rows } = await countersAndRows(noticeId);
    expect(counts).toEqual(rows);
    expect(await staff.ask('notice.chaseText', { noticeId })).toMatchObject({ missing: 1 });
    expect(await staff.ask('notice.jielongText', { noticeId })).toMatchObject({ confirmed: 0, missing: 1 });
    expect(await staff.ask('notice.remindable', { noticeId })).toEqual({
      push: 0,
      already: 0,
      unreachable: 1,
    });
    await two.liaison.change('notice.confirm', { noticeId, unitId: two.unit._id });
    expect(await staff.ask('home.office', {})).toMatchObject({
      running: [{ noticeId, total: 2, left: 1, done: 1 }],
    });
    await cloud.fireTimer('minute');
    expect(await cloud.find('notices', { _id: noticeId })).toMatchObject([
      { settled: true, counts: { total: 2, opened: 1, confirmed: 1, left: 1 } },
    ]);
  });

  it('keeps what it had done, and counts it', async () => {
    const { staff, one, noticeId, input } = await running();
    await one.liaison.change('notice.confirm', input);
    await staff.change('unit.leave', { unitId: one.unit._id, ...word });
    expect((await rowsOf(one.unit._id)).map(({ state, closed }) => [state, closed])).toEqual([
      ['confirmed', undefined],
    ]);
    expect(await staff.ask('notice.get', { noticeId })).toMatchObject({
      counts: { total: 2, opened: 1, confirmed: 1, done: 1 },
    });
  });

  it('invited back, is not asked again for what ended when it left', async () => {
    const { staff, one, noticeId, input } = await running();
    await staff.change('unit.leave', { unitId: one.unit._id, ...word });
    await staff.change('unit.rejoin', { unitId: one.unit._id });
    const back = await makeLiaison(one.unit);
    expect(await back.ask('home.liaison', { unitId: one.unit._id })).toMatchObject({ total: 0 });
    expect(await back.ask('notice.inbox', { unitId: one.unit._id })).toMatchObject({
      notices: [{ noticeId, waiting: false, closed: 'left', turn: '单位退会时已终止办理，您无需操作' }],
    });
    expect(await back.fails('notice.confirm', input)).toEqual({
      code: 'closed',
      message: '单位退会时这条通知已终止办理，不用再办理',
    });
    const said = { ...input, channel: 'phone', name: '示例' };
    expect(await staff.fails('notice.record', said)).toMatchObject({ code: 'closed' });
    await cloud.fireTimer('minute');
    const { counts, rows } = await countersAndRows(noticeId);
    expect(counts).toEqual(rows);
    expect(rows).toMatchObject({ total: 2, left: 1 });
    const again = await staff.change('notice.publish', someNotice());
    expect(await back.change('notice.confirm', { ...input, noticeId: again.noticeId })).toMatchObject({
      state: 'confirmed',
    });
  });

  it('is held against nobody in the statistics, whose lists agree', async () => {
    const { staff, one, noticeId, input } = await running();
    await staff.change('unit.leave', { unitId: one.unit._id, ...word });
    const period = { from: '2026-11', to: '2026-11' };
    const { total } = await staff.ask('notice.statistics', { ...period, by: 'month' });
    expect(total).toMatchObject({ asked: 1 });
    const behind = await staff.ask('notice.receiptsOf', { ...period, show: 'asked' });
    expect(behind.receipts.map(({ unitId }) => unitId)).not.toContain(input.unitId);
    expect(behind.receipts).toMatchObject([{ noticeId }]);
  });

  it('killed at any of its writes, and beside a publication still writing, is made good by the timer', async () => {
    const { staff, one, noticeId } = await running();
    const sent = { unitId: one.unit._id, ...word };
    const event = { action: 'unit.leave', input: sent, requestId: requestId() };
    await cloud.script({ api: 'database.commitTransaction', function: 'api', times: 1, fault: 'kill-after' });
    await cloud.call('api', event, { openid: staff.openid });
    expect(await rowsOf(one.unit._id)).toMatchObject([{ done: false }]);
    // Written by a publication that had read the unit before it left.
    const late = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
    await makeReceipt(late, one.unit);
    await cloud.fireTimer('minute');
    expect(await rowsOf(one.unit._id)).toMatchObject([
      { done: true, closed: 'left' },
      { done: true, closed: 'left' },
    ]);
    for (const id of [noticeId, late._id]) {
      const { counts, rows } = await countersAndRows(id);
      expect(counts).toEqual(rows);
    }
    // Sent again, nothing is counted twice.
    await staff.change('unit.leave', sent, event.requestId);
    await cloud.fireTimer('minute');
    const { counts, rows } = await countersAndRows(noticeId);
    expect(counts).toEqual(rows);
    expect(rows).toMatchObject({ left: 1 });
  });

  it('ends the changes its liaison had under review, with the reason to read', async () => {
    const staff = await makeStaff('admin');
    const { unit, filing } = await seatedRecord();
    const { _id: correctionId } = await makeCorrection(filing);
    await staff.change('unit.leave', { unitId: unit._id, ...word });
    expect(await correctionsNow()).toMatchObject([{ state: 'lapsed', slot: correctionId }]);
    const lapsed = '单位已退会，这份变更申请终止办理';
    expect(await staff.ask('record.correction', { correctionId })).toMatchObject({ state: 'lapsed', lapsed });
    expect((await staff.ask('record.corrections', {})).corrections).toEqual([]);
    expect((await staff.ask('record.corrections', { state: 'lapsed' })).corrections).toHaveLength(1);
    const decisions = [{ key: 'position', agreed: false, reason: '已退会' }];
    expect(await staff.fails('record.decide', { correctionId, decisions })).toEqual({
      code: 'closed',
      message: `${lapsed}，不用再办`,
    });
    expect(await staff.ask('home.office', {})).toMatchObject({ corrections: 0 });
  });

  it('killed before that, they end by the timer', async () => {
    const staff = await makeStaff('admin');
    const { unit, filing } = await seatedRecord();
    await makeCorrection(filing);
    const other = await seatedRecord();
    await makeCorrection(other.filing);
    await cloud.script({ api: 'database.commitTransaction', function: 'api', times: 1, fault: 'kill-after' });
    const event = { action: 'unit.leave', input: { unitId: unit._id, ...word }, requestId: requestId() };
    await cloud.call('api', event, { openid: staff.openid });
    expect((await correctionsNow()).map(({ state }) => state)).toEqual(['submitted', 'submitted']);
    await cloud.fireTimer('minute');
    const found = await correctionsNow();
    expect(found.find(({ filingId }) => filingId === filing._id)?.state).toBe('lapsed');
    expect(found.find(({ filingId }) => filingId === other.filing._id)?.state).toBe('submitted');
  });
});
