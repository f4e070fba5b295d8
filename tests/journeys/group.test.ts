import { cloud, makeLiaison, makeOffice, makeSeatedUnit, makeStaff, makeUnit } from '../support';
import { desk, visit, type Size } from './support/browser';

async function district() {
  await makeOffice();
  const { unit: first, liaison } = await makeSeatedUnit({
    name: '示例青岚矿业有限公司',
    short: '青岚矿业',
    people: '示例联络员',
    region: '榆林',
    sortKey: 'a',
  });
  const { unit: second } = await makeSeatedUnit({
    name: '示例望川煤业有限公司',
    region: '榆林',
    people: '示例联络员',
    sortKey: 'b',
  });
  await makeUnit({ name: '示例南溪煤业有限公司', region: '汉中', sortKey: 'c' });
  return { first, second, liaison, secretary: await makeStaff('editor') };
}

it.each<[string, Size | undefined]>([
  ['on a phone', undefined],
  ['at the desk', desk],
])('makes a group by rule, marks who is in the WeChat group, and sends it a notice %s', async (_w, size) => {
  const { first, second, liaison, secretary } = await district();
  const office = await visit(secretary.openid, 'features/group/list/index', size);
  await office.sees('还没有联络组');
  await office.tap('＋ 新建联络组');
  await office.type('如：榆林片区、安全专委会', '榆林片区');
  await office.type('组里的联络员会看到，如：片区活动和季度例会', '片区季度例会');
  await office.tap('榆林');
  await office.sees('现在有2家单位');
  await office.type('可以不填', '榆林联络群');
  await office.type('如：扫二维码，或联系组长邀请', '请联系秘书处邀请');
  await office.page.reload();
  await office.sees(/^已自动保存在本机/);
  await office.sees('现在有2家单位');
  await office.fits();
  await office.tap('保存联络组');
  await office.sees('已进群0家 · 还没进群2家');
  await office.fits();

  await office.tap('粘贴群成员名单');
  await office.type('一行一个群昵称，如：青岚矿业-张三', '青岚矿业-示例联络员\n阳光总在');
  await office.tap('识别');
  await office.sees('已对上1行，请您选0行，没认出1行');
  await office.fits();
  await office.tap('标记1家已进群');
  await office.sees('已标记1家已进群');
  await office.tap('返回联络组');
  await office.sees('已进群1家 · 还没进群1家');
  await office.tap('复制还没进群名单');
  expect(await office.clipboard()).toBe(
    '【榆林片区】还没进微信群“榆林联络群”的有1家：示例望川煤业有限公司（示例联络员 199****1234）。',
  );
  await office.tap('记为已进群');
  await office.sees('2家单位的联络员都已进群');
  expect(await cloud.find('joins', { state: 'in' })).toHaveLength(2);

  await office.tap('给这个组发通知');
  await office.sees('✓ 榆林片区');
  await office.sees('“榆林片区”现有2家单位');
  await office.sees('将发给2家');
  await office.fits();
  const audience = { kind: 'rule' as const, groups: [(await cloud.find('groups', {}))[0]?._id as string] };
  await secretary.change('notice.publish', {
    title: '关于召开片区例会的通知',
    hostId: 'association',
    body: [{ type: 'paragraph', runs: [{ text: '请准时参加。' }] }],
    dueAt: '2026-11-26T09:00:00.000Z',
    audience,
  });
  const told = await cloud.find('receipts', {});
  expect(told.map(({ unitId }) => unitId).sort()).toEqual([first._id, second._id].sort());

  const reader = await visit(liaison.openid, 'pages/me/index', size);
  await reader.tap('我的联络组');
  await reader.sees('片区季度例会');
  await reader.sees('您已在群里');
  await reader.fits();
  const inbox = await visit(liaison.openid, 'pages/notice/index', size);
  await inbox.sees('关于召开片区例会的通知');
});

it('after a handover the new liaison is not in yet, and the old one is to be moved out', async () => {
  const { first, liaison, secretary } = await district();
  const { groupId } = await secretary.change('group.save', {
    name: '榆林片区',
    members: { regions: ['榆林'] },
    leaderId: first._id,
    wechat: { name: '榆林联络群' },
  });
  await secretary.change('group.mark', { groupId, unitIds: [first._id], joined: true });
  const { unit } = await makeSeatedUnit({ name: '示例接任矿业有限公司', region: '榆林', sortKey: 'd' });
  const before = await makeLiaison(unit, { name: '示例前任', seats: [] });
  const [join] = await cloud.find('joins', {});
  await cloud.insert('joins', [
    {
      ...join,
      _id: 'join-before',
      unitId: unit._id,
      unitName: unit.name,
      openid: before.openid,
      name: '示例前任',
      order: 'z',
    },
  ]);
  const office = await visit(secretary.openid, `features/group/view/index?groupId=${groupId}`);
  await office.sees('已进群1家 · 还没进群2家');
  await office.tap('请移出群');
  await office.sees('示例前任');
  await office.sees('已不是这家单位的联络员');
  await office.tap('已移出群');
  await office.gone(/^已移出群$/);
  expect(await cloud.find('joins', { _id: 'join-before' })).toMatchObject([{ state: 'out' }]);
  await office.tap('删除');
  await office.sees('已经发出的通知不受影响');
  await office.tap('删除');
  await office.sees('联络组已删除');
  expect(await liaison.ask('group.mine', { unitId: first._id })).toEqual({ groups: [] });
});
