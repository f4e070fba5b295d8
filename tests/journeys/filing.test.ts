import { cloud, makeCode, makeFiling, makeOffice, makePerson, makeStaff, makeUnit } from '../support';
import { visit } from './support/browser';

/** Somebody whose registration waits. */
async function submitted() {
  await makeOffice();
  const unit = await makeUnit({ name: '示例一矿有限公司', address: '旧地址1号' });
  const consents = [{ version: '2027-01', at: new Date('2026-11-20T00:00:00Z') }];
  const person = await makePerson({ name: '示例乙', consents });
  const filing = await makeFiling(unit, { openid: person.openid });
  const staff = await makeStaff('member');
  return { unit, person, filing, staff };
}

it('sends back named fields, takes in only their correction, and seats the liaison', async () => {
  const { person, staff, unit } = await submitted();
  const reviewer = await visit(staff.openid, 'features/filing/queue/index');
  await reviewer.tap('示例一矿有限公司');
  await reviewer.tap('退回补正…');
  await reviewer.tap('职务');
  await reviewer.type('如：与营业执照不一致，请核对', '请写明具体职务');
  await reviewer.tap('退回这1项');
  await reviewer.sees('退回补正');

  const applicant = await visit(person.openid);
  await applicant.sees('等您：按标出的项目补正后重新提交');
  await applicant.tap('示例一矿有限公司');
  await applicant.tap('去补正');
  await applicant.sees('请写明具体职务');
  await applicant.gone('电子邮箱');
  await applicant.type('请填写职务', '生产技术部部长');
  await applicant.tap('提交补正');
  await applicant.sees('秘书处审核中，您无需操作');
  expect(await cloud.find('filings', {})).toMatchObject([
    { state: 'submitted', form: { position: '生产技术部部长' } },
  ]);

  const again = await visit(staff.openid, 'features/filing/queue/index');
  await again.tap('示例一矿有限公司');
  await again.tap('同意备案');
  await again.sees(/协会联备〔2026〕1号/);
  expect(await cloud.find('units', {})).toMatchObject([
    { _id: unit._id, seated: true, seats: { main: { openid: person.openid, position: '生产技术部部长' } } },
  ]);

  const liaison = await visit(person.openid);
  await liaison.sees('没有等您处理的事');
});

it('tells a stranger with an expired or guessed code what to do', async () => {
  await makeOffice();
  const expired = await makeCode({ expiresAt: new Date('2026-11-01T00:00:00Z') });
  const late = await visit('openid-late', `features/filing/register/index?scene=${expired._id}`);
  await late.sees(/过期/);
  const guess = await visit('openid-guess', 'features/filing/register/index?scene=ABCDEFGHJKLMNPQRST');
  await guess.sees(/登记码/);
  expect(await cloud.find('people', {})).toEqual([]);
});
