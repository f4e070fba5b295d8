import { cloud, makeLiaison, makeUnit, requestsOf, stranger } from '../../support';
import { LONG_AGO, RECENT, seatedRecord, world } from './records';

describe('record.list', () => {
  it('is for staff, not for strangers or liaisons; names a wrong field', async () => {
    const { liaison, staff } = await world();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('record.list', {})).toMatchObject({ code: 'stranger' });
    expect(await former.fails('record.list', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('record.list', {})).toMatchObject({ code: 'forbidden' });
    expect(await staff.fails('record.list', { due: 'yes' })).toMatchObject({ field: 'due' });
    for (const cursor of ['2026', 'never|x', '|'])
      expect(await staff.fails('record.list', { cursor })).toEqual({
        code: 'invalid',
        field: 'cursor',
        message: '翻页位置不正确，请刷新后再看',
      });
  });

  it('sorts the longest unverified first and leaves out what is not in force', async () => {
    const { staff } = await world({}, { _id: 'old', verifiedAt: LONG_AGO });
    await seatedRecord({ _id: 'new', verifiedAt: RECENT });
    await seatedRecord({ _id: 'oldest', verifiedAt: new Date('2025-01-01T00:00:00Z') });
    await seatedRecord({ _id: 'closed', inForce: false, state: 'closed' });
    const all = await staff.ask('record.list', {});
    expect(all).toMatchObject({ counts: { all: 3, due: 2 }, checkDay: '2026-07-01', next: null });
    expect(all.records.map(({ filingId, due }) => [filingId, due])).toEqual([
      ['oldest', true],
      ['old', true],
      ['new', false],
    ]);
    expect(all.records[1]).toMatchObject({
      unitName: '示例一矿有限公司',
      name: '示例乙',
      phone: '199****5678',
      verifiedAt: LONG_AGO.toISOString(),
    });
    const due = await staff.ask('record.list', { due: true });
    expect(due.records.map(({ filingId }) => filingId)).toEqual(['oldest', 'old']);
    expect(JSON.stringify(all)).not.toContain('openid');
  });

  it('pages through many verified at the same moment, each once, in few requests', async () => {
    const { staff, filing } = await world({}, { _id: 'first', order: 'a-first' });
    const rows = Array.from({ length: 44 }, (_, i) => ({
      ...filing,
      _id: `many-${i}`,
      slot: `many-${i}`,
      order: `b-${String(i).padStart(3, '0')}`,
      verifiedAt: i < 30 ? LONG_AGO : RECENT,
    }));
    await cloud.insert('filings', rows);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await staff.ask('record.list', cursor === undefined ? {} : { cursor });
      expect((await requestsOf('record.list')).length).toBeLessThanOrEqual(7);
      expect(page.counts).toEqual({ all: 45, due: 31 });
      seen.push(...page.records.map(({ filingId }) => filingId));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['first', ...rows.map(({ _id }) => _id)]);

    const due = await staff.ask('record.list', { due: true });
    const rest = await staff.ask('record.list', { due: true, cursor: due.next ?? '' });
    expect(due.records.length + rest.records.length).toBe(31);
    expect(rest.next).toBeNull();
  });
});
