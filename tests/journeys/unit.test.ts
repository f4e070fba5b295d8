import { searchFields } from '@server/kit/search';
import type { Unit } from '@server/stores/units';
import {
  cloud,
  makeFiling,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
} from '../support';
import { desk, visit } from './support/browser';
import { picture } from './support/picture';

const found = (_id: string, name: string, over: Partial<Unit> = {}) => {
  const fields = { name, short: '', region: '西安', industry: '煤炭', ...over };
  return { _id, ...fields, ...searchFields(fields, _id) };
};

const contact = { position: '', phone: '', landline: '', email: '', wechat: '' };

describe('a unit file over the years', () => {
  it('is filled in, gets a contact and a paper, leaves and comes back; everything stands in its timeline', async () => {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit(found('unit-long', '示例长青矿业公司'));
    const filingId = unit.seats.main?.filingId ?? '';
    await makeFiling(unit, {
      _id: filingId,
      openid: liaison.openid,
      open: false,
      state: 'approved',
      inForce: true,
      since: new Date(NOW),
    });
    const staff = await visit((await makeStaff('admin')).openid, 'features/unit/list/index');
    await staff.tap('示例长青矿业公司');
    await staff.sees('尚未填写');
    await staff.tap('修改单位资料');
    await staff.type('请填写法定代表人', '示例法人');
    await staff.tap('＋ 添加联系人');
    await staff.type('请填写姓名', '示例会计');
    await staff.tap('财务联系人');
    await staff.type('请填写手机', '199 0000 7777');
    await staff.tap('保存单位资料');
    await staff.sees('示例法人');

    await staff.tap('联络员');
    await staff.sees('199****7777');
    await staff.gone('19900007777');
    await staff.sees('协会联备〔2026〕1号');

    await staff.tap('材料');
    await staff.give('拍照或选图片', [picture('执照.png')]);
    await staff.sees('执照.png');
    const [paper] = await cloud.find('attachments', {});
    expect(paper).toMatchObject({ unitId: unit._id, kind: 'licence', name: '执照.png' });

    await staff.tap('资料');
    await staff.tap('办理退会');
    await staff.page.locator('input[placeholder="请填写退会原因"]').waitFor();
    await staff.type('请填写退会原因', '企业注销');
    await staff.tap('确认退会');
    await staff.tap('退会');
    await staff.sees(/已退会 2026/);
    expect(await liaison.fails('directory.list', {})).toMatchObject({ code: 'stranger' });
    expect(await cloud.find('filings', { _id: filingId })).toMatchObject([
      { state: 'closed', ended: '退会' },
    ]);

    await staff.tap('恢复会员单位');
    await staff.tap('恢复');
    await staff.sees('曾于 2026-11-23 退会，2026-11-23 恢复');
    await staff.tap('经过');
    for (const line of ['恢复会员单位', '办理退会', '添加材料', '录入或修改单位资料']) await staff.sees(line);
    await staff.fits();
  });
});

describe('the directory', () => {
  it('goes by region, is found by the end of a number, and shows a number to who may see it, logged', async () => {
    await makeOffice();
    await makeSeatedUnit(found('unit-a', '示例安康矿业公司', { region: '安康' }));
    await makeUnit(
      found('unit-w', '示例渭南矿业公司', {
        region: '渭南',
        contacts: [{ ...contact, kind: 'liaison', name: '示例名册人', phone: '19900004321' }],
      }),
    );
    const staff = await visit((await makeStaff()).openid, 'pages/directory/index');
    await staff.sees('199****1234');
    await staff.tap('按地区');
    await staff.sees('未登记');
    await staff.page.getByRole('radio', { name: '渭南' }).click();
    await staff.gone('示例安康矿业公司');
    await staff.sees('未登记');
    await staff.tap('显示');
    await staff.sees('示例名册人 19900004321');
    await staff.tap('复制');
    await staff.sees('号码已复制');
    expect(await staff.clipboard()).toBe('19900004321');
    expect(await cloud.find('audits', { action: 'directory.reveal' })).toMatchObject([
      { collection: 'contacts', unitId: 'unit-w' },
    ]);
    await staff.tap('按单位');
    await staff.sees('示例安康矿业公司');
    await staff.type('单位、人名、电话尾号', '4321');
    await staff.gone('示例安康矿业公司');
    await staff.sees('示例渭南矿业公司');
    await staff.fits();
  });

  it('keeps numbers of others from a liaison, on a wide window as well', async () => {
    await makeOffice();
    await makeSeatedUnit(found('unit-a', '示例安康矿业公司'));
    const me = await makeLiaison(await makeUnit(found('unit-b', '示例白塔矿业公司')), {});
    const liaison = await visit(me.openid, 'pages/directory/index', desk);
    await liaison.sees('199****1234');
    expect(await liaison.page.getByText('显示', { exact: true }).count()).toBe(0);
    await liaison.fits();
  });
});
