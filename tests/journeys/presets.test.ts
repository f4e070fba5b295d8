import type { PresetId } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';
import { cloud, makeCode, makeOffice, makeSeatedUnit, makeStaff, makeUnit } from '../support';
import { desk, visit, type Visitor } from './support/browser';
import { picture } from './support/picture';

const officeOf = (preset: PresetId) =>
  makeOffice({ preset, name: presets[preset].hosts[0]?.name ?? '', hosts: [...presets[preset].hosts] });

const registering = async (codeId: string): Promise<Visitor> => {
  const who = await visit('openid-liaison', `features/filing/register/index?scene=${codeId}`);
  await who.tap('我已阅读并同意以上个人信息处理说明');
  return who;
};

/** All pictures of the step, one after the other; each empty place says the same. */
async function givePictures(who: Visitor, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    await who.give('拍照或从相册选', [picture(`图${left}.png`)]);
    await who.gone(/^正在上传/);
  }
  await who.sees('✓ 已上传');
}

it('B: asks for the unit’s proof in three steps, with no recommendation', async () => {
  await officeOf('chengdu-machinery');
  const unit = await makeUnit({ hosts: ['chamber'], name: '示例机床有限公司' });
  const code = await makeCode({ unitId: unit._id, unitName: unit.name });
  const who = await registering(code._id);
  await who.sees('5分钟，请准备好盖章的单位证明。');
  await who.tap('同意并继续');
  await who.sees(/共5步/);
  await who.tap('民营企业');
  await who.type('请填写法定代表人', '示例法人');
  await who.type('请填写通讯地址', '示例市示例路8号');
  await who.tap('下一步');
  await who.type('请填写姓名', '示例甲');
  await who.type('请填写职务', '市场部部长');
  await who.type('或在这里填写11位手机号', '19900000001');
  await who.type('后4位', '0001');
  await who.gone('个人简历');
  await who.tap('下一步');
  await who.sees('证明材料');
  await who.gone('推荐意见怎么写');
  await givePictures(who, 1);
  await who.tap('下一步');
  await who.sees('请逐项核对');
  await who.fits();
  await who.tap('提交登记');
  await who.sees('已提交，谢谢您');
  expect(await cloud.find('filings', {})).toMatchObject([
    { unitId: unit._id, kind: 'main', form: { legalRep: '示例法人', proofLetter: expect.any(String) } },
  ]);
});

it('D: a deputy representative beside the main one; the main seat is taken over by handover', async () => {
  await officeOf('zhengzhou-it');
  const { unit } = await makeSeatedUnit({ hosts: ['association'], name: '示例信息技术有限公司' });
  const code = await makeCode({ unitId: unit._id, unitName: unit.name });
  const who = await registering(code._id);
  await who.tap('同意并继续');
  await who.sees('现任主代表示*，将办理交接');
  await who.tap('副代表（空缺）');
  await who.gone('将办理交接');
  await who.tap('主代表（现任示*）');
  await who.pick('请选择变更日期');
  await who.tap('下一步');
  await who.sees('请填写变更原因');
  await who.type('如：原联络员岗位调整', '原主代表调离');
  await who.page.reload();
  await who.sees('将办理交接');
  expect(await who.typed('如：原联络员岗位调整')).toBe('原主代表调离');
  await who.fits();
});

it('E: agrees to the ID number by a word of its own; a reviewer looks at it whole once', async () => {
  await officeOf('business-registry');
  const unit = await makeUnit({ hosts: ['registry'], name: '示例食品有限公司' });
  const code = await makeCode({ unitId: unit._id, unitName: unit.name });
  const who = await registering(code._id);
  await who.tap('同意并继续');
  await who.sees('请先阅读上面的说明');
  await who.tap('我单独同意填写身份证号，用于核对身份');
  await who.tap('同意并继续');
  await who.tap('民营企业');
  await who.type('18位，字母和数字', '91610000MA00000001');
  await who.type('请填写法定代表人', '示例法人');
  await who.type('请填写通讯地址', '示例市示例路8号');
  await who.tap('下一步');
  await who.type('请填写姓名', '示例甲');
  await who.type('请填写职务', '办公室主任');
  await who.type('或在这里填写11位手机号', '19900000001');
  await who.type('后4位', '0001');
  await who.type('18位，最后一位可以是X', '610000198503090079');
  await who.tap('下一步');
  await who.sees('身份证号不正确，请对照身份证核对18位号码');
  await who.type('18位，最后一位可以是X', '61000019850309007x');
  await who.tap('下一步');
  await givePictures(who, 2);
  await who.tap('下一步');
  await who.tap('提交登记');
  await who.sees('已提交，谢谢您');

  const staff = await makeStaff('member');
  const reviewer = await visit(staff.openid, 'features/filing/queue/index', desk);
  await reviewer.tap('示例食品有限公司');
  await reviewer.sees('610***********007X');
  await reviewer.tap('查看完整号码');
  await reviewer.tap('查看');
  await reviewer.sees('61000019850309007X');
  expect(await cloud.find('audits', { action: 'filing.reveal' })).toHaveLength(1);
});

it('edits its rulebook: what the form asks and what seats are called', async () => {
  await officeOf('zhengzhou-it');
  const staff = await makeStaff('admin');
  const admin = await visit(staff.openid, 'features/office/policy/index');
  await admin.type('请填写主席位叫什么', '正代表');
  await admin.page.getByLabel('传真不填').click();
  await admin.tap('保存制度设置');
  await admin.sees('制度设置已保存');
  expect(await cloud.find('offices', {})).toMatchObject([
    { policy: { seats: { names: { main: '正代表', deputy: '副代表' } } } },
  ]);
  const [row] = await cloud.find('offices', {});
  expect((row?.policy as { filing: { fields: string[] } }).filing.fields).not.toContain('fax');
});
