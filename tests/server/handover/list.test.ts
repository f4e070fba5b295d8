import { cloud, makeOffice, makeStaff, requestsOf, stranger } from '../../support';
import { begun, ready } from './parties';

describe('handover.list', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for staff', async () => {
    const { leaver, successor } = await begun();
    expect(await stranger().fails('handover.list', {})).toMatchObject({ code: 'stranger' });
    expect(await successor.fails('handover.list', {})).toMatchObject({ code: 'stranger' });
    expect(await leaver.fails('handover.list', {})).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [{ state: 'lost' }, 'state', '没有这个状态'],
    [{ cursor: 1 }, 'cursor', '翻页位置不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    expect(await (await makeStaff()).fails('handover.list', wrong)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('shows what waits for the office first, and what still waits for the two sides', async () => {
    const [waiting, done] = [await begun(), await ready()];
    const staff = await makeStaff('editor');
    expect(await staff.ask('handover.list', {})).toMatchObject({
      handovers: [{ handoverId: done.handoverId, filingId: done.filingId, turn: '等您：审核接任人的登记' }],
      next: null,
    });
    expect(await staff.ask('handover.list', { state: 'open' })).toMatchObject({
      handovers: [{ handoverId: waiting.handoverId, leaverName: '示例离任', successorName: '示例接任' }],
    });
    expect(await requestsOf('handover.list')).toHaveLength(3);
  });

  it('goes page by page, the longest waiting first', async () => {
    const { handoverId } = await begun();
    const [row] = await cloud.find('handovers', { _id: handoverId });
    await cloud.insert(
      'handovers',
      Array.from({ length: 22 }, (_, i) => ({
        ...row,
        _id: `more-${i}`,
        slot: `more-${i}`,
        code: `more-${i}`,
        order: `2026-11-${String(40 - i)}`,
      })),
    );
    const staff = await makeStaff();
    const first = await staff.ask('handover.list', { state: 'open' });
    const second = await staff.ask('handover.list', { state: 'open', cursor: first.next ?? undefined });
    expect([first.handovers.length, second.handovers.length, second.next]).toEqual([20, 3, null]);
    const ids = [...first.handovers, ...second.handovers].map((one) => one.handoverId);
    expect(new Set(ids).size).toBe(23);
    expect(ids[0]).toBe('more-21');
  });
});
