import type { Unit } from '@server/stores/units';
import { as, cloud, makeNotice, makeOffice, makeReceipt, makeStaff, makeUnit, NOW } from '../support';
import { bookOf, committed, HEADERS, planned, rowOf, unitNamed } from '../server/roster/books';
import { desk, visit, type Visitor } from './support/browser';

/** 5,000 rows, the page closed and the function killed on the way: what comes out is what comes out undisturbed. */

const hosts = [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ROWS = 5000;
const KNOWN = 40;
const HOUR = 3600_000;
const nameOf = (i: number) => `示例${['青岚', '海东', '云岭', '晋阳'][i % 4] ?? ''}矿业第${i}有限公司`;
const bytes = () =>
  bookOf({
    名册: [HEADERS, ...Array.from({ length: ROWS }, (_, i) => rowOf(nameOf(i), { 手机: 13900000000 + i }))],
  });

async function ready() {
  await makeOffice({ hosts });
  const staff = await makeStaff();
  for (let i = 0; i < KNOWN; i += 1)
    await makeUnit({ name: nameOf(i * 100), region: '榆林', nature: 'private', stateLevel: null });
  return staff;
}

/** Everything an import writes, without the ids it draws. */
async function units(): Promise<string[]> {
  const rows = (await cloud.find('units', {})) as unknown as Unit[];
  return rows.map((row) => JSON.stringify({ ...row, requests: [] }).replaceAll(row._id, 'id')).sort();
}

const unitNow = async (name: string) => (await unitNamed(name)) as unknown as Unit;
const running = async () => (await cloud.find('imports', {}))[0] ?? {};

/** Waits until so many rows are done. */
async function reaching(who: Visitor, rows: number) {
  for (;;) {
    const { state, cursor } = await running();
    if (Number(cursor) >= rows || state === 'done') return { state, cursor: Number(cursor) };
    await who.page.waitForTimeout(20);
  }
}

/** Waits longer than a tap does: a plan of so many rows takes its time. */
const wait = (who: Visitor, words: string | RegExp, timeout = 90_000) =>
  who.page.getByText(words).locator('visible=true').last().waitFor({ timeout });

/** As if some days later somebody opens the program on another machine. */
async function reopened(openid: string): Promise<Visitor> {
  const who = await visit(openid, 'features/roster/import/index', desk);
  await who.sees('导入未完成');
  await who.tap('名册.xlsx');
  await wait(who, '导入没有完成');
  return who;
}

it('an import closed and killed half-way is gone on with, ends the same, and is taken back', async () => {
  const alone = await ready();
  const plan = await planned(alone, bytes());
  await committed(alone, plan.importId, plan.version);
  const undisturbed = await units();
  await cloud.reset();
  await cloud.clock.set(NOW);

  const { openid } = await ready();
  let who = await visit(openid, 'features/roster/import/index', desk);
  await who.give('选择 Excel 文件', [{ name: '名册.xlsx', mimeType: XLSX, buffer: bytes() }]);
  await wait(who, '工作表：名册');
  await who.tap('下一步：看要改什么');
  await wait(who, `新增 ${ROWS - KNOWN}`);
  // The function dies under the import; the page says so, and is closed.
  await cloud.script({
    api: 'database.insertDocument',
    function: 'documents',
    skip: 8,
    times: 1,
    fault: 'kill-function',
  });
  await who.tap(`确认导入：新增${ROWS - KNOWN}，变更${KNOWN}`);
  await who.tap('导入');
  await wait(who, '网络不稳，请稍后重试');
  await who.context.close();
  const killed = await running();
  expect(killed.state).toBe('committing');
  expect(killed.cursor).toBeGreaterThan(0);
  expect(killed.cursor).toBeLessThan(ROWS);

  // Opened again, gone on with, and the page closed while the function works.
  who = await reopened(openid);
  await who.tap('继续导入');
  const closed = await reaching(who, Number(killed.cursor) + 400);
  await who.context.close();

  // A third time, beside what may still be at work from before.
  if (closed.state === 'committing') {
    who = await visit(openid, 'features/roster/import/index', desk);
    await who.tap('名册.xlsx');
    await wait(who, /导入没有完成|导入完成/);
    if (await who.page.getByText('继续导入').isVisible()) await who.tap('继续导入');
  }
  await wait(who, '导入完成');
  expect(await running()).toMatchObject({ state: 'done', added: ROWS - KNOWN, changed: KNOWN, left: [] });
  const resumed = new Set(await units());
  expect(resumed.size).toBe(ROWS);
  expect(undisturbed.filter((unit) => !resumed.has(unit)).slice(0, 3)).toEqual([]);
  expect(await cloud.find('audits', { action: 'roster.commit', collection: 'units' })).toHaveLength(ROWS);

  // Somebody goes on with two of them; the rest is taken back within the day, the page closed on the way once more.
  await cloud.clock.set(new Date(Date.parse(NOW) + 23 * HOUR).toISOString());
  const [changed, fresh] = [await unitNow(nameOf(0)), await unitNow(nameOf(1))];
  const seen = await as(openid).ask('unit.get', { unitId: changed._id });
  await as(openid).change('unit.save', { ...seen, unitId: changed._id, industry: '电力' });
  await makeReceipt(await makeNotice(), fresh);
  await who.tap('撤销这次导入');
  await who.tap('撤销');
  while ((await running()).state === 'done') await who.page.waitForTimeout(20);
  await who.context.close();
  who = await visit(openid, 'features/roster/import/index', desk);
  await who.tap('名册.xlsx');
  await wait(who, /撤销没有完成|已撤销/);
  if (await who.page.getByText('继续撤销').isVisible()) await who.tap('继续撤销');
  await wait(who, '没有撤销的（2）');
  await who.sees(nameOf(0));
  await who.sees('导入后又有人改过，没有撤销');
  await who.sees(nameOf(1));
  await who.sees('导入后已有登记、通知或材料，单位保留');
  expect(await unitNamed(nameOf(0))).toMatchObject({ industry: '电力', region: '西安' });
  expect(await unitNamed(nameOf(1))).toMatchObject({ active: true });
  expect(await cloud.find('units', { active: true, region: '榆林' })).toHaveLength(KNOWN - 1);
  expect(await cloud.find('units', {})).toHaveLength(KNOWN + 1);
}, 900_000);
