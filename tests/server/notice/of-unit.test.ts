import { figureCounts, figureShows } from '@contract/rules/statistics';
import { makeLiaison, makeSeatedUnit, makeStaff, makeUnit, NOW, requestsOf, stranger } from '../../support';
import { counting, isBehind, published } from './figured';
import { manyUnits } from './many';

const YEAR = { from: '2025-12', to: '2026-11' };
const now = new Date(NOW);

/** 40 notices in a row, told by number. */
async function forty(units: Awaited<ReturnType<typeof manyUnits>>) {
  for (let n = 0; n < 40; n += 1)
    await published(
      new Date(now.getTime() - (n * 5 + 1) * 86_400_000).toISOString(),
      units,
      (i) => ({
        doneAfterHours: (n + i) % 5 === 0 ? null : (n * 7 + i) % 110,
        opened: n % 2 === 0,
        onBehalf: n % 6 === 0,
      }),
      n % 9 === 8 ? { state: 'withdrawn' } : {},
    );
}

describe('notice.ofUnit', () => {
  it('is for staff of every post, not for strangers or liaisons, of their own unit neither', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const input = { ...YEAR, unitId: unit._id };
    expect(await stranger().fails('notice.ofUnit', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.ofUnit', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.ofUnit', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('notice.ofUnit', input)).toMatchObject({
      figures: { asked: 0 },
      receipts: [],
      next: null,
    });
  });

  it.each([
    [{ ...YEAR }, 'unitId', '缺少单位'],
    [{ ...YEAR, unitId: '../x' }, 'unitId', '单位不正确'],
    [{ unitId: 'unit-1', from: '2026-1', to: '2026-11' }, 'from', '开始月份应为年月，如2026-11'],
    [{ unitId: 'unit-1', from: '2026-11', to: '2026-01' }, 'to', '结束月份不能早于开始月份'],
    [{ ...YEAR, unitId: 'unit-1', show: 'all' }, 'show', '没有这个分类'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('notice.ofUnit', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('says that there is no such unit, and shows one that left', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('notice.ofUnit', { ...YEAR, unitId: 'unit-none' })).toMatchObject({
      code: 'missing',
      message: '没有找到这家单位，可能已被删除',
    });
    const gone = await makeUnit({ active: false });
    await published('2026-11-02T01:00:00.000Z', [gone], () => ({ doneAfterHours: 3 }));
    expect(await staff.ask('notice.ofUnit', { ...YEAR, unitId: gone._id, show: 'done' })).toMatchObject({
      figures: { done: 1 },
      receipts: [{ unitId: gone._id }],
    });
  });

  it('shows each receipt with its notice, newest first', async () => {
    const staff = await makeStaff();
    const [unit] = await manyUnits(1);
    if (!unit) return;
    const old = await published('2026-11-02T01:00:00.000Z', [unit], () => ({
      doneAfterHours: 80,
      onBehalf: true,
    }));
    const recent = await published('2026-11-22T01:00:00.000Z', [unit], () => ({ doneAfterHours: null }));
    const { receipts } = await staff.ask('notice.ofUnit', { ...YEAR, unitId: unit._id, show: 'asked' });
    expect(receipts.map(({ noticeId }) => noticeId)).toEqual([recent._id, old._id]);
    expect(receipts[1]).toEqual({
      noticeId: old._id,
      title: old.title,
      unitId: unit._id,
      unitName: unit.name,
      region: '西安',
      ask: 'confirm',
      state: 'confirmed',
      publishedAt: '2026-11-02T01:00:00.000Z',
      dueAt: '2026-11-05T01:00:00.000Z',
      doneAt: '2026-11-05T09:00:00.000Z',
      onBehalf: true,
    });
  });

  it.each(figureShows)('recounts to the figure: %s', async (show) => {
    const staff = await makeStaff();
    const units = await manyUnits(2);
    await forty(units);
    const [unit] = units;
    if (!unit) return;
    const input = { ...YEAR, unitId: unit._id, show };
    const first = await staff.ask('notice.ofUnit', input);
    expect(await requestsOf('notice.ofUnit')).toHaveLength(5);
    const all = [...first.receipts];
    for (let { next } = first; next;) {
      const page = await staff.ask('notice.ofUnit', { ...input, cursor: next });
      expect(page.figures).toBeNull();
      all.push(...page.receipts);
      ({ next } = page);
    }
    const rows = await counting((row) => row.unitId === unit._id && isBehind(show, row, now));
    expect(all.map(({ noticeId }) => noticeId).sort()).toEqual(rows.map(({ noticeId }) => noticeId).sort());
    expect(first.figures && figureCounts(first.figures)[show]).toBe(rows.length);
    const { rows: table } = await staff.ask('notice.statistics', { ...YEAR, by: 'unit' });
    const figures = table.find(({ key }) => key === unit._id)?.figures;
    expect(figures && figureCounts(figures)[show]).toBe(rows.length);
  });
});
