import type { Handover } from '@server/stores/handovers';
import { cloud, makeOffice, makeStaff } from '../support';
import { owed, seated, successorOf } from '../server/handover/parties';
import { visit } from './support/browser';

it('passes a seat from the leaver’s phone to whoever scans the code, both confirming', async () => {
  await makeOffice();
  const { unit, leaver } = await seated({ unit: { name: '示例一矿有限公司' } });
  await owed(unit);
  const staff = await makeStaff('member');

  const old = await visit(leaver.openid, 'features/handover/start/index');
  await old.sees('1项');
  await old.type('如：调到生产部', '调到生产部');
  await old.tap('生成交接码');
  await old.sees('请接任人扫这个码');
  await old.sees('关于报送四季度信息的通知');
  await old.fits();

  const [row] = (await cloud.find('handovers', {})) as unknown as Handover[];
  const { who, input } = await successorOf(unit);
  await who.change('filing.submit', { ...input, codeId: row?.code ?? '' });

  const place = `features/handover/view/index?handoverId=${row?._id ?? ''}`;
  const next = await visit(who.openid, place);
  await next.sees('等您：核对未办事项，确认接手');
  await next.tap('确认接手');
  await next.sees('等原联络员确认或单位来函，您无需操作');

  const early = await visit(staff.openid, 'features/handover/list/index');
  await early.sees('没有待审核的交接');
  await early.tap('交接中');
  await early.sees(/示例离任 → 示例接任/);

  const again = await visit(leaver.openid, place);
  await again.tap('确认交给示例接任');
  await again.sees('秘书处审核中，您无需操作');

  const office = await visit(staff.openid, 'features/handover/list/index');
  await office.tap('示例一矿有限公司');
  await office.tap('去审核');
  await office.tap('同意备案');
  await office.sees(/协会联备〔2026〕1号/);

  const gone = await visit(leaver.openid);
  await gone.gone('示例一矿有限公司 · 联络员');
  const now = await visit(who.openid);
  await now.sees(/示例一矿有限公司 · 联络员/);
  await now.sees('关于报送四季度信息的通知');
});

it('lends a seat for some days and ends it again', async () => {
  await makeOffice();
  const { unit, leaver } = await seated({ unit: { name: '示例二矿有限公司' }, name: '示例出借' });
  const { proxyId } = await leaver.change('seat.lend', {
    unitId: unit._id,
    from: '2026-11-23',
    to: '2026-12-03',
    scopes: ['notice'],
  });
  const lender = await visit(leaver.openid, 'features/seat/proxies/index');
  await lender.sees('等同事扫码接受');
  await lender.tap('出示代理码');
  await lender.sees('请同事用微信“扫一扫”扫码，同意后接受');

  const { code } = await leaver.ask('seat.proxyCode', { unitId: unit._id, proxyId });
  const colleague = await visit('openid-colleague', `features/seat/proxy/index?scene=${code}`);
  await colleague.sees('11月23日 至 12月3日');
  await colleague.type('请填写您的姓名', '示例代理');
  await colleague.tap('我已阅读并同意下面的个人信息处理说明');
  await colleague.tap('接受代理');
  await colleague.sees(/您已接受示例出借的委托/);
  await colleague.tap('回首页');
  await colleague.sees('示例二矿有限公司 · 代理 至12月3日');

  const back = await visit(leaver.openid, 'features/seat/proxies/index');
  await back.sees('示例代理');
  await back.tap('结束代理');
  await back.tap('结束');
  await back.sees('已结束');
  expect(await cloud.find('people', { _id: 'openid-colleague' })).toMatchObject([{ proxies: [] }]);
});
