import { cloud, makeOffice, makeReceipt, makeSeatedUnit, makeStaff, makeUnit } from '../support';
import { laddered, missingUnit, RUNG, runAt } from '../server/notice/ladders';
import { desk, visit } from './support/browser';

const head = {
  kind: 'head' as const,
  name: '示例丁',
  position: '总经理',
  phone: '19900009876',
  landline: '',
  email: '',
  wechat: '',
};

/** Two missing units, one of them with a head in its file, and one that is done. */
async function chased() {
  await makeOffice();
  const notice = await laddered({ counts: { total: 3, opened: 1, confirmed: 1 } });
  const { unit } = await missingUnit(notice, 5, { name: '示例一矿有限公司', contacts: [head] });
  await makeReceipt(notice, await makeUnit({ name: '示例二矿有限公司', sortKey: 'shi li er|2' }));
  const { unit: done } = await makeSeatedUnit({ name: '示例三矿有限公司' });
  await makeReceipt(notice, done, { state: 'confirmed', done: true });
  return { notice, unit };
}

it('reminds by itself, goes on to the heads, is told who was told, and prints the phone list', async () => {
  const { notice, unit } = await chased();
  const secretary = await makeStaff('editor', '示例编辑');
  await runAt(RUNG.first);
  const office = await visit(secretary.openid, `features/notice/progress/index?noticeId=${notice._id}`);
  await office.sees('自动催办');
  await office.sees('11月24日 09:00 提醒联络员');
  await office.sees('已发1家');
  await office.sees('1家推送不到');
  await office.tap('1家推送不到，请复制文字发群里或打电话');
  await office.sees('还差的单位中，推送不到的：');
  await office.sees('示例二矿有限公司');
  await office.gone('示例一矿有限公司');
  await office.tap('关闭'); // the last one that may be: past the liaisons to the head
  await office.sees('已关');
  await office.tap('开启');
  await office.gone('已关');
  await office.fits();

  // The timer slept for a week: what is overdue is done at once, as one reminder.
  await runAt('2026-12-02T01:00:00.000Z');
  expect(await cloud.find('outbox', { message: 'todo' })).toHaveLength(2);
  await office.page.reload();
  await office.sees('已并入后一次');
  await office.tap('需联系单位负责人');
  await office.sees('示例一矿有限公司');
  await office.sees('单位档案里没有负责人');
  await office.tap('显示');
  await office.sees('示例丁 19900009876');
  await office.fits();

  const home = await visit(secretary.openid);
  await home.tap('需联系单位负责人');
  await home.sees('关于报送四季度信息的通知');
  expect(await cloud.find('receipts', { head: 'due' })).toHaveLength(2);
  await home.tap('已告知负责人');
  await home.sees('已标记，可在“已告知”里撤销');
  const [told] = await cloud.find('receipts', { head: 'told' });
  expect(told).toMatchObject({ headTold: { by: '示例编辑' } });
  await home.tap('已告知');
  await home.sees(/由示例编辑标记已告知$/);
  await home.tap('撤销');
  await home.sees('还没有标记“已告知”的单位');
  expect(await cloud.find('receipts', { head: 'due' })).toHaveLength(2);

  await office.page.goBack();
  await office.tap('导出电话催办单');
  const download = office.page.waitForEvent('download');
  await office.tap('Word 打印版');
  expect((await download).suggestedFilename()).toBe('电话催办单_关于报送四季度信息的通知_2026-12-02.docx');
  expect(await cloud.find('audits', { action: 'report.phoneList', unitId: unit._id })).toHaveLength(2);
  await office.tap('复制短信（带链接）');
  await office.sees('内容已复制');
  expect(await office.clipboard()).toMatch(
    /^【示例市煤炭工业协会】示例一矿有限公司：.*请点击 http\S+ 办理。$/,
  );
});

it('sends the card that opens straight on the notice', async () => {
  const { notice } = await chased();
  const secretary = await makeStaff('editor');
  const office = await visit(secretary.openid, 'pages/notice/index', desk);
  await office.tap('关于报送四季度信息的通知');
  await office.tap('把通知卡片发到群里');
  await office.sees('【通知】关于报送四季度信息的通知');
  await office.tap('复制链接');
  await office.sees('内容已复制');
  const url = await office.clipboard();
  expect(url).toContain(`features/notice/detail/index?noticeId=${notice._id}`);
  const { liaison } = await makeSeatedUnit();
  const reader = await visit(liaison.openid, url.slice(url.indexOf('#/') + 2));
  await reader.sees('关于报送四季度信息的通知');
});

it('the rulebook’s quiet hours and rungs are set on a page, and a new notice shows them before it goes out', async () => {
  await makeOffice();
  await makeSeatedUnit();
  const admin = await makeStaff('admin');
  const page = await visit(admin.openid, 'features/office/policy/index');
  await page.sees('自动催办');
  await page.top().getByPlaceholder('如 09:00').nth(0).locator('input').fill('22:00');
  await page.top().getByLabel('删除第4步').click();
  await page.tap('保存制度设置');
  await page.sees('制度设置已保存');
  const [office] = await cloud.find('offices', {});
  expect(office).toMatchObject({
    policy: {
      messages: { quietFrom: '22:00', quietTo: '08:00' },
      notices: { rungs: [{ workdays: -2 }, { workdays: 0 }, { workdays: 1 }] },
    },
  });
  const writer = await visit(admin.openid, 'features/notice/compose/index');
  await writer.tap('更多设置');
  await writer.sees('选好截止日期后，这里显示哪天自动提醒还没办的单位。');
  await writer.tap(/^11月30日/);
  await writer.sees('11月26日 09:00 提醒联络员');
  await writer.sees('截止后1个工作日');
  await writer.gone('报单位负责人');
});
