import type { Filing } from '@server/stores/filings';
import { cloud, later, makeOffice, makeStaff, makeUnit } from '../support';
import { seatedRecord } from '../server/record/records';
import { desk, visit } from './support/browser';

const record = async () => ((await cloud.find('filings', {})) as unknown as Filing[])[0];

async function world() {
  await makeOffice();
  const staff = await makeStaff('member', '示例审核员');
  return { staff, ...(await seatedRecord({}, { name: '示例一矿有限公司' })) };
}

it('is checked in one tap on the home page', async () => {
  const { liaison } = await world();
  const me = await visit(liaison.openid);
  await me.sees('等您处理（1件）');
  await me.sees(/等您：核对您的登记资料/);
  await me.fits();
  await me.tap('无变更');
  await me.sees('没有等您处理的事');
  await me.sees('核对于 2026-11');
  expect((await record())?.history).toMatchObject([{ event: 'record-check', by: '示例乙' }]);
});

it('is checked without a network too, and says so honestly', async () => {
  const { liaison } = await world();
  const me = await visit(liaison.openid);
  await me.sees('无变更');
  await me.context.setOffline(true);
  await me.tap('无变更');
  await me.sees('已暂存');
  expect((await record())?.history).toEqual([]);
  await me.context.setOffline(false);
  await me.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await me.sees('没有等您处理的事');
  expect((await record())?.history).toHaveLength(1);
});

it('is changed field by field: asked for, one agreed, one refused with its reason', async () => {
  const { liaison, staff, unit } = await world();
  const me = await visit(liaison.openid);
  await me.tap('修改');
  await me.sees('变更说明');
  await me.top().getByLabel('修改职务').click();
  await me.type('请填写职务', '生产技术部部长');
  await me.top().getByLabel('修改微信号').click();
  await me.type('可以不填', 'new-wechat');
  await me.page.reload();
  expect(await me.typed('请填写职务')).toBe('生产技术部部长');
  await me.tap('提交这2项变更');
  await me.sees('请选择变更日期');
  await me.top().locator('.field-empty').click();
  await me.tap('确定');
  await me.page.waitForTimeout(400);
  await me.tap('提交这2项变更');
  await me.sees('没有等您处理的事');
  await me.sees('您申请的变更秘书处审核中，您无需操作');
  expect((await record())?.form.position).toBe('综合办公室主任');

  const reviewer = await visit(staff.openid, 'pages/home/index', desk);
  await reviewer.tap('资料变更待审核');
  await reviewer.tap('示例一矿有限公司');
  await reviewer.sees('综合办公室主任');
  await reviewer.sees('生产技术部部长');
  await reviewer.tap('全部同意');
  await reviewer.top().getByRole('radio', { name: '不同意', exact: true }).nth(1).click();
  await reviewer.tap('办结');
  await reviewer.sees('请写明不同意的原因，联络员会看到');
  await reviewer.type('如：请附任命文件', '请用本人微信号');
  await reviewer.tap('办结');
  await reviewer.sees('没有待审核的变更');
  expect((await record())?.form).toMatchObject({ position: '生产技术部部长', wechat: 'demo-wechat' });
  expect(await cloud.find('units', { _id: unit._id })).toMatchObject([
    { seats: { main: { position: '生产技术部部长' } } },
  ]);

  const again = await visit(liaison.openid);
  await again.sees('同意1项；不同意“微信号”（请用本人微信号）');
  await again.tap('看结果');
  await again.sees('未同意：请用本人微信号');
  await again.sees('核对于 2026-11');
  await again.fits();
});

it('is noted as checked by the secretariat, which sees who is missing and where nobody sits', async () => {
  const { staff } = await world();
  await makeUnit({ name: '示例二矿有限公司', vacantSince: later(-90) });
  const office = await visit(staff.openid);
  await office.sees('其中1家已超过30天，请尽快联系');
  await office.sees('1份');
  await office.fits();
  await office.tap('联络员资料未核对');
  await office.sees(/已核对0份，还有1份未核对/);
  await office.tap('代记核对');
  await office.tap('电话里确认无变更');
  await office.sees('没有待核对的资料');
  expect((await record())?.history).toMatchObject([
    { event: 'record-check', by: '示例审核员', note: '电话核对，无变更（秘书处代录）' },
  ]);
});
