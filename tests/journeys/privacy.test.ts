import { readFileSync } from 'node:fs';
import { cloud, makeOffice, makeSeatedUnit, makeStaff } from '../support';
import { makeFormer } from '../server/privacy/persons';
import { visit } from './support/browser';

it('shows a liaison who saw the number, what is kept, and that the seat must be handed over first', async () => {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  const editor = await makeStaff('editor', '示例编辑');
  await editor.change('directory.reveal', { unitId: unit._id, kind: 'main' });

  const visitor = await visit(liaison.openid, 'pages/me/index');
  await visitor.tap('个人信息');
  await visitor.sees('示例编辑查看了您的手机号');
  await visitor.tap('看全部记录');
  await visitor.sees(/秘书处信息编辑/);

  const erasing = await visit(liaison.openid, 'features/privacy/erasure/index');
  await erasing.sees(/请先在“交接”里把席位交给接任者/);
  await erasing.gone('撤回同意并申请删除');
});

it('keeps everything as a file, asks for the deletion, and the secretariat carries it out', async () => {
  await makeOffice();
  const { person, record } = await makeFormer();
  const general = await makeStaff('secretary-general', '示例秘书长');

  const copying = await visit(person.openid, 'features/privacy/copy/index');
  await copying.sees('示例一矿 办公室');
  const download = copying.page.waitForEvent('download');
  await copying.tap('存成文件');
  const file = await download;
  expect(file.suggestedFilename()).toBe('我的资料.txt');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('手机：19900005678');
  expect(text).not.toContain(person.openid);
  await copying.tap('复制全文');
  expect(await copying.clipboard()).toContain('【本人】');

  const asking = await visit(person.openid, 'features/privacy/mine/index');
  await asking.tap('个人信息处理说明（2026-11版）');
  await asking.sees('不同意会怎样');
  await asking.tap('撤回同意…');
  await asking.tap('下一步');
  await asking.sees('会保留，以及为什么');
  await asking.type('可以不填，如：已离职', '已离职');
  await asking.tap('撤回同意并申请删除');
  await asking.tap('提交');
  await asking.sees('秘书处办理中，您无需操作，最迟2026年12月14日答复。');

  const office = await visit(general.openid, 'pages/me/index');
  await office.sees('1件待办理');
  await office.tap('删除申请');
  await office.sees('剩15个工作日');
  await office.tap('同意并删除');
  await office.tap('删除');
  await office.sees('没有待办理的申请');
  expect((await cloud.find('filings', { _id: record._id }))[0]?.form).not.toHaveProperty('mobile');

  const after = await visit(person.openid, 'features/privacy/erasure/index');
  await after.sees('已删除');
});

it('a request is taken back, or refused with a reason the person reads', async () => {
  await makeOffice();
  const { person } = await makeFormer();
  const general = await makeStaff('secretary-general', '示例秘书长');
  await person.change('privacy.requestErasure', { reason: '' });
  const asking = await visit(person.openid, 'features/privacy/erasure/index');
  await asking.tap('撤回申请');
  await asking.sees('已撤回申请，您的资料没有改动');
  await person.change('privacy.requestErasure', { reason: '' });

  const office = await visit(general.openid, 'features/privacy/requests/index');
  await office.tap('不同意…');
  await office.tap('答复申请人');
  await office.sees('请填写不同意的原因，申请人会看到');
  await office.type('如：审计期间按规定保留至年底', '审计期间保留');
  await office.tap('答复申请人');
  await office.sees('没有待办理的申请');

  const reading = await visit(person.openid, 'features/privacy/erasure/index');
  await reading.sees('秘书处的说明：审计期间保留');
});
