import { cloud, makeNotice, makeOffice, makeReceipt, makeSeatedUnit, makeStaff, makeUnit } from '../support';
import { desk, visit } from './support/browser';

async function sent() {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  const vacant = await makeUnit({ name: '示例二矿有限公司', sortKey: 'shi li er|2' });
  const notice = await makeNotice({ counts: { total: 2, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  await makeReceipt(notice, vacant);
  return { unit, liaison, vacant, notice };
}

const receiptOf = async (unitId: string) => (await cloud.find('receipts', { unitId }))[0];

it('confirms in two taps from the group card', async () => {
  const { unit, liaison, notice } = await sent();
  const reader = await visit(liaison.openid, `features/notice/detail/index?noticeId=${notice._id}`);
  await reader.sees('各会员单位：请报送四季度信息。');
  await reader.fits();
  await reader.tap('确认收到');
  await reader.sees(/^已于11月23日 09:00由示例联络员确认/);
  expect(await receiptOf(unit._id)).toMatchObject({ state: 'confirmed', opened: { name: '示例联络员' } });
});

it('shows title and host alone to a stranger who opens the card', async () => {
  const { notice } = await sent();
  const stranger = await visit('openid-passer-by', `features/notice/detail/index?noticeId=${notice._id}`);
  await stranger.sees('关于报送四季度信息的通知');
  await stranger.sees('全文向已登记的联络员开放');
  await stranger.gone('各会员单位：请报送四季度信息。');
  await stranger.gone('确认收到');
});

it('keeps a confirmation made offline, says so, and sends it when the network is back, once', async () => {
  const { unit, liaison } = await sent();
  const reader = await visit(liaison.openid);
  await reader.sees('确认收到');
  await reader.context.setOffline(true);
  await reader.tap('确认收到');
  await reader.sees('已暂存');
  await reader.sees(/^网络不稳，显示的是09:00的内容/);
  expect(await receiptOf(unit._id)).toMatchObject({ state: 'waiting' });

  await reader.context.setOffline(false);
  await reader.page.reload();
  await reader.sees('没有等您处理的事');
  expect(await receiptOf(unit._id)).toMatchObject({ state: 'confirmed' });
  expect(await cloud.find('audits', { action: 'notice.confirm' })).toHaveLength(1);
});

it('tells the secretary who is missing and copies them for the group', async () => {
  await sent();
  const secretary = await makeStaff('editor');
  const office = await visit(secretary.openid);
  await office.tap('关于报送四季度信息的通知');
  await office.sees('示例一矿有限公司');
  await office.sees('无联络员');
  await office.tap('复制催办文字');
  await office.sees('内容已复制');
  const text = await office.clipboard();
  expect(text).toContain('【催】《关于报送四季度信息的通知》尚有2家未确认：');
  expect(text).toContain('示例一矿有限公司');
  expect(text).toContain('示例二矿有限公司');
  await office.sees('199****1234');
  await office.tap('显示');
  await office.sees('19900001234');
  expect(await cloud.find('audits', { action: 'directory.reveal' })).toHaveLength(1);
});

it('shows list and detail side by side at the desk, with a rail for the tabs', async () => {
  const { liaison } = await sent();
  const secretary = await makeStaff();
  const office = await visit(secretary.openid, 'pages/notice/index', desk);
  await office.tap('关于报送四季度信息的通知');
  await office.sees('复制催办文字');
  await office.sees('示例二矿有限公司');
  await office.fits();
  await office.tap('通讯录');
  await office.sees('示例联络员 199****1234');

  const reader = await visit(liaison.openid, 'pages/notice/index', desk);
  await reader.tap('关于报送四季度信息的通知');
  await reader.tap('确认收到');
  await reader.sees('已确认，您无需操作');
});

it('goes to chosen units only, found by initials', async () => {
  await makeOffice();
  const { unit } = await makeSeatedUnit({
    name: '望川矿业有限公司',
    grams: ['wc', 'w'],
    initials: 'wcky',
    pinyin: 'wangchuankuangye',
  });
  await makeUnit({ name: '北屏煤业有限公司', sortKey: 'bei ping|2' });
  const secretary = await makeStaff('editor');
  const writer = await visit(secretary.openid, 'features/notice/compose/index');
  await writer.type('请填写标题', '关于望川矿业现场交流的通知');
  await writer.type('正文，可直接粘贴，分段和编号会保留', '请准备材料。');
  await writer.tap('选择单位');
  await writer.sees('请先选择发给哪些单位');
  await writer.type('搜单位名称、拼音或首字母', 'wc');
  await writer.tap('望川矿业有限公司');
  await writer.sees(/将发给1家：可推送0家 · 仅群内\d家 · 需电话\d家/);
  await writer.page.reload();
  await writer.sees('草稿已保存');
  expect(await writer.typed('请填写标题')).toBe('关于望川矿业现场交流的通知');
  await writer.tap('发布');
  await writer.sees('请选择确认截止时间');
  await writer.tap(/^11月30日/);
  await writer.tap('发布');
  await writer.sees(/将发给1家单位（.*）。/);
  await writer.tap('发布');
  await writer.sees('复制催办文字');
  expect(await cloud.find('receipts', {})).toMatchObject([{ unitId: unit._id, state: 'waiting' }]);
});
