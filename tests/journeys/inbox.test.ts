import {
  cloud,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
} from '../support';
import { desk, visit, type Visitor } from './support/browser';

const paragraph = (text: string) => ({ type: 'paragraph' as const, runs: [{ text }] });
const receiptOf = async (noticeId: string, unitId: string) =>
  (await cloud.find('receipts', { noticeId, unitId }))[0];

/** Not before the page has come in: the browser's face forgets a page that is left while it moves. */
async function back({ page }: Visitor) {
  await page.waitForTimeout(800);
  await page.goBack();
}

async function sent() {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  const waiting = await makeNotice({
    title: '关于报送四季度信息的通知',
    counts: { total: 1, opened: 0, confirmed: 0 },
    body: [
      paragraph('请报送四季度信息。'),
      {
        type: 'table',
        rows: [
          ['项目', '数量'],
          ['原煤', '100'],
        ],
      },
    ],
  });
  const number = { year: 2018, n: 25, text: '陕煤协会发〔2018〕25号' };
  const done = await makeNotice({ title: '关于表彰的通报', number, body: [paragraph('表彰的正文。')] });
  await makeReceipt(waiting, unit);
  await makeReceipt(done, unit, { state: 'confirmed', done: true });
  return { unit, liaison, waiting, done };
}

it.each(['one’s own unit', 'another of one’s units'])(
  'confirms in two taps from the group card, with no sign-in, acting for %s',
  async (acting) => {
    await makeOffice();
    const since = new Date(NOW);
    const [asked, other] = [
      await makeUnit({ name: '示例甲矿业有限公司' }),
      await makeUnit({ name: '示例乙矿业有限公司' }),
    ];
    const order = acting === 'one’s own unit' ? [asked, other] : [other, asked];
    const seats = order.map(({ _id: unitId, name: unitName }) => ({
      unitId,
      unitName,
      kind: 'main' as const,
      since,
    }));
    const person = await makePerson({ name: '示例丁', seats });
    const notice = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
    await makeReceipt(notice, asked);
    // The first tap is the one on the card; this is the page it opens.
    let taps = 1;
    const reader = await visit(person.openid, `features/notice/detail/index?noticeId=${notice._id}`);
    await reader.sees('发给 示例甲矿业有限公司');
    taps += 1;
    await reader.tap('确认收到');
    await reader.sees(/^已于11月23日 09:00由示例丁确认/);
    expect(taps).toBe(2);
    expect(await receiptOf(notice._id, asked._id)).toMatchObject({ state: 'confirmed' });
  },
);

it('shows what waits above the rest with whose turn it is, and finds by number', async () => {
  const { liaison } = await sent();
  const reader = await visit(liaison.openid, 'pages/notice/index');
  await reader.sees('等您办理');
  await reader.sees('等您：确认收到，剩3个工作日');
  await reader.sees('其他通知');
  await reader.sees('已确认，您无需操作');
  await reader.fits();
  await reader.type('搜标题或文号', '发[2018]25');
  await reader.gone('关于报送四季度信息的通知');
  await reader.sees('关于表彰的通报');
  await reader.type('搜标题或文号', '没有的');
  await reader.sees('没有找到这样的通知');
});

it('reads offline what was opened before, with its age, and says what never was', async () => {
  const { liaison } = await sent();
  const reader = await visit(liaison.openid, 'pages/notice/index');
  await reader.tap('关于表彰的通报');
  await reader.sees('表彰的正文。');
  await back(reader);
  await reader.gone('表彰的正文。');
  await reader.context.setOffline(true);
  await reader.tap('关于表彰的通报');
  await reader.sees('表彰的正文。');
  await reader.sees(/^网络不稳，显示的是09:00的内容/);
  await back(reader);
  await reader.gone('表彰的正文。');
  await reader.sees(/^网络不稳，显示的是09:00的内容/);
  await reader.tap('关于报送四季度信息的通知');
  await reader.sees('网络不稳。这条通知没有在本机打开过，联网后才能看全文');
  await reader.context.setOffline(false);
});

it('goes on to colleagues as text and as a picture', async () => {
  const { liaison, waiting } = await sent();
  const reader = await visit(liaison.openid, `features/notice/detail/index?noticeId=${waiting._id}`);
  await reader.tap('复制全文');
  await reader.sees('内容已复制');
  const text = await reader.clipboard();
  expect(text).toContain(
    '关于报送四季度信息的通知\n示例市煤炭工业协会 11月23日（周一）\n请于11月26日（周四）09:00前由本单位联络员确认收到',
  );
  expect(text).toContain('项目　数量\n原煤　100');
  expect(text).toContain('来自示例市煤炭工业协会联络通');
  expect(text).not.toContain('示例一矿');
  const download = reader.page.waitForEvent('download');
  await reader.tap('存为图片');
  const file = await (await download).path();
  const { readFileSync } = await import('node:fs');
  const png = readFileSync(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(750);
  expect(png.readUInt32BE(20)).toBeGreaterThan(400);
});

it('shows the secretary what runs with its ring and days, and 还差谁 in one tap', async () => {
  const { unit } = await sent();
  const over = await makeNotice({ title: '早已办完的通知', running: false, settled: true });
  await makeReceipt(over, unit, { state: 'confirmed', done: true });
  const secretary = await makeStaff('editor');
  const office = await visit(secretary.openid, 'pages/notice/index');
  await office.sees('关于报送四季度信息的通知');
  await office.sees('剩3个工作日');
  await office.sees('还差1家');
  await office.gone('早已办完的通知');
  await office.fits();
  await office.tap('已结束');
  await office.sees('早已办完的通知');
  await office.tap('全部');
  await office.type('搜标题或文号', '四季度');
  await office.gone('早已办完的通知');
  await office.tap('关于报送四季度信息的通知');
  await office.sees('示例一矿有限公司');
});

it('has list and text side by side at the desk', async () => {
  const { liaison } = await sent();
  const reader = await visit(liaison.openid, 'pages/notice/index', desk);
  await reader.tap('关于报送四季度信息的通知');
  await reader.sees('请报送四季度信息。');
  await reader.tap('确认收到');
  await reader.gone('等您办理');
  await reader.sees('其他通知');
  await reader.fits();
});

it('opens for the unit a message is about, whichever its reader last acted for, staff or not', async () => {
  await makeOffice();
  const [one, two] = [
    await makeUnit({ name: '示例一矿有限公司' }),
    await makeUnit({ name: '示例二矿有限公司', sortKey: 'shi li er|2' }),
  ];
  const notice = await makeNotice();
  for (const unit of [one, two]) await makeReceipt(notice, unit);
  const seats = [one, two].map(({ _id, name }) => ({
    ...{ unitId: _id, unitName: name, since: new Date(NOW) },
    kind: 'main' as const,
  }));
  const { openid } = await makePerson({ seats, staff: { role: 'editor', name: '示例编辑' } });
  const place = (unitId: string) => `features/notice/detail/index?noticeId=${notice._id}&unitId=${unitId}`;
  const reader = await visit(openid, place(two._id));
  await reader.sees('发给 示例二矿有限公司');
  await reader.tap('确认收到');
  await reader.sees('已确认收到');
  expect(await receiptOf(notice._id, two._id)).toMatchObject({ state: 'confirmed' });
  expect(await receiptOf(notice._id, one._id)).toMatchObject({ state: 'waiting' });
});
