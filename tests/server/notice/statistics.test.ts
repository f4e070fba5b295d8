import fc from '../../support/fast-check';
import {
  cloud,
  makeLiaison,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { counting, figuresOf, published, type Told } from './figured';
import { manyUnits } from './many';

const YEAR = { from: '2025-12', to: '2026-11' };
const now = new Date(NOW);
const done = (hours: number): Told => ({ doneAfterHours: hours });
const not: Told = { doneAfterHours: null };

describe('notice.statistics', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const input = { ...YEAR, by: 'unit' };
    expect(await stranger().fails('notice.statistics', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.statistics', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.statistics', input)).toMatchObject({ code: 'forbidden' });
    const nothing = { asked: 0, opened: 0, done: 0, onTime: 0, pending: 0, onBehalf: 0, hours: null };
    expect(await (await makeStaff('finance')).ask('notice.statistics', { ...YEAR, by: 'unit' })).toEqual({
      total: nothing,
      excluded: 0,
      rows: [],
      next: null,
    });
  });

  it.each([
    [{ to: '2026-11', by: 'unit' }, 'from', '请选择开始月份'],
    [{ from: '2026-13', to: '2026-11', by: 'unit' }, 'from', '开始月份应为年月，如2026-11'],
    [{ ...YEAR, to: { $gt: '' }, by: 'unit' }, 'to', '请选择结束月份'],
    [{ from: '2026-11', to: '2026-10', by: 'unit' }, 'to', '结束月份不能早于开始月份'],
    [{ from: '2024-11', to: '2026-11', by: 'unit' }, 'to', '一次最多统计24个月'],
    [{ ...YEAR, by: 'person' }, 'by', '请选择统计方式'],
    [{ ...YEAR, by: 'unit', hostId: '协会' }, 'hostId', '发文单位不正确'],
    [{ ...YEAR, by: 'unit', cursor: 5 }, 'cursor', '翻页位置不正确'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('notice.statistics', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('takes 24 months', async () => {
    const staff = await makeStaff();
    const { rows } = await staff.ask('notice.statistics', { from: '2024-12', to: '2026-11', by: 'month' });
    expect(rows).toHaveLength(24);
    expect(rows[0]).toMatchObject({ key: '2024-12', label: '2024年12月', figures: { asked: 0 } });
  });

  it('counts on time, late, overdue and not due yet, and says how long it took', async () => {
    const staff = await makeStaff();
    const units = await manyUnits(4);
    await published('2026-11-02T01:00:00.000Z', units, (i) => [done(10), done(72), done(73), not][i] ?? not);
    await published('2026-11-22T01:00:00.000Z', units, (i) => (i === 0 ? done(5) : { ...not, opened: true }));
    const { total } = await staff.ask('notice.statistics', { ...YEAR, by: 'month' });
    expect(total).toEqual({
      asked: 8,
      opened: 7,
      done: 4,
      onTime: 3,
      pending: 3,
      onBehalf: 0,
      hours: 40,
    });
  });

  it('leaves out what was withdrawn or corrected and what asked nothing, and says how many', async () => {
    const staff = await makeStaff();
    const units = await manyUnits(3);
    const at = '2026-11-02T01:00:00.000Z';
    await published(at, units, () => not, { state: 'withdrawn' });
    await published(at, units, () => done(1), { state: 'corrected' });
    await published(at, units, () => done(1), { asking: { kind: 'nothing' } });
    await published('2025-11-02T01:00:00.000Z', units, () => not, { state: 'withdrawn' });
    await published(at, units, (i) => (i === 0 ? not : done(1)));
    expect(await staff.ask('notice.statistics', { ...YEAR, by: 'region' })).toMatchObject({
      total: { asked: 3, done: 2 },
      excluded: 2,
      rows: [{ key: '西安', label: '西安' }],
    });
  });

  it('sets a month’s edge at midnight in Shanghai', async () => {
    const staff = await makeStaff();
    const [unit] = await manyUnits(1);
    if (!unit) return;
    await published('2026-10-31T15:59:59.999Z', [unit], () => not);
    await published('2026-10-31T16:00:00.000Z', [unit], () => done(1));
    const of = async (month: string) =>
      (await staff.ask('notice.statistics', { from: month, to: month, by: 'month' })).rows[0]?.figures;
    expect(await of('2026-10')).toMatchObject({ asked: 1, done: 0 });
    expect(await of('2026-11')).toMatchObject({ asked: 1, done: 1 });
  });

  it('goes by what the unit really did: by itself, on behalf, taken back', async () => {
    const staff = await makeStaff('editor');
    const { unit, liaison } = await makeSeatedUnit();
    const other = await makeUnit();
    const { _id: noticeId } = await published('2026-11-22T01:00:00.000Z', [unit, other], () => not);
    const figures = async () => (await staff.ask('notice.statistics', { ...YEAR, by: 'unit' })).total;
    await liaison.change('notice.open', { noticeId, unitId: unit._id });
    expect(await figures()).toMatchObject({ opened: 1, done: 0 });
    await liaison.change('notice.confirm', { noticeId, unitId: unit._id });
    const said = { channel: 'phone' as const, name: '示例答复人' };
    await staff.change('notice.record', { noticeId, unitId: other._id, ...said });
    expect(await figures()).toMatchObject({ done: 2, onTime: 2, onBehalf: 1, hours: 24 });
    await staff.change('notice.unrecord', { noticeId, unitId: other._id });
    expect(await figures()).toMatchObject({ done: 1, onBehalf: 0 });
  });

  it('pages the units, the least done first, each once and with its name of today', async () => {
    const staff = await makeStaff();
    const units = await manyUnits(120);
    for (const day of ['03', '04', '05'])
      await published(`2026-11-${day}T01:00:00.000Z`, units, (i) =>
        i % 4 >= Number(day) - 2 ? done(2) : not,
      );
    const seen: { key: string; share: number }[] = [];
    let cursor: string | undefined;
    do {
      const page = await staff.ask('notice.statistics', { ...YEAR, by: 'unit', ...(cursor && { cursor }) });
      expect(page.total === null).toBe(!!cursor);
      seen.push(...page.rows.map(({ key, figures }) => ({ key, share: figures.done / figures.asked })));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(120);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(120);
    const shares = seen.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(await requestsOf('notice.statistics')).toEqual([
      'database.getDocument people',
      'database.getDocument notices',
      'database.aggregateDocuments receipts',
      'database.getDocument units',
    ]);
  });

  it('counts one host alone', async () => {
    const staff = await makeStaff();
    const units = await manyUnits(2);
    await published('2026-11-03T01:00:00.000Z', units, () => not);
    await published('2026-11-03T01:00:00.000Z', units, () => done(1), { hostId: 'society' });
    const of = async (hostId: string) =>
      (await staff.ask('notice.statistics', { ...YEAR, hostId, by: 'unit' })).total;
    expect(await of('society')).toMatchObject({ asked: 2, done: 2 });
    expect(await of('association')).toMatchObject({ asked: 2, done: 0 });
    expect(await of('nobody')).toMatchObject({ asked: 0 });
  });

  const asks = ['nothing', 'read', 'confirm', 'form'] as const;
  const oneNotice = fc.record({
    day: fc.integer({ min: 0, max: 420 }),
    ask: fc.constantFrom(...asks),
    host: fc.constantFrom('association', 'society'),
    state: fc.constantFrom('published', 'published', 'published', 'withdrawn', 'corrected'),
    told: fc.array(
      fc.record({
        doneAfterHours: fc.option(fc.integer({ min: 0, max: 150 }), { nil: null }),
        opened: fc.boolean(),
        onBehalf: fc.boolean(),
      }),
      { minLength: 6, maxLength: 6 },
    ),
  });

  it('equals a count of the rows in memory, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oneNotice, { maxLength: 12 }), async (list) => {
        await cloud.reset();
        await cloud.clock.set(NOW);
        const staff = await makeStaff();
        const units = await manyUnits(6, (i) => ({ region: ['西安', '延安', ''][i % 3] ?? '' }));
        for (const { day, ask, host, state, told } of list)
          await published(
            new Date(now.getTime() - day * 86_400_000 - 3600_000).toISOString(),
            units,
            (i) => told[i] ?? not,
            {
              hostId: host,
              state: state as 'published',
              asking: ask === 'form' ? { kind: 'form', questions: [] } : { kind: ask },
            },
          );
        const inYear = await counting(({ month }) => month >= YEAR.from && month <= YEAR.to);
        for (const by of ['unit', 'region', 'month'] as const) {
          const { total, rows } = await staff.ask('notice.statistics', { ...YEAR, by });
          expect(total).toEqual(figuresOf(inYear, now));
          const keyOf = { unit: 'unitId', region: 'region', month: 'month' } as const;
          for (const { key, figures } of rows)
            expect(figures).toEqual(
              figuresOf(
                inYear.filter((row) => row[keyOf[by]] === key),
                now,
              ),
            );
          expect(rows.reduce((sum, { figures }) => sum + figures.asked, 0)).toBe(inYear.length);
        }
        const ofHost = inYear.filter(({ hostId }) => hostId === 'society');
        const { total } = await staff.ask('notice.statistics', { ...YEAR, by: 'unit', hostId: 'society' });
        expect(total).toEqual(figuresOf(ofHost, now));
      }),
      { numRuns: 12 },
    );
  }, 600_000);
});
