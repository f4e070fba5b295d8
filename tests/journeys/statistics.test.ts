import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { figureCounts, figureWords, type FigureShow } from '@contract/rules/statistics';
import { cloud, makeOffice, makeStaff, NOW } from '../support';
import { counting, figuresOf, isBehind, published } from '../server/notice/figured';
import { manyUnits } from '../server/notice/many';
import { desk, visit, type Visitor } from './support/browser';

const counts = { total: 5, opened: 4, confirmed: 4 };

/** Two notices to five units of two regions: the first never does anything, the second late and by telephone. */
async function world() {
  await makeOffice();
  const units = await manyUnits(5, (i) => ({ region: i < 3 ? '西安' : '榆林' }));
  const told = (i: number) =>
    i === 0 ? { doneAfterHours: null } : { doneAfterHours: i === 1 ? 80 : 10 * i, onBehalf: i === 1 };
  for (const [at, title] of [
    ['2026-10-12T01:00:00.000Z', '关于报送三季度信息的通知'],
    ['2026-11-10T01:00:00.000Z', '关于报送四季度信息的通知'],
  ] as const)
    await published(at, units, told, { counts, title });
  return { units, secretary: await makeStaff('editor', '示例秘书') };
}

/** How many there are; those before them may stand a moment longer. */
async function countOf(visitor: Visitor, name: string, wanted: number): Promise<number> {
  const count = () => visitor.top().locator(name).count();
  for (let i = 0; i < 30 && (await count()) !== wanted; i += 1) await visitor.page.waitForTimeout(100);
  return count();
}

/** Taps every figure above the list: as many receipts stand below it, and as many are in the database. */
async function recounts(visitor: Visitor, region: string) {
  const rows = await counting((row) => row.region === region);
  const figures = figureCounts(figuresOf(rows, new Date(NOW)));
  for (const show of ['done', 'onTime', 'late', 'overdue', 'onBehalf', 'asked', 'missing'] as FigureShow[]) {
    const tile = visitor.page.getByLabel(`${figureWords[show]}${figures[show]}份，查看名单`);
    await tile.locator('visible=true').last().click();
    await visitor.sees(`${figureWords[show]} ${figures[show]}份`);
    const found = rows.filter((row) => isBehind(show, row, new Date(NOW))).length;
    expect([show, await countOf(visitor, '.behind-row', found)]).toEqual([show, found]);
    expect(figures[show]).toBeGreaterThan(0);
  }
}

it('shows who did what by unit, region and month; every percentage opens its list; the Excel says the same', async () => {
  const { units, secretary } = await world();
  const office = await visit(secretary.openid, 'pages/notice/index');
  await office.tap('通知统计');
  await office.sees('办结率低的在前');
  await office.sees('办结率 80% ›');
  await office.sees('按时率 60% ›');
  expect(await office.top().locator('.figure-label').first().textContent()).toBe(units[0]?.name);
  await office.fits();

  await office.tap('按地区');
  await office.sees('应办6份，已办4份，平均2.1天办结');
  await office.tap('办结率 66.6% ›');
  await office.sees('未办 2份');
  await office.fits();
  await recounts(office, '西安');
  await office.tap('关于报送三季度信息的通知');
  await office.sees('复制催办文字');
  await office.page.goBack();
  await office.page.goBack();

  await office.tap('按月份');
  await office.sees('2026年11月');
  await office.page.getByLabel(/^各月办结率：.*2026年10月80%，2026年11月80%$/).waitFor();
  const download = office.page.waitForEvent('download');
  await office.tap('导出Excel');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^通知办理情况统计.*\.xlsx$/);
  const book = read(readFileSync(await file.path()), { type: 'buffer' });
  expect(book.SheetNames).toEqual(['按单位', '按地区', '按月份']);
  const table = utils.sheet_to_json<string[]>(book.Sheets['按地区'] ?? {}, { header: 1, raw: false });
  expect(table.find(([name]) => name === '西安')).toEqual(expect.arrayContaining(['66.6%']));
  expect(await cloud.find('audits', { action: 'report.statistics' })).toHaveLength(1);
});

it('stands beside its lists at a desk', async () => {
  const { secretary } = await world();
  const office = await visit(secretary.openid, 'features/notice/statistics/index', desk);
  await office.sees('未办 2份'); // of everybody, before anything is tapped
  await office.tap('按地区');
  await office.tap('办结率 66.6% ›');
  await office.sees('按时率 33.3% ›');
  await recounts(office, '西安');
  await office.tap('上年');
  await office.sees('这段时间没有要求办理的通知');
  await office.gone('未办 2份');
  await office.fits();
});

it('tells in the morning what is due and who is stuck, and sends it to whoever switched it on', async () => {
  const { units, secretary } = await world();
  await cloud.fireTimer('minute');
  const office = await visit(secretary.openid);
  await office.sees('今日早报');
  await office.sees('超期通知2件');
  await office.sees('欠办两件以上1家');
  await office.fits();
  await office.tap('快到期、等处理');
  await office.sees('11月23日（周一）早报');
  await office.fits();
  await office.tap('已超期、还有单位未办的通知');
  await office.sees('已超期、还有单位未办的通知 2件');
  expect(await office.top().locator('.digest-item').count()).toBe(2);
  await office.tap('关于报送四季度信息的通知');
  await office.sees('复制催办文字');
  await office.page.goBack();
  await office.page.goBack();
  await office.tap('同时欠办两件以上通知的单位');
  await office.sees('同时欠办两件以上通知的单位，现在1家。');
  await office.sees(units[0]?.name ?? '');
  await office.sees('西安 · 欠办2件');
  await office.page.goBack();

  await office.tap('打开');
  await office.tap('接受'); // WeChat's own question
  await office.sees('早报推送：已打开');
  expect(await cloud.find('people', { _id: secretary.openid })).toMatchObject([{ digest: true }]);
  await cloud.clock.set('2026-11-24T00:30:00.000Z');
  await cloud.fireTimer('minute');
  expect(await cloud.find('outbox', { openid: secretary.openid })).toMatchObject([
    { subjectId: 'digest_2026-11-24', page: 'features/digest/today/index?day=2026-11-24' },
  ]);
  await office.tap('关闭');
  await office.sees('早报推送：已关闭');
});
