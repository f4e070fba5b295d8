import type { Notice } from '@server/stores/notices';
import { fitSlot } from '@contract/messages';
import { slotTime } from '@server/features/notice/push';
import {
  cloud,
  later,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
} from '../../support';
import { willing } from '../outbox/wechat';
import { manyReceipts, manyUnits } from './many';

const due = { push: { state: 'due', cursor: null } } as const;
const run = () => cloud.fireTimer('minute');
const queued = () => cloud.find('outbox', {});
const pushOf = async (id: string) => (await cloud.find('receipts', { _id: id }))[0]?.push;

/** A unit whose liaison accepts `n` messages, by WeChat's count and by ours. */
async function unitWith(n: number) {
  const { unit } = await makeSeatedUnit();
  const openid = unit.seats.main?.openid ?? '';
  await willing(openid, 'notice', n);
  return { unit, openid };
}

describe('dispatch: push of a notice', () => {
  it('tells every seat of every unit once, and the receipt says what became of it', async () => {
    await makeOffice();
    const notice = await makeNotice(due);
    const [told, none] = [await unitWith(1), await unitWith(0)];
    const [a, b] = [await makeReceipt(notice, told.unit), await makeReceipt(notice, none.unit)];
    const empty = await makeReceipt(notice, await makeUnit());
    await run();
    await run();
    expect(await cloud.messages()).toMatchObject([
      {
        touser: told.openid,
        page: `features/notice/detail/index?noticeId=${notice._id}&unitId=${told.unit._id}`,
        data: {
          thing1: { value: '关于报送四季度信息的通知' },
          thing2: { value: '示例市煤炭工业协会' },
          time3: { value: '2026年11月26日 09:00' },
          thing4: { value: '请于11月26日（周四）09:00前确认' },
        },
      },
    ]);
    expect(await pushOf(a._id)).toEqual({ state: 'sent', code: null, at: new Date(NOW) });
    expect(await pushOf(b._id)).toEqual({ state: 'failed', code: 0, at: new Date(NOW) });
    expect(await pushOf(empty._id)).toBeUndefined();
    expect(await queued()).toHaveLength(2);
    const { receipts } = await (await makeStaff()).ask('notice.receipts', { noticeId: notice._id });
    expect(receipts.map(({ push }) => push)).toEqual(
      expect.arrayContaining([{ state: 'sent', code: null }, { state: 'failed', code: 0 }, null]),
    );
  });

  it.each<[Notice['asking'], string]>([
    [{ kind: 'nothing' }, '请打开查看，不用回复'],
    [{ kind: 'read' }, '请于11月26日（周四）09:00前阅读'],
    [{ kind: 'form', questions: [] }, '请于11月26日（周四）09:00前填报'],
  ])('says what is asked: %j', async (asking, words) => {
    await makeOffice();
    const notice = await makeNotice({ ...due, asking });
    await makeReceipt(notice, (await unitWith(1)).unit);
    await run();
    expect(await queued()).toMatchObject([{ data: { thing4: words } }]);
  });

  it('a publication is told without further ado', async () => {
    const office = await makeOffice();
    const { openid } = await unitWith(1);
    await (
      await makeStaff()
    ).change('notice.publish', {
      title: '关于报送四季度信息的通知',
      hostId: office.hosts[0]?.id ?? '',
      body: [{ type: 'paragraph', runs: [{ text: '请报送。' }] }],
      dueAt: later(3).toISOString(),
      audience: { kind: 'all' },
    });
    await run();
    expect((await cloud.messages()).map(({ touser }) => touser)).toEqual([openid]);
  });

  it('waits for the morning, unless it is urgent', async () => {
    await makeOffice();
    await cloud.clock.set('2026-11-23T14:00:00.000Z'); // 22:00
    const { unit } = await unitWith(2);
    const night = await makeNotice({ ...due, _id: 'notice-night' });
    const alarm = await makeNotice({ ...due, _id: 'notice-alarm', urgent: true });
    await makeReceipt(night, unit);
    await makeReceipt(alarm, unit);
    await run();
    expect((await cloud.messages()).map(({ page }) => page)).toEqual([
      expect.stringContaining('notice-alarm'),
    ]);
    await cloud.clock.set('2026-11-23T23:59:00.000Z');
    await run();
    expect(await cloud.messages()).toHaveLength(1);
    await cloud.clock.set('2026-11-24T00:00:00.000Z');
    await run();
    expect(await cloud.messages()).toHaveLength(2);
  });

  it('says nothing of a notice of an earlier version, which has no mark', async () => {
    await makeOffice();
    const { unit } = await unitWith(3);
    await makeReceipt(await makeNotice(), unit);
    await run();
    expect(await queued()).toEqual([]);
  });

  it('killed at every write, tells each unit of 250 once', async () => {
    await makeOffice();
    const notice = await makeNotice(due);
    const units = await manyUnits(250, (i) => ({
      seated: true,
      seats: {
        main: {
          kind: 'main',
          openid: `openid-many-${i}`,
          name: '示例联络员',
          position: '',
          phone: '19900001234',
          landline: '',
          filingId: 'filing-x',
          numbers: [],
          since: new Date(NOW),
        },
        deputy: null,
      },
    }));
    await manyReceipts(notice, units, () => ({}));
    for (const api of ['database.insertDocument', 'database.modifyDocument'] as const)
      for (const fault of ['kill-function', 'kill-after'] as const)
        for (const skip of [0, 1]) {
          await cloud.script({ api, function: 'dispatch', skip, times: 1, fault });
          await run();
        }
    await run();
    const rows = await queued();
    expect(new Set(rows.map(({ openid }) => openid)).size).toBe(250);
    expect(rows).toHaveLength(250);
    expect(await cloud.find('notices', { _id: notice._id })).toMatchObject([{ push: { state: 'done' } }]);
  });
});

describe('slots', () => {
  it('are cut to what WeChat takes, one line, never empty', () => {
    expect(fitSlot('thing1', '关于报送2026年四季度经济运行信息和先进技术的通知')).toHaveLength(20);
    expect(fitSlot('thing1', '关于报送2026年四季度经济运行信息和先进技术的通知')).toMatch(/…$/);
    expect(fitSlot('thing4', ' 请\n确认 ')).toBe('请 确认');
    expect(fitSlot('phrase2', '')).toBe('—');
    expect(slotTime(new Date('2026-11-26T16:30:00Z'))).toBe('2026年11月27日 00:30');
  });
});
