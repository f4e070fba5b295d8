import { cloud, makeLiaison, makeOffice, makeStaff, makeUnit } from '../support';
import { visit } from './support/browser';

it('invites somebody with a code told once, who joins, gets another post and leaves again', async () => {
  await makeOffice();
  const admin = await makeStaff('admin', '示例甲');
  const liaison = await makeLiaison(await makeUnit({ name: '示例一矿有限公司' }), { name: '示例乙' });

  const office = await visit(admin.openid, 'pages/me/index');
  await office.tap('工作人员');
  await office.sees('示例甲（您）');
  await office.tap('信息编辑');
  await office.type('可以不填，便于您以后辨认', '示例乙');
  await office.tap('生成一次性验证码');
  await office.sees('只在这里显示一次');
  await office.tap('复制邀请文字');
  const words = await office.clipboard();
  const [code = ''] = /([A-Z2-7]{5}-){3}[A-Z2-7]{5}/.exec(words) ?? [];
  expect(code).not.toBe('');
  expect(words).toContain('信息编辑');
  await office.tap('我已发出');
  await office.sees(/信息编辑 · 示例乙/);
  await office.gone(code);

  const joining = await visit(liaison.openid, 'features/office/claim/index');
  await joining.type('20位字母和数字', code);
  await joining.type('请填写您的姓名', '示例乙');
  await joining.tap('确认');
  await joining.sees('已加入秘书处');
  await joining.tap('我的');
  await joining.sees('秘书处 · 信息编辑');

  const again = await visit(admin.openid, 'features/staff/list/index');
  await again.sees('没有。验证码用过、收回或过期后不再列出。');
  await again.tap('示例乙');
  await again.tap('财务');
  await again.tap('保存岗位');
  await again.sees('示例乙现在是财务');
  await again.tap('示例乙');
  await again.tap('移出秘书处…');
  await again.tap('移出');
  await again.gone('示例乙');
  expect(await cloud.find('people', { _id: liaison.openid })).toMatchObject([
    { staff: null, seats: [{ unitName: '示例一矿有限公司' }] },
  ]);

  const after = await visit(liaison.openid, 'features/staff/list/index');
  await after.sees('此页面向秘书处开放');
});

it('tells the only admin why the post cannot be given up, and shows who may do what', async () => {
  await makeOffice();
  const admin = await makeStaff('admin', '示例甲');
  const office = await visit(admin.openid, 'features/staff/list/index');
  await office.tap('示例甲（您）');
  await office.tap('财务');
  await office.tap('保存岗位');
  await office.tap('改任');
  await office.sees('协会至少要有一位管理员，请先把另一位工作人员改任管理员');

  const editor = await makeStaff('editor', '示例丁');
  const reader = await visit(editor.openid, 'features/staff/list/index');
  await reader.gone('邀请工作人员');
  await reader.tap('各岗位的权限');
  await reader.sees('底色标出的是您的岗位：信息编辑。');
  await reader.sees('办理个人信息删除申请');
});
