import { makeOffice, makeSeatedUnit, makeStaff, makeUnit, requestsOf, stranger } from '../../support';
import { submitted } from './registration';

describe('filing.list', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for staff', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('filing.list', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('filing.list', {})).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [{ state: 'lost' }, 'state', '没有这个状态'],
    [{ cursor: 1 }, 'cursor', '翻页位置不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    expect(await (await makeStaff()).fails('filing.list', wrong)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('shows who waits longest first, page by page, and nothing personal but the name', async () => {
    const unit = await makeUnit();
    for (let i = 0; i < 23; i += 1) await submitted(unit, { order: `2026-11-${String(40 - i)}` });
    const staff = await makeStaff('finance');
    const first = await staff.ask('filing.list', {});
    const second = await staff.ask('filing.list', { cursor: first.next ?? undefined });
    expect([first.filings.length, second.filings.length, second.next]).toEqual([20, 3, null]);
    const all = [...first.filings, ...second.filings];
    expect(new Set(all.map(({ filingId }) => filingId)).size).toBe(23);
    expect(Object.keys(all[0] ?? {}).sort()).toEqual([
      'filingId',
      'handover',
      'kind',
      'name',
      'seatName',
      'state',
      'submittedAt',
      'turn',
      'unitName',
    ]);
    expect(all[0]).toMatchObject({ name: '示例乙', unitName: unit.name, turn: '等您：审核这份登记' });
    expect(all[0]).toMatchObject({ kind: 'main', seatName: '联络员', handover: null });
    expect(await requestsOf('filing.list')).toHaveLength(3);
  });

  it('shows of what is decided the newest first', async () => {
    const unit = await makeUnit();
    const decided = { state: 'approved' as const, open: false };
    const { filing: old } = await submitted(unit, { ...decided, order: '2026-01', slot: 'a' });
    const { filing: recent } = await submitted(unit, { ...decided, order: '2026-02', slot: 'b' });
    const { filings } = await (await makeStaff()).ask('filing.list', { state: 'approved' });
    expect(filings.map(({ filingId }) => filingId)).toEqual([recent._id, old._id]);
  });
});
