import { nagId, type OutboxRow } from '@server/stores/outbox';
import {
  cloud,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  pushAccepts,
} from '../../support';
import { willing } from '../outbox/wechat';
import { officeWith, ready, seated } from '../handover/parties';
import { laddered, nags, RUNG, runAt } from './ladders';

/** At most one reminder a unit and day, over everything that reminds, whoever sits for it. */

const TODAY = '2026-11-23';
const rows = async () => (await nags()) as unknown as OutboxRow[];

/** Both sides agreed on a handover; the leaver accepts reminders, and so does who comes. */
async function handingOver(urgent = false) {
  await officeWith({});
  const parties = await ready();
  const notice = await makeNotice({ urgent });
  await makeReceipt(notice, parties.unit);
  const staff = await makeStaff();
  await willing(parties.leaver.openid, 'todo', 3);
  const approve = async () => {
    await staff.change('filing.approve', { filingId: parties.filingId });
    await willing(parties.successor.openid, 'todo', 3);
  };
  const remind = () => staff.change('notice.remind', { noticeId: notice._id });
  return { ...parties, notice, staff, approve, remind };
}

describe('one nag a unit and day', () => {
  it('after a handover of the same day: who came is not reminded when who left was', async () => {
    const { remind, approve, unit, leaver, staff, notice } = await handingOver();
    expect(await remind()).toMatchObject({ queued: 1 });
    await cloud.fireTimer('minute');
    await approve();
    expect(await staff.ask('notice.remindable', { noticeId: notice._id })).toEqual({
      push: 0,
      already: 1,
      unreachable: 0,
    });
    expect(await remind()).toMatchObject({ queued: 0, already: 1 });
    await cloud.fireTimer('minute');
    expect(await rows()).toMatchObject([
      { _id: nagId(TODAY, unit._id), openid: leaver.openid, state: 'sent' },
    ]);
  });

  it('what was still held for who left is dropped, and who came may be reminded', async () => {
    const { remind, approve, successor } = await handingOver();
    expect(await remind()).toMatchObject({ queued: 1 });
    await approve();
    expect(await rows()).toMatchObject([{ state: 'dropped' }]);
    expect(await remind()).toMatchObject({ queued: 1, already: 0 });
    await cloud.fireTimer('minute');
    expect(await rows()).toMatchObject([{ openid: successor.openid, state: 'sent' }]);
  });

  it('one message to a unit with two seats, to the deputy where the other accepts none', async () => {
    await makeOffice();
    const notice = await makeNotice();
    const both = await seated({ deputy: '示例副岗' });
    const second = await seated({ deputy: '示例副岗' });
    for (const { unit } of [both, second]) await makeReceipt(notice, unit);
    for (const one of [both.leaver, both.deputy, second.deputy]) await willing(one.openid, 'todo', 3);
    const staff = await makeStaff();
    expect(await staff.change('notice.remind', { noticeId: notice._id })).toMatchObject({ queued: 2 });
    await cloud.fireTimer('minute');
    expect((await cloud.messages()).map(({ touser }) => touser).sort()).toEqual(
      [both.leaver.openid, second.deputy.openid].sort(),
    );
  });

  it('one that failed reached nobody: the other seat may be reminded the same day', async () => {
    await makeOffice();
    const notice = await makeNotice();
    const { unit, leaver: main, deputy } = await seated({ deputy: '示例副岗' });
    await makeReceipt(notice, unit);
    await pushAccepts(main.openid, 1, 'todo'); // by our ledger alone: WeChat answers 43101
    await willing(deputy.openid, 'todo', 3);
    const staff = await makeStaff();
    const remind = () => staff.change('notice.remind', { noticeId: notice._id });
    expect(await remind()).toMatchObject({ queued: 1 });
    await cloud.fireTimer('minute');
    expect(await rows()).toMatchObject([{ openid: main.openid, state: 'failed', code: 43101 }]);
    expect(await remind()).toMatchObject({ queued: 1, already: 0 });
    await cloud.fireTimer('minute');
    expect(await rows()).toMatchObject([{ openid: deputy.openid, state: 'sent' }]);
    expect(await remind()).toMatchObject({ queued: 0, already: 1 });
  });

  it('the rung that turns to the head is the nag of its day; reminded already, the head is turned to all the same', async () => {
    await makeOffice();
    const notice = await laddered({ nextRungAt: new Date(RUNG.head) }, [-2, 0, 1]);
    const other = await makeNotice({ dueAt: new Date('2026-12-20T09:00:00.000Z') });
    const { unit, liaison } = await makeSeatedUnit();
    for (const one of [notice, other]) await makeReceipt(one, unit);
    await willing(liaison.openid, 'todo', 3);
    const staff = await makeStaff();
    await cloud.clock.set('2026-12-01T00:30:00.000Z');
    await staff.change('notice.remind', { noticeId: other._id });
    await runAt(RUNG.head);
    expect(await rows()).toMatchObject([{ subjectId: other._id }]);
    expect(await cloud.find('receipts', { noticeId: notice._id })).toMatchObject([{ head: 'due' }]);
    await runAt('2026-12-02T01:00:00.000Z');
    expect(await rows()).toHaveLength(1);
  });

  it('many that remind at once agree on one', async () => {
    await makeOffice();
    const { unit, leaver, deputy } = await seated({ deputy: '示例副岗' });
    for (const one of [leaver, deputy]) await willing(one.openid, 'todo', 3);
    const notices = await Promise.all([1, 2, 3].map(() => makeNotice()));
    for (const notice of notices) await makeReceipt(notice, unit);
    const staff = await makeStaff();
    await Promise.all(notices.map(({ _id }) => staff.change('notice.remind', { noticeId: _id })));
    expect(await rows()).toHaveLength(1);
  });
});
