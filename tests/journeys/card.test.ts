import {
  cloud,
  makeFiling,
  makeLiaison,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeSeatedUnit,
  makeUnit,
  makeUpload,
  NOW,
} from '../support';
import { samples, upload } from '../server/file/samples';
import { visit } from './support/browser';

/** Who opens the card a notice is shared by: what each sees, and how to go on. */

async function shared() {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  const notice = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  return { unit, liaison, notice, place: `features/notice/detail/index?noticeId=${notice._id}` };
}

it('leads somebody not registered to scanning the code', async () => {
  const { place } = await shared();
  const passer = await visit('openid-passer-by', place);
  await passer.sees('请扫描协会发给您单位的登记码完成登记');
  await passer.tap('扫登记码');
  await passer.gone('确认收到');
  await passer.fits();
});

it('tells whoever is registering that it opens once they are approved', async () => {
  const { place, unit } = await shared();
  const { openid } = await makePerson({ name: '示例新人' });
  await makeFiling(unit, { openid });
  const newcomer = await visit(openid, place);
  await newcomer.sees('您正在登记为示例一矿有限公司的联络员，审核通过后就能看全文。');
  await newcomer.tap('看我的登记');
  await newcomer.sees('示例一矿有限公司');
});

it('tells a liaison of a unit it was not sent to just that, and not to register', async () => {
  const { place } = await shared();
  const other = await makeLiaison(await makeUnit({ name: '示例二矿有限公司' }));
  const reader = await visit(other.openid, place);
  await reader.sees('这条通知没有发给示例二矿有限公司，您只能看到标题。');
  await reader.gone('请扫描协会发给您单位的登记码完成登记');
});

it('tells a former liaison whom to turn to', async () => {
  const { place } = await shared();
  const former = await makePerson({ name: '示例前任' });
  const reader = await visit(former.openid, place);
  await reader.sees('您现在没有担任联络员，看不到全文，请转告您单位现任的联络员。');
});

it('is confirmed in two taps by the deputy', async () => {
  const { place, unit } = await shared();
  const deputy = await makePerson({
    name: '示例B岗',
    seats: [{ unitId: unit._id, unitName: unit.name, kind: 'deputy', since: new Date(NOW) }],
  });
  const reader = await visit(deputy.openid, place);
  await reader.tap('确认收到');
  await reader.sees(/^已于11月23日 09:00由示例B岗确认/);
  expect(await cloud.find('receipts', { unitId: unit._id })).toMatchObject([{ state: 'confirmed' }]);
});

it.each([
  ['notice', /^已于11月23日 09:00由示例代理（代理）确认/],
  ['dues', '您为示例一矿有限公司代理的事项里没有“通知”，全文请由该单位的联络员打开办理。'],
] as const)('a proxy for %s sees what that lets them', async (scope, words) => {
  const { place, unit } = await shared();
  const proxy = await makePerson({
    name: '示例代理',
    proxies: [
      {
        proxyId: 'proxy-1',
        unitId: unit._id,
        unitName: unit.name,
        filingId: unit.seats.main?.filingId ?? '',
        from: '2026-11-20',
        to: '2026-12-03',
        scopes: [scope],
      },
    ],
  });
  const reader = await visit(proxy.openid, place);
  if (scope === 'notice') await reader.tap('确认收到');
  await reader.sees(words);
});

it('a file says what to do when its address is good no more, and when there is no network', async () => {
  const { unit, liaison } = await shared();
  const fileId = await upload('kept/a.xlsx', samples.xlsx);
  const file = await makeUpload({ name: '回执.xlsx', use: 'attachment', fileId });
  const notice = await makeNotice({
    title: '关于填报回执的通知',
    body: [
      { type: 'paragraph', runs: [{ text: '请填报' }] },
      { type: 'file', fileKey: file._id, name: '回执.xlsx', size: 100 },
    ],
    files: { [file._id]: fileId },
  });
  await makeReceipt(notice, unit);
  const reader = await visit(liaison.openid, `features/notice/detail/index?noticeId=${notice._id}`);
  await reader.sees('1KB · 打开');
  await reader.page.route(/a\.xlsx/, (route) => route.fulfill({ status: 403, body: '' }));
  await reader.tap('回执.xlsx');
  await reader.sees('链接已过期，请退出本页，重新打开后再试');
  await reader.page.unroute(/a\.xlsx/);
  await reader.gone('链接已过期');
  await reader.context.setOffline(true);
  await reader.tap('回执.xlsx');
  await reader.sees('文件没有取到，请检查网络后重试');
});
