import { newOfficeCode } from '../../scripts/office-codes';
import { cloud, NOW } from '../support';
import { visit } from './support/browser';
import { picture } from './support/picture';

/** Issue of the foundation: from a one-time code over a scanned QR code to a confirmed notice, in one go. */
it('leads from set-up to a confirmed notice', async () => {
  const { code, row } = newOfficeCode('admin', new Date(NOW));
  await cloud.insert('claims', [row]);

  const secretary = await visit('openid-secretary');
  await secretary.tap('填写验证码');
  await secretary.type('20位字母和数字', code);
  await secretary.type('请填写您的姓名', '示例秘书');
  await secretary.tap('确认');
  await secretary.type('请填写协会名称', '示例市煤炭工业协会');
  await secretary.tap('会员单位联络员工作制度');
  await secretary.tap('保存设置');
  await secretary.sees('等秘书处处理');

  await secretary.tap(/^会员单位$/);
  await secretary.tap('＋ 添加单位');
  await secretary.type('请填写单位全称', '示例第一煤矿有限公司');
  await secretary.tap('国有企业');
  await secretary.tap('省企');
  await secretary.type('请填写通讯地址', '示例市示例路1号');
  await secretary.type('请填写邮编', '710000');
  await secretary.tap(/煤炭工业协会$/);
  await secretary.type('请填写所在地区', '西安');
  await secretary.type('请填写所属行业', '煤炭开采');
  await secretary.tap(/^会员单位$/);
  await secretary.tap('保存单位资料');
  await secretary.tap('示例第一煤矿有限公司');
  await secretary.tap(/^联络员$/);
  await secretary.tap('为这家单位出登记码');
  await secretary.sees('联络员登记码');
  const [issued] = await cloud.find('codes', {});
  const codeId = issued?._id as string;

  const liaison = await visit('openid-liaison', `features/filing/register/index?scene=${codeId}`);
  await liaison.tap('我已阅读并同意以上个人信息处理说明');
  await liaison.tap('同意并继续');
  await liaison.sees('登记码已写明单位');
  await liaison.tap('国有企业');
  await liaison.tap('省企');
  await liaison.type('请填写通讯地址', '示例市示例路2号');
  await liaison.type('请填写邮编', '710001');
  await liaison.tap('下一步');
  await liaison.type('请填写姓名', '示例联络员');
  await liaison.tap(/^女$/);
  await liaison.type('如：汉族', '汉族');
  await liaison.pick('请选择出生日期');
  await liaison.tap('群众');
  await liaison.tap('本科');
  await liaison.type('请填写职务', '办公室主任');
  await liaison.type('或在这里填写11位手机号', '19900001234');
  await liaison.type('后4位', '1234');
  await liaison.type('029-88888888', '029-88880000');
  await liaison.type('name@example.com', 'demo@example.com');

  await liaison.page.reload();
  await liaison.sees('3 本人');
  expect(await liaison.typed('请填写姓名')).toBe('示例联络员');
  await liaison.tap('下一步');
  await liaison.pick('请选择开始日期');
  await liaison.tap('至今仍在这里工作');
  await liaison.type('如：某矿业公司 办公室科员', '示例第一煤矿 办公室');
  await liaison.tap('下一步');
  await liaison.give('拍照或从相册选', [picture('盖章页.png')]);
  await liaison.sees('✓ 已上传');
  await liaison.give('拍照或从相册选', [picture('照片.png')]);
  await liaison.gone('拍照或从相册选');
  await liaison.gone(/^正在上传/);
  await liaison.tap('下一步');
  await liaison.sees('请逐项核对');
  await liaison.tap('提交登记');
  await liaison.sees('秘书处审核中，您无需操作');

  const office = await visit('openid-secretary', 'pages/home/index');
  await office.tap('登记待审核');
  await office.tap('示例第一煤矿有限公司');
  await office.sees('与档案不同');
  await office.tap('同意备案');
  await office.sees(/〔2026〕1号/);

  const writer = await visit('openid-secretary', 'features/notice/compose/index');
  await writer.type('请填写标题', '关于报送四季度信息的通知');
  await writer.type(
    '正文，可直接粘贴，分段和编号会保留',
    '各会员单位：\n一、请报送四季度信息。\n二、请按时确认。',
  );
  await writer.sees(/将发给1家：/);
  await writer.tap(/^11月26日/);
  await writer.tap('发布');
  await writer.sees(/将发给1家单位（.*）。/);
  await writer.tap('发布');
  await writer.sees('未打开');

  const reader = await visit('openid-liaison');
  await reader.tap('确认收到');
  await reader.sees('没有等您处理的事');

  const done = await visit('openid-secretary', 'pages/notice/index');
  await done.sees('100%');
  await done.sees('全部办理');
  expect(await cloud.find('receipts', {})).toMatchObject([
    { state: 'confirmed', confirmed: { openid: 'openid-liaison', name: '示例联络员', channel: 'self' } },
  ]);
});
