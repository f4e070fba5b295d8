import { presets } from '@contract/policy/presets';
import { usualNotices } from '@contract/policy/notices-part';
import { cloud, makeOffice, makeSeatedUnit, makeStaff } from '../support';
import { desk, visit } from './support/browser';

const TITLE = '关于报送四季度信息的通知';
const BODY = '正文，可直接粘贴，分段和编号会保留';
const DRAFTS = 'features/notice/drafts/index';

async function office(review: boolean) {
  await makeOffice({ policy: { ...presets['shaanxi-coal'], notices: { ...usualNotices, review } } });
  const { liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  return {
    liaison,
    writer: await makeStaff('editor', '示例写手'),
    chief: await makeStaff('secretary-general', '示例秘书长'),
  };
}

const row = async () => (await cloud.find('drafts', {}))[0];

it('is begun on the phone, goes on at the desk, is returned, corrected, approved, scheduled and goes out', async () => {
  const { liaison, writer, chief } = await office(true);
  const onPhone = await visit(writer.openid, 'features/notice/compose/index');
  await onPhone.type('请填写标题', TITLE);
  await onPhone.type(BODY, '各会员单位：请报送信息。');
  await onPhone.sees('换台设备也能接着写');
  await onPhone.fits();

  const atDesk = await visit(writer.openid, DRAFTS, desk);
  await atDesk.sees('等您：写好后送审');
  await atDesk.tap(TITLE);
  await atDesk.sees('换台设备也能接着写');
  expect(await atDesk.typed('请填写标题')).toBe(TITLE);
  await atDesk.tap(/^11月30日/);
  await atDesk.tap('送审');
  await atDesk.sees('送同事审定？');
  await atDesk.tap('送审');
  await atDesk.sees('等同事审定，您无需操作');
  expect(await row()).toMatchObject({ state: 'submitted' });

  const looker = await visit(chief.openid, DRAFTS, desk);
  await looker.tap('待我审 1');
  await looker.tap(TITLE);
  await looker.sees('各会员单位：请报送信息。');
  await looker.fits();
  await looker.tap('退回修改');
  await looker.sees('请写明退回的原因');
  await looker.type('请填写意见', '请写明报送到哪里');
  await looker.tap('退回修改');
  await looker.sees('没有等您审定的通知');

  await onPhone.page.reload();
  await onPhone.sees('示例秘书长退回了这份草稿');
  await onPhone.sees('请写明报送到哪里');
  await onPhone.type(BODY, '各会员单位：请把信息报送到秘书处。');
  await onPhone.tap('送审');
  await onPhone.sees('送同事审定？');
  await onPhone.tap('送审');
  await onPhone.sees('等同事审定，您无需操作');

  await looker.page.reload();
  await looker.tap('待我审 1');
  await looker.tap(TITLE);
  await looker.sees('各会员单位：请把信息报送到秘书处。');
  await looker.tap('同意发布');
  await looker.sees('没有等您审定的通知');

  await onPhone.page.reload();
  await onPhone.sees('可以发布了');
  await onPhone.tap('定时发布');
  await onPhone.pick('请选择发布日期');
  await onPhone.tap('定时发布');
  await onPhone.sees('定时发布？');
  await onPhone.tap('定时');
  await onPhone.sees('到时自动发布，您无需操作');
  await onPhone.fits();
  expect(await cloud.find('notices', {})).toEqual([]);

  await cloud.clock.set('2026-11-24T01:00:30.000Z');
  await cloud.fireTimer('minute');
  expect(await cloud.find('notices', {})).toMatchObject([{ title: TITLE, state: 'published' }]);
  const reader = await visit(liaison.openid, 'pages/notice/index');
  await reader.tap(TITLE);
  await reader.sees('各会员单位：请把信息报送到秘书处。');
});

it('changed on two devices, asks which one stands, and keeps what is chosen', async () => {
  const { writer } = await office(false);
  const onPhone = await visit(writer.openid, 'features/notice/compose/index');
  await onPhone.type('请填写标题', TITLE);
  await onPhone.sees('换台设备也能接着写');
  const atDesk = await visit(writer.openid, DRAFTS, desk);
  await atDesk.tap(TITLE);
  await atDesk.sees('换台设备也能接着写');
  await atDesk.type('请填写标题', '电脑上改的标题');
  await atDesk.sees('换台设备也能接着写');

  await onPhone.type('请填写标题', '手机上改的标题');
  await onPhone.sees('另一台设备上也改过这份草稿');
  await onPhone.sees('电脑上改的标题');
  await onPhone.tap('用这里的');
  await onPhone.sees('换台设备也能接着写');
  expect(await row()).toMatchObject({ title: '手机上改的标题' });
});

it('stays on the device without a network, and goes to the server when it is back', async () => {
  const { writer } = await office(false);
  const onPhone = await visit(writer.openid, 'features/notice/compose/index');
  await onPhone.sees('写下的内容会自动保存');
  await onPhone.context.setOffline(true);
  await onPhone.type('请填写标题', TITLE);
  await onPhone.sees('未联网，草稿存在本机');
  expect(await row()).toBeUndefined();
  await onPhone.context.setOffline(false);
  await onPhone.sees('换台设备也能接着写');
  expect(await row()).toMatchObject({ title: TITLE, state: 'writing' });
});

it('is begun from a template, which leaves the blanks to fill, and kept as one', async () => {
  const { writer } = await office(false);
  const onPhone = await visit(writer.openid, 'features/notice/compose/index');
  await onPhone.tap('用模板');
  await onPhone.tap('放假通知');
  expect(await onPhone.typed('请填写标题')).toContain('放假安排');
  await onPhone.tap('存为模板');
  await onPhone.type('请填写模板名称', '春节放假');
  await onPhone.tap('保存模板');
  await onPhone.sees('已存为模板');
  await onPhone.tap('用模板');
  await onPhone.sees('春节放假');
  expect(await cloud.find('templates', {})).toMatchObject([{ name: '春节放假', by: '示例写手' }]);
  await onPhone.type('请填写标题', '关于春节放假的通知');
  await onPhone.tap('用现在的内容更新');
  await onPhone.sees('更新这个模板？');
  await onPhone.tap('更新');
  await onPhone.sees('模板已更新');
  expect(await cloud.find('templates', {})).toMatchObject([
    { name: '春节放假', content: { title: '关于春节放假的通知' } },
  ]);
});

it('is deleted from the list after asking once, on the server and on the device', async () => {
  const { writer } = await office(false);
  const onPhone = await visit(writer.openid, 'features/notice/compose/index');
  await onPhone.type('请填写标题', TITLE);
  await onPhone.sees('换台设备也能接着写');
  await onPhone.tap('看全部草稿');
  await onPhone.tap('删除草稿');
  await onPhone.sees(`“${TITLE}”删除后不能恢复。`);
  await onPhone.tap('取消');
  expect(await row()).toMatchObject({ state: 'writing' });
  await onPhone.page.waitForTimeout(400);
  await onPhone.tap('删除草稿');
  await onPhone.tap('删除');
  await onPhone.sees('没有草稿');
  expect(await row()).toMatchObject({ state: 'dropped', writing: null });
  await onPhone.page.goto(`${cloud.url}/#/features/notice/compose/index`);
  await onPhone.page.reload();
  await onPhone.sees('写下的内容会自动保存');
  expect(await onPhone.typed('请填写标题')).toBe('');
});
