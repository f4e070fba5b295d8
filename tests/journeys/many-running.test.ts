import {
  cloud,
  later,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  NOW,
} from '../support';
import { desk, visit, type Visitor } from './support/browser';

/** Thirty notices that run at once, each waited for by two units. */
async function busy() {
  await makeOffice();
  const { unit: first, liaison } = await makeSeatedUnit({ name: '示例甲矿业有限公司' });
  const { unit: second } = await makeSeatedUnit({ name: '示例乙矿业有限公司', sortKey: 'y|2' });
  const ids: string[] = [];
  for (let i = 1; i <= 30; i += 1) {
    const publishedAt = new Date(Date.parse(NOW) - i * 3600_000);
    const notice = await makeNotice({
      title: `关于第${String(i).padStart(2, '0')}项工作的通知`,
      counts: { total: 2, opened: 0, confirmed: 0 },
      dueAt: later(1 + (i % 5)),
      publishedAt,
      order: `${publishedAt.toISOString()}_${i}`,
    });
    ids.push(notice._id);
    for (const unit of [first, second]) await makeReceipt(notice, unit);
  }
  return { liaison, ids, secretary: await makeStaff('editor') };
}

const cards = ({ top }: Visitor, name: string) => top().locator(name).count();

async function comesTo(visitor: Visitor, name: string, wanted: number) {
  for (let i = 0; i < 50 && (await cards(visitor, name)) !== wanted; i += 1)
    await visitor.page.waitForTimeout(100);
  expect(await cards(visitor, name)).toBe(wanted);
}

it('keeps the place among thirty notices when one comes back from 还差谁, and finds one by its title', async () => {
  const { secretary } = await busy();
  const office = await visit(secretary.openid, 'pages/notice/index');
  await comesTo(office, '.overview-item', 20);
  await office.tap('看更早的通知');
  await comesTo(office, '.overview-item', 30);
  await office.fits();
  await office.tap('关于第29项工作的通知');
  await office.sees('示例乙矿业有限公司');
  await office.page.waitForTimeout(800);
  await office.page.goBack();
  await office.gone('示例乙矿业有限公司');
  await office.page.waitForTimeout(800);
  await comesTo(office, '.overview-item', 30);
  await office.sees('关于第30项工作的通知');
  await office.type('搜标题或文号', '第17项');
  await comesTo(office, '.overview-item', 1);
});

it('shows of each unit that is stuck three of what it owes, and the rest when asked', async () => {
  const { secretary } = await busy();
  const office = await visit(secretary.openid, 'features/digest/stuck/index', desk);
  await office.sees('同时欠办两件以上通知的单位，现在2家。');
  expect((await office.top().getByText('欠办30件').count()) / 2).toBe(1);
  await comesTo(office, '.digest-owe', 8);
  await office.tap('还有27件，展开');
  await comesTo(office, '.digest-owe', 34);
});

it('searches without a network in what was seen on this device, and says so', async () => {
  const { liaison, ids } = await busy();
  // Opened from a card in the group: it stands in no list seen here.
  const reader = await visit(liaison.openid, `features/notice/detail/index?noticeId=${ids[29] ?? ''}`);
  await reader.sees('发给 示例甲矿业有限公司');
  await reader.page.goto(`${cloud.url}/#/pages/notice/index`);
  await reader.sees('等您办理');
  await reader.context.setOffline(true);
  await reader.type('搜标题或文号', '第 30 项');
  await reader.sees('网络不稳，只在本机看过的通知里找');
  await comesTo(reader, '.inbox-item', 1);
  await reader.tap('关于第30项工作的通知');
  await reader.sees('各会员单位：请报送四季度信息。');
  await reader.page.waitForTimeout(800);
  await reader.page.goBack();
  await reader.type('搜标题或文号', '没有的');
  await reader.sees('本机看过的通知里没有');
  // Back in the network it asks by itself.
  await reader.context.setOffline(false);
  await reader.sees('没有找到这样的通知');
});
