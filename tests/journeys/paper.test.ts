import { cloud, makeOffice, makeStaff } from '../support';
import { makePhoto, seated } from '../server/paper/papers';
import { picture } from './support/picture';
import { desk, visit } from './support/browser';

/** A unit whose liaison is filed, with a photo. */
async function filed() {
  await makeOffice();
  const photo = await makePhoto();
  const one = await seated({
    unit: { name: '示例一矿有限责任公司', sortKey: 'a|1' },
    form: { name: '示例乙', photo },
  });
  return { ...one, staff: await makeStaff('member') };
}

it('prints a form in one tap, and the sealed paper finds its record again', async () => {
  const { staff, filing, unit } = await filed();
  const office = await visit(staff.openid, 'features/paper/print/index', desk);
  await office.tap('示例一矿有限责任公司');
  const download = office.page.waitForEvent('download');
  await office.tap('登记表');
  expect((await download).suggestedFilename()).toBe('示例一矿有限责任公司_示例乙_登记表.docx');

  const desktop = await visit(staff.openid, `features/paper/scan/index?scene=f${filing._id}`);
  await desktop.sees('示例一矿有限责任公司');
  await desktop.give('拍照或从相册选', [picture('盖章.png')]);
  await desktop.sees('✓ 已上传');
  await desktop.tap('归档到单位档案');
  await desktop.sees('已归档1页');
  expect(await cloud.find('attachments', {})).toMatchObject([
    { unitId: unit._id, kind: 'form', subjectId: filing._id, name: '盖章登记表（示例乙）' },
  ]);
});

it('finds a record by the number at the foot when the code cannot be read', async () => {
  const { staff, filing } = await filed();
  const office = await visit(staff.openid, 'features/paper/scan/index');
  await office.type('输入页脚的记录号', filing._id);
  await office.tap('查找');
  await office.sees('示例一矿有限责任公司');
  await office.fits();
});

it('packs the forms of all and publishes who is new', async () => {
  const { staff } = await filed();
  const office = await visit(staff.openid, 'features/paper/print/index');
  await office.tap('成批登记表');
  await office.sees('全部 1 份，约分 1 个压缩包');
  await office.tap('生成登记表');
  await office.sees('第1包 · 1份');
  const zip = office.page.waitForEvent('download');
  await office.tap('取文件');
  expect((await zip).suggestedFilename()).toBe('登记表_20261123_1份.zip');

  await office.tap('发文公布');
  await office.sees('待公布 1 人');
  const document = office.page.waitForEvent('download');
  await office.tap('公布1人，生成文件');
  await office.tap('公布');
  expect((await document).suggestedFilename()).toBe(
    '协会发〔2026〕1号_关于公布会员单位联络员名单的通知.docx',
  );
  await office.sees('没有待公布的联络员');
  await office.sees('协会发〔2026〕1号 · 1人 · 11月23日 09:00');
  await office.fits();
});

it('lets a liaison print the own form, and nobody else', async () => {
  const { liaison, filing } = await filed();
  const mine = await visit(liaison.openid, `features/paper/own/index?filingId=${filing._id}`);
  const download = mine.page.waitForEvent('download');
  await mine.tap('生成登记表');
  expect((await download).suggestedFilename()).toBe('示例一矿有限责任公司_示例乙_登记表.docx');
  const other = await seated();
  const foreign = await visit(other.liaison.openid, `features/paper/own/index?filingId=${filing._id}`);
  await foreign.tap('生成登记表');
  await foreign.sees('没有找到这份登记');
});
