import { figureCounts, figureShows } from '@contract/rules/statistics';
import { makeLiaison, makeSeatedUnit, makeStaff, makeUnit, NOW, requestsOf, stranger } from '../../support';
import { published } from './figured';
import { manyUnits } from './many';

const YEAR = { from: '2025-12', to: '2026-11' };
const now = new Date(NOW);

async function world() {
  const staff = await makeStaff();
  const units = await manyUnits(15, (i) => ({ region: ['西安', '延安', ''][i % 3] ?? '' }));
  for (let n = 0; n < 12; n += 1)
    await published(
      new Date(now.getTime() - (n * 9 + 1) * 86_400_000).toISOString(),
      units,
      (i) => ({
        doneAfterHours: (n + i) % 3 === 0 ? null : (n * 7 + i * 5) % 110,
        opened: i % 2 === 0,
        onBehalf: (n + i) % 6 === 1,
      }),
      { ...(n % 9 === 8 && { state: 'corrected' }), ...(n % 4 === 3 && { hostId: 'society' }) },
    );
  return staff;
}

describe('notice.receiptsOf', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.receiptsOf', YEAR)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.receiptsOf', YEAR)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.receiptsOf', YEAR)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('notice.receiptsOf', YEAR)).toMatchObject({
      figures: { asked: 0 },
      receipts: [],
      next: null,
    });
  });

  it.each([
    [{ from: '2026-11' }, 'to', '请选择结束月份'],
    [{ from: '2020-01', to: '2026-11' }, 'to', '一次最多统计24个月'],
    [{ ...YEAR, region: { $ne: '' } }, 'region', '地区应为文字'],
    [{ ...YEAR, region: '长'.repeat(21) }, 'region', '地区最多20字'],
    [{ ...YEAR, show: 'percent' }, 'show', '没有这个分类'],
    [{ ...YEAR, hostId: '' }, 'hostId', '发文单位不正确'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('notice.receiptsOf', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  /** Every receipt of the list, page by page, each once. */
  async function whole(staff: Awaited<ReturnType<typeof world>>, input: object) {
    const asked = { ...YEAR, ...input };
    const first = await staff.ask('notice.receiptsOf', asked);
    const all = [...first.receipts];
    for (let { next } = first; next;) {
      const page = await staff.ask('notice.receiptsOf', { ...asked, cursor: next });
      expect(page.figures).toBeNull();
      all.push(...page.receipts);
      ({ next } = page);
    }
    const keys = all.map(({ noticeId, unitId }) => `${noticeId}_${unitId}`);
    expect(new Set(keys).size).toBe(keys.length);
    return { first, all };
  }

  it.each(figureShows)(
    'has behind every figure as many receipts as it says: %s',
    async (show) => {
      const staff = await world();
      for (const by of ['region', 'month'] as const) {
        const { total, rows } = await staff.ask('notice.statistics', { ...YEAR, by });
        const { all } = await whole(staff, { show });
        expect(all).toHaveLength(total ? figureCounts(total)[show] : -1);
        for (const { key, figures } of rows.filter((row) => row.figures.asked > 0)) {
          const part = await whole(
            staff,
            by === 'region' ? { region: key, show } : { from: key, to: key, show },
          );
          expect(part.all).toHaveLength(figureCounts(figures)[show]);
          expect(part.first.figures).toEqual(figures);
        }
      }
    },
    60_000,
  );

  it('keeps to the region and the host, newest notice first', async () => {
    const staff = await world();
    const { all } = await whole(staff, { region: '延安', hostId: 'society', show: 'asked' });
    expect(new Set(all.map(({ region }) => region))).toEqual(new Set(['延安']));
    expect(all).toHaveLength(15);
    const times = all.map(({ publishedAt }) => publishedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('costs four requests at first and four on a later page', async () => {
    const staff = await world();
    const { next } = await staff.ask('notice.receiptsOf', { ...YEAR, show: 'asked' });
    expect(await requestsOf('notice.receiptsOf')).toEqual([
      'database.getDocument people',
      'database.getDocument notices',
      'database.aggregateDocuments receipts',
      'database.getDocument receipts',
    ]);
    await staff.ask('notice.receiptsOf', { ...YEAR, show: 'asked', ...(next && { cursor: next }) });
    expect((await requestsOf('notice.receiptsOf')).length).toBeLessThanOrEqual(4);
  });
});
