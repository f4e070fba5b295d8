import { creditLeft } from '@contract/rules/outbox';
import { localTemplateIds } from '../../../config/templates';
import type { OutboxRow } from '@server/stores/outbox';
import type { Person } from '@server/stores/people';
import {
  cloud,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeSeatedUnit,
  pushSent,
  someMessage,
} from '../../support';
import { willing } from './wechat';

/** What WeChat pushes of subscription messages comes twice, late, and in any order (decision D8). */

const MINUTE = 60_000;
const left = async (openid: string) => {
  const [person] = (await cloud.find('people', { _id: openid })) as unknown as Person[];
  return creditLeft(person?.credits?.notice);
};
const push = (Event: string, openid: string, word: string, time: number) =>
  cloud.push({
    MsgType: 'event',
    Event,
    FromUserName: openid,
    CreateTime: time,
    List: [{ TemplateId: localTemplateIds.notice, SubscribeStatusString: word, PopupScene: '1' }],
  });
const accepted = (openid: string, time: number) => push('subscribe_msg_popup_event', openid, 'accept', time);
const switchedOff = (openid: string, time: number) =>
  push('subscribe_msg_change_event', openid, 'reject', time);

describe('the ledger, by what WeChat pushes', () => {
  it('an accept that comes after a later switch-off counts for nothing, one made after it does', async () => {
    const { openid } = await makePerson({ credits: { notice: { told: 2 } } });
    await switchedOff(openid, 200);
    await accepted(openid, 100);
    expect(await left(openid)).toBe(0);
    await accepted(openid, 300);
    expect(await left(openid)).toBe(1);
  });

  it('a switch-off that comes late, or again, does not take what was accepted since', async () => {
    const { openid } = await makePerson({ credits: { notice: { told: 2 } } });
    await switchedOff(openid, 100);
    await accepted(openid, 200);
    await switchedOff(openid, 100);
    await switchedOff(openid, 150);
    expect(await left(openid)).toBe(1);
    await switchedOff(openid, 300);
    expect(await left(openid)).toBe(0);
  });

  it('each push counts once, in whatever order', async () => {
    const { openid } = await makePerson();
    for (const time of [5, 3, 4, 3, 5, 4]) await accepted(openid, time);
    expect(await left(openid)).toBe(3);
  });
});

/** A notice just sent to the only seat, or both, of a unit. */
async function told(seats = 1) {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const notice = await makeNotice();
  const receipt = await makeReceipt(notice, unit);
  const openids = [liaison.openid];
  const seat = unit.seats.main;
  if (seats > 1 && seat) {
    const { openid } = await makePerson({
      seats: [{ unitId: unit._id, unitName: unit.name, kind: 'deputy', since: new Date() }],
    });
    openids.push(openid);
  }
  const due = openids.map((openid) => ({ openid, unitId: unit._id, subjectId: notice._id }));
  for (const openid of openids) {
    await willing(openid, 'notice', 2);
  }
  const pushOf = async () => (await cloud.find('receipts', { _id: receipt._id }))[0]?.push;
  return { due, openids, pushOf, unit, notice };
}

const stateOf = async (id: string) =>
  ((await cloud.find('outbox', { _id: id }))[0] as unknown as OutboxRow | undefined)?.state;

describe('a run that died after sending', () => {
  it.each(['before its lease ran out', 'after it'])(
    'WeChat’s word, %s, also stands on the receipt and spends the credit',
    async (when) => {
      const { due, openids, pushOf } = await told();
      const [openid = ''] = openids;
      const [row] = await insert(due);
      await cloud.script({ api: 'subscribeMessage.send', times: 1, fault: 'kill-after' });
      await cloud.fireTimer('minute');
      expect(await pushOf()).toBeUndefined();
      const late = when === 'after it';
      if (late) {
        await cloud.clock.advance(3 * MINUTE);
        await cloud.fireTimer('minute');
      }
      await pushSent(openid, 'notice');
      await pushSent(openid, 'notice');
      if (!late) {
        await cloud.clock.advance(3 * MINUTE);
        await cloud.fireTimer('minute');
      }
      expect(await stateOf(row ?? '')).toBe('sent');
      expect(await pushOf()).toMatchObject({ state: 'sent', code: null });
      expect(await left(openid)).toBe(1);
      expect(await cloud.messages()).toHaveLength(1);
    },
  );

  it.each(['receipts', 'outbox', 'people'])(
    'killed at its writes to %s, the receipt says 已推送 in the end',
    async (collection) => {
      const { due, openids, pushOf } = await told();
      await insert(due);
      const skip = collection === 'outbox' ? 1 : 0;
      const fault = { function: 'dispatch', times: 1, fault: 'kill-function' } as const;
      await cloud.script({ api: 'database.modifyDocument', collection, skip, ...fault });
      expect((await cloud.fireTimer('minute')).result).toBeUndefined();
      await pushSent(openids[0] ?? '', 'notice');
      for (let i = 0; i < 6; i += 1) {
        await cloud.clock.advance(3 * MINUTE);
        await cloud.fireTimer('minute');
      }
      expect(await pushOf()).toMatchObject({ state: 'sent' });
      expect(await cloud.messages()).toHaveLength(1);
    },
  );
});

describe('a message WeChat took and did not deliver', () => {
  it('is 推送失败 with WeChat’s code, told twice or once', async () => {
    const { due, openids, pushOf } = await told();
    const [row] = await insert(due);
    await cloud.fireTimer('minute');
    expect(await pushOf()).toMatchObject({ state: 'sent' });
    for (let i = 0; i < 2; i += 1) await pushSent(openids[0] ?? '', 'notice', '43101');
    expect(await stateOf(row ?? '')).toBe('failed');
    expect(await pushOf()).toMatchObject({ state: 'failed', code: 43101 });
  });

  it('leaves the unit reached when the other seat was', async () => {
    const { due, openids, pushOf } = await told(2);
    await insert(due);
    await cloud.fireTimer('minute');
    expect(await cloud.messages()).toHaveLength(2);
    await pushSent(openids[0] ?? '', 'notice', '43101');
    expect(await pushOf()).toMatchObject({ state: 'sent' });
    await pushSent(openids[1] ?? '', 'notice', '43101');
    expect(await pushOf()).toMatchObject({ state: 'failed' });
  });
});

async function insert(due: { openid: string; unitId: string; subjectId: string }[]): Promise<string[]> {
  const rows = due.map(({ openid, unitId, subjectId }) => ({
    ...someMessage(openid, { unitId, subjectId }),
  }));
  await cloud.insert('outbox', rows);
  return rows.map(({ _id }) => _id);
}
