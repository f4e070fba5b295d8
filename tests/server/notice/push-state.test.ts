import { cloud, makeNotice, makeOffice, makeReceipt, makeSeatedUnit, makeStaff } from '../../support';
import { failWith, willing } from '../outbox/wechat';
import { officeWith, ready, seated } from '../handover/parties';
import { pushWords } from '../../../src/features/notice/words';

/** 未推送 → 已推送 → 推送失败: what stands beside a unit is true at every moment. */

const MINUTE = 60_000;
const run = () => cloud.fireTimer('minute');

/** A notice about to be pushed to a unit; `shown` is what staff see of it. */
async function pushing(unit: Parameters<typeof makeReceipt>[1]) {
  const notice = await makeNotice({ push: { state: 'due', cursor: null } });
  await makeReceipt(notice, unit);
  const staff = await makeStaff();
  const shown = async () => {
    const { receipts } = await staff.ask('notice.receipts', { noticeId: notice._id });
    return pushWords(receipts[0]?.push ?? null);
  };
  return { notice, staff, shown };
}

describe('what stands beside a unit', () => {
  it.each([45009, -1, 43108])('%i that is tried again is no failure until it is given up', async (code) => {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit();
    await willing(liaison.openid, 'notice', 2);
    const { shown } = await pushing(unit);
    expect(await shown()).toBe('未推送');
    await failWith(code, 6);
    for (const wait of [1, 5, 25, 120, 600]) {
      await run();
      expect(await shown()).toBe('推送中（稍后自动重试）');
      await cloud.clock.advance(wait * MINUTE);
    }
    await cloud.clock.set('2026-11-24T02:00:00.000Z');
    await run();
    expect(await shown()).toBe(`推送失败（${code}）`);
  });

  it('becomes 已推送 when a later try works', async () => {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit();
    await willing(liaison.openid, 'notice', 2);
    const { shown } = await pushing(unit);
    await failWith(45009);
    await run();
    await cloud.clock.advance(MINUTE);
    await run();
    expect(await shown()).toBe('已推送');
  });

  it.each([
    [0, '未推送（没有额度）'],
    [43101, '推送失败（对方未订阅）'],
    [47003, '推送失败（47003）'],
    [40003, '推送失败（40003）'],
  ])('code %i says so at once', async (code, words) => {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit();
    if (code) await willing(liaison.openid, 'notice', 2);
    const { shown } = await pushing(unit);
    if (code) await failWith(code);
    await run();
    expect(await shown()).toBe(words);
  });

  it('while one seat is tried again the other’s failure is not the unit’s', async () => {
    await makeOffice();
    const { unit, leaver: main, deputy } = await seated({ deputy: '示例副岗' });
    await willing(main.openid, 'notice', 2);
    const { shown } = await pushing(unit);
    await failWith(45009);
    await run(); // the deputy accepts none
    expect(await shown()).toBe('推送中（稍后自动重试）');
    expect(await cloud.find('outbox', { openid: deputy.openid })).toMatchObject([{ state: 'failed' }]);
    await cloud.clock.advance(MINUTE);
    await run();
    expect(await shown()).toBe('已推送');
  });

  it('what was to be tried again and was dropped by a handover has failed', async () => {
    await officeWith({});
    const parties = await ready();
    await willing(parties.leaver.openid, 'notice', 2);
    const { shown, staff, notice } = await pushing(parties.unit);
    await failWith(45009);
    await run();
    expect(await shown()).toBe('推送中（稍后自动重试）');
    await staff.change('filing.approve', { filingId: parties.filingId });
    await cloud.clock.advance(MINUTE);
    await run();
    expect(await cloud.messages()).toEqual([]);
    expect(await cloud.find('outbox', { subjectId: notice._id })).toMatchObject([{ state: 'dropped' }]);
    expect(await shown()).toBe('推送失败（45009）');
  });
});
