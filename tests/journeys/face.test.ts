import { CONSENT_VERSION } from '@contract/filing';
import {
  makeCode,
  makeFiling,
  makeLiaison,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
} from '../support';
import { visit } from './support/browser';
import { look } from './support/look';

async function world() {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  const vacant = await makeUnit({ name: '示例二矿有限公司', sortKey: 'shi li er|2' });
  const notice = await makeNotice({ counts: { total: 2, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  await makeReceipt(notice, vacant);
  const staff = await makeStaff();
  const consents = [{ version: CONSENT_VERSION, at: new Date(NOW) }];
  const applicant = await makePerson({ consents });
  const filing = await makeFiling(vacant, { openid: applicant.openid });
  const code = await makeCode();
  return {
    staff: staff.openid,
    liaison: liaison.openid,
    applicant: applicant.openid,
    stranger: 'openid-stranger',
    pages: [
      ['staff', 'pages/home/index', '等秘书处处理'],
      ['staff', 'pages/notice/index', '还差2家'],
      ['staff', 'pages/directory/index', '示例一矿有限公司'],
      ['staff', 'pages/me/index', '关怀模式'],
      ['staff', 'features/office/set-up/index', '保存设置'],
      ['staff', 'features/unit/list/index', '示例一矿有限公司'],
      ['staff', `features/unit/file/index?unitId=${unit._id}`, '尚未填写'],
      ['staff', `features/unit/edit/index?unitId=${unit._id}`, '保存单位资料'],
      ['staff', 'features/code/list/index', '发过的登记码'],
      ['staff', `features/code/show/index?codeId=${code._id}`, '联络员登记码'],
      ['staff', 'features/filing/queue/index', '示例二矿有限公司'],
      ['staff', `features/filing/review/index?filingId=${filing._id}`, '同意备案'],
      ['staff', 'features/notice/compose/index', /将发给2家：可推送/],
      ['staff', `features/notice/jielong/index?noticeId=${notice._id}`, '识别'],
      ['staff', `features/notice/record/index?noticeId=${notice._id}&unitId=${unit._id}`, '电话'],
      ['staff', 'features/office/policy/index', '保存制度设置'],
      ['staff', 'features/staff/list/index', '邀请工作人员'],
      ['staff', 'features/staff/rights/index', '发布通知'],
      ['staff', 'features/privacy/requests/index', /没有/],
      ['staff', 'features/handover/list/index', /没有/],
      ['staff', 'features/record/queue/index', /没有/],
      ['staff', 'features/record/list/index', '待核对'],
      ['staff', 'features/paper/print/index', '成批登记表'],
      ['staff', 'features/paper/scan/index', /扫/],
      ['staff', 'features/roster/import/index', /选/],
      ['staff', 'features/roster/export/index', /导出/],
      ['staff', `features/notice/progress/index?noticeId=${notice._id}`, '复制催办文字'],
      ['liaison', 'pages/home/index', '确认收到'],
      ['liaison', 'pages/notice/index', notice.title],
      ['liaison', `features/notice/detail/index?noticeId=${notice._id}`, '确认收到'],
      ['liaison', 'features/handover/start/index', '生成交接码'],
      ['liaison', 'features/seat/proxies/index', '请同事临时代理'],
      ['liaison', 'features/privacy/mine/index', '谁看过我的手机号'],
      ['liaison', 'features/privacy/copy/index', '存成文件'],
      ['liaison', 'features/privacy/erasure/index', /删除/],
      ['applicant', 'features/filing/mine/index', '秘书处审核中'],
      ['stranger', 'pages/home/index', '请先登记为联络员'],
      ['stranger', `features/filing/register/index?scene=${code._id}`, '同意并继续'],
      ['stranger', 'features/office/claim/index', '一次性验证码'],
    ] as const,
  };
}

it('has no serious accessibility fault and nothing over the edge at 375, 414 and 1280 px and with large text', async () => {
  const { pages, ...people } = await world();
  expect(await look(people, pages)).toEqual([]);
}, 600_000);

it('lets one choose in the bar who one is, and switch between two units', async () => {
  await makeOffice();
  const { unit } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  const second = await makeUnit({ name: '示例二矿有限公司' });
  const since = new Date(NOW);
  const both = await makeLiaison(unit, {
    name: '示例两家联络员',
    seats: [
      { unitId: unit._id, unitName: unit.name, kind: 'main', since },
      { unitId: second._id, unitName: second.name, kind: 'main', since },
    ],
  });
  const visitor = await visit((await makeStaff()).openid);
  await visitor.sees('等秘书处处理');
  await visitor.page.locator('#persona select').selectOption(both.openid);
  await visitor.sees('没有等您处理的事');
  await visitor.tap('我的');
  await visitor.tap('示例二矿有限公司');
  await visitor.tap('首页');
  await visitor.sees('示例二矿有限公司 · 联络员');
});
