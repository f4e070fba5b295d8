import { presets } from '@contract/policy/presets';
import {
  accept,
  cloud,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeStaff,
  pushAccepts,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { LONG_AGO, makeCorrection, RECENT, seatedRecord, world } from './records';

/** A record a check fell due of, its liaison accepting `n` reminders. */
async function dueRecord(n: number) {
  const made = await seatedRecord({ verifiedAt: LONG_AGO });
  if (n > 0) {
    await pushAccepts(made.liaison.openid, n, 'todo');
    await accept(made.liaison.openid, 'todo', n);
  }
  return made;
}

const nags = () => cloud.find('outbox', { message: 'todo' });

describe('record.remind', () => {
  it('turns strangers, liaisons and staff without the right away; names a wrong field', async () => {
    const { staff, liaison } = await world();
    expect(await stranger().fails('record.remind', {})).toMatchObject({ code: 'stranger' });
    for (const who of [liaison, await makeStaff('editor')])
      expect(await who.fails('record.remind', {})).toMatchObject({ code: 'forbidden' });
    for (const cursor of ['2026', 7])
      expect(await staff.fails('record.remind', { cursor })).toMatchObject({
        code: 'invalid',
        field: 'cursor',
      });
  });

  it('says so where the rulebook has no checks', async () => {
    const base = presets['shaanxi-coal'];
    await makeOffice({ policy: { ...base, records: { ...base.records, checkMonths: [] } } });
    expect(await (await makeStaff()).fails('record.remind', {})).toMatchObject({ code: 'closed' });
    expect(await nags()).toEqual([]);
  });

  it('reminds exactly who has not checked and can be pushed, and the message arrives', async () => {
    const { staff } = await world({}, { verifiedAt: RECENT });
    const { liaison, unit } = await dueRecord(1);
    await dueRecord(0);
    // Whose change is under review waits for the secretariat.
    const waiting = await dueRecord(1);
    await makeCorrection(waiting.filing);
    expect(await staff.change('record.remind', {})).toEqual({
      queued: 1,
      already: 0,
      unreachable: 1,
      next: null,
    });
    expect((await requestsOf('record.remind')).length).toBeLessThanOrEqual(9);
    expect(await cloud.find('audits', { action: 'record.remind' })).toMatchObject([
      { subjectId: 'check_2026-07-01' },
    ]);
    await cloud.fireTimer('minute');
    expect(await cloud.messages()).toMatchObject([
      {
        touser: liaison.openid,
        page: 'features/record/mine/index',
        data: { thing1: { value: '核对您的登记资料' }, time3: { value: '2026年11月30日 23:59' } },
      },
    ]);
    expect((await nags()).map(({ unitId }) => unitId)).toEqual([unit._id]);
  });

  it('shares the one nag a unit and day with notices, both ways round', async () => {
    const { staff } = await world({}, { verifiedAt: RECENT });
    const { unit, liaison } = await dueRecord(3);
    const notice = await makeNotice();
    await makeReceipt(notice, unit);
    await staff.change('notice.remind', { noticeId: notice._id });
    expect(await staff.change('record.remind', {})).toMatchObject({ queued: 0, already: 1 });
    await cloud.clock.advance(86_400_000);
    expect(await staff.change('record.remind', {})).toMatchObject({ queued: 1, already: 0 });
    expect(await staff.change('notice.remind', { noticeId: notice._id })).toMatchObject({
      queued: 0,
      already: 1,
    });
    expect((await nags()).map(({ openid }) => openid)).toEqual([liaison.openid, liaison.openid]);
  });

  it('sent twice gives the same answer and one message', async () => {
    const { staff } = await world({}, { verifiedAt: RECENT });
    await dueRecord(2);
    const id = requestId();
    const first = await staff.change('record.remind', {}, id);
    expect(await staff.change('record.remind', {}, id)).toEqual(first);
    expect(await nags()).toHaveLength(1);
  });

  it('waits for the morning in quiet hours, and is taken back by who checks before', async () => {
    const { staff } = await world({}, { verifiedAt: RECENT });
    const { unit, liaison } = await dueRecord(1);
    await cloud.clock.set('2026-11-23T15:30:00.000Z');
    await staff.change('record.remind', {});
    expect(await nags()).toMatchObject([{ state: 'waiting', _id: `nag_2026-11-24_${unit._id}` }]);
    await liaison.change('record.check', { unitId: unit._id });
    expect(await nags()).toEqual([]);
    expect(await staff.change('record.remind', {})).toEqual({
      queued: 0,
      already: 0,
      unreachable: 0,
      next: null,
    });
  });
});
