import { cloud, makeSeatedUnit, NOW } from '../../support';
import { willing } from '../outbox/wechat';
import { secretariat, someNotice } from './many';

const REASON = '时间有变';
const run = () => cloud.fireTimer('minute');
const told = async () =>
  (await cloud.messages()).map(({ touser, data }) => [
    touser,
    (data as Record<string, { value: string }>).thing1?.value,
  ]);

async function office() {
  const staff = await secretariat();
  const unitWith = async (n: number) => {
    const { unit, liaison } = await makeSeatedUnit();
    await willing(liaison.openid, 'notice', n);
    return { unit, liaison };
  };
  return { staff, a: await unitWith(3), b: await unitWith(0), c: await unitWith(0) };
}

describe('dispatch: what is told of a withdrawn notice', () => {
  it('tells those who know of it, once, and touches no receipt by that', async () => {
    const { staff, a, b } = await office();
    const { noticeId } = await staff.change('notice.publish', someNotice());
    await run();
    await b.liaison.change('notice.open', { noticeId, unitId: b.unit._id });
    const before = await cloud.find('receipts', { unitId: a.unit._id });
    await staff.change('notice.withdraw', { noticeId, reason: REASON });
    await run();
    await run();
    expect(await told()).toEqual([
      [a.liaison.openid, '关于报送四季度信息的通知'],
      [a.liaison.openid, '已撤回：关于报送四季度信息的通知'],
    ]);
    const rows = await cloud.find('outbox', { subjectId: `withdrawn_${noticeId}` });
    expect(rows.map(({ openid }) => openid).sort()).toEqual([a.liaison.openid, b.liaison.openid].sort());
    expect((await cloud.messages())[1]).toMatchObject({
      page: `features/notice/detail/index?noticeId=${noticeId}&unitId=${a.unit._id}`,
      data: { time3: { value: '2026年11月23日 09:00' }, thing4: { value: '不用再办理。时间有变' } },
    });
    const [after] = await cloud.find('receipts', { unitId: a.unit._id });
    expect(after?.push).toEqual(before[0]?.push);
  });

  it('sends nothing any more that still waited', async () => {
    const { staff, a } = await office();
    await cloud.clock.set('2026-11-23T15:30:00.000Z'); // night in Shanghai
    const { noticeId } = await staff.change('notice.publish', someNotice());
    await run();
    await staff.change('notice.withdraw', { noticeId, reason: REASON });
    expect((await cloud.find('outbox', { subjectId: noticeId })).map(({ state }) => state)).toEqual([
      'dropped',
      'dropped',
      'dropped',
    ]);
    await cloud.clock.set('2026-11-24T01:00:00.000Z');
    await run();
    expect(await told()).toEqual([]);
    expect(a.unit.active).toBe(true);
    await cloud.clock.set(NOW);
  });

  it('tells nobody of one withdrawn before it was told', async () => {
    const { staff } = await office();
    const { noticeId } = await staff.change('notice.publish', someNotice());
    await staff.change('notice.withdraw', { noticeId, reason: REASON });
    await run();
    expect(await cloud.find('outbox', {})).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('stops pushes that are just being queued', async () => {
    const { staff } = await office();
    const { noticeId } = await staff.change('notice.publish', someNotice());
    // The batch is on its way when the notice is withdrawn.
    await cloud.script({
      api: 'database.insertDocument',
      function: 'dispatch',
      times: 1,
      delayMs: 800,
    });
    const queueing = run();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await staff.change('notice.withdraw', { noticeId, reason: REASON });
    await queueing;
    await run();
    expect(await told()).toEqual([]);
    expect(await cloud.find('outbox', { subjectId: noticeId, state: 'waiting' })).toEqual([]);
  });
});

describe('dispatch: what is told of a corrected notice', () => {
  it('tells of the new version as of any notice, with 更正 in the words; the old one is not pushed', async () => {
    const { staff, a } = await office();
    const notice = someNotice();
    const { noticeId } = await staff.change('notice.publish', notice);
    const { title, body, dueAt } = notice;
    const { noticeId: next } = await staff.change('notice.correct', {
      ...{ noticeId, title, body, dueAt },
      note: '地点改为三楼',
      again: true,
    });
    await run();
    expect(await told()).toEqual([[a.liaison.openid, '更正：关于报送四季度信息的通知']]);
    expect(await cloud.messages()).toMatchObject([
      { data: { thing4: { value: '已更正，请重新确认。地点改为三楼' } } },
    ]);
    expect(await cloud.find('outbox', { subjectId: noticeId })).toEqual([]);
    expect(await cloud.find('outbox', { subjectId: next })).toHaveLength(3);
  });
});
