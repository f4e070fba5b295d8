import { cloud, makeNotice, makeOffice, makeReceipt, makeSeatedUnit, makeStaff, makeUnit } from '../support';
import { makeFormNotice } from '../server/notice/forms';
import { desk, visit, type Size } from './support/browser';

async function sent() {
  await makeOffice();
  const { unit: first, liaison } = await makeSeatedUnit({
    name: '示例青岚矿业有限公司',
    short: '青岚矿业',
    people: '示例联络员',
  });
  const second = await makeUnit({
    name: '示例望川煤业有限公司',
    short: '望川',
    people: '温知秋',
    sortKey: 'w|2',
  });
  const third = await makeUnit({
    name: '示例望川运输有限公司',
    short: '望川',
    people: '秋叶',
    sortKey: 'w|3',
  });
  const fourth = await makeUnit({
    name: '示例北屏煤业有限公司',
    people: '苗青禾',
    sortKey: 'b|4',
    grams: ['北屏', '北'],
  });
  const notice = await makeNotice({ counts: { total: 4, opened: 0, confirmed: 0 } });
  for (const unit of [first, second, third, fourth]) await makeReceipt(notice, unit);
  return { first, second, third, fourth, liaison, notice, secretary: await makeStaff('editor') };
}

const PASTED = `#接龙
关于报送四季度信息的通知

1. 🌹青岚矿业 示例联络员＋1
2. 望川 某人
3. 老苗 收到
4. 示例望川煤业有限公司 温知秋 请假
`;

it.each<[string, Size | undefined]>([
  ['on a phone', undefined],
  ['at the desk', desk],
])('pastes a 接龙, decides what is not certain, and enters the units %s', async (_where, size) => {
  const { first, third, fourth, liaison, notice, secretary } = await sent();
  const page = `features/notice/jielong/index?noticeId=${notice._id}`;
  const office = await visit(secretary.openid, page, size);
  await office.type('在微信群里长按接龙，复制后粘贴到这里；转发的聊天记录也可以', PASTED);
  await office.page.reload();
  await office.sees(/^已自动保存在本机/);
  await office.tap('识别');
  await office.sees('已对上1行，请您选2行，没认出1行');
  await office.sees('这一行像是请假、待定或提问，请看清再选');
  await office.fits();
  await office.sees('录入1家');
  await office.tap(/^示例望川运输有限公司/);
  await office.sees('录入2家');
  await office.page.getByText('没认出 1行').scrollIntoViewIfNeeded();
  await office.tap(/^找其他单位$/);
  // The field comes before the element inside that is typed into.
  await office.page.locator('input[placeholder="搜单位名称、拼音或首字母"]').waitFor();
  await office.type('搜单位名称、拼音或首字母', '北屏');
  await office.tap('示例北屏煤业有限公司');
  await office.sees('录入3家');
  await office.fits();
  await office.tap('录入3家');
  await office.sees('将把3家单位记为已确认');
  await office.tap('录入');
  await office.sees('已录入3家');
  const done = await cloud.find('receipts', { onBehalf: true });
  expect(done.map(({ unitId }) => unitId).sort()).toEqual([first._id, third._id, fourth._id].sort());
  expect((await cloud.find('notices', {}))[0]?.counts).toEqual({
    total: 4,
    opened: 3,
    confirmed: 3,
    onBehalf: 3,
  });

  const reader = await visit(liaison.openid, `features/notice/detail/index?noticeId=${notice._id}`);
  await reader.sees('由秘书处群内代录确认（答复人：示例联络员）');
  await reader.gone('确认收到');
});

it('says of a form that a 接龙 does not fill it in', async () => {
  await makeOffice();
  const { unit } = await makeSeatedUnit({ name: '示例青岚矿业有限公司', short: '青岚矿业' });
  const notice = await makeFormNotice();
  await makeReceipt(notice, unit);
  const secretary = await makeStaff('editor');
  const office = await visit(secretary.openid, `features/notice/jielong/index?noticeId=${notice._id}`);
  await office.type('在微信群里长按接龙，复制后粘贴到这里；转发的聊天记录也可以', '1. 青岚矿业 白小河');
  await office.tap('识别');
  await office.tap('录入1家');
  await office.sees(/回执表还要由单位填写，或逐家代录/);
  await office.tap('录入');
  await office.sees('已录入1家');
  await office.sees(/这些单位仍在“还差谁”里/);
  expect(await cloud.find('receipts', {})).toMatchObject([{ state: 'confirmed', done: false }]);
});

it('enters what one unit said by phone, keeps what is typed, and takes it back', async () => {
  const { second, notice, secretary } = await sent();
  const page = `features/notice/record/index?noticeId=${notice._id}&unitId=${second._id}`;
  const office = await visit(secretary.openid, page);
  await office.sees('示例望川煤业有限公司');
  await office.tap('记为已确认');
  await office.sees('请选择对方是用什么方式答复的');
  await office.tap('电话');
  await office.type('请填写答复人姓名', '温知秋');
  await office.type('如：下午3点来电，派两人参加', '已知悉');
  await office.page.reload();
  await office.sees(/^已自动保存在本机/);
  expect(await office.typed('请填写答复人姓名')).toBe('温知秋');
  await office.fits();
  await office.tap('记为已确认');
  await office.sees('等秘书处处理');
  expect(await cloud.find('receipts', { unitId: second._id })).toMatchObject([
    { state: 'confirmed', confirmed: { channel: 'phone', name: '温知秋', note: '已知悉' } },
  ]);

  const again = await visit(secretary.openid, page);
  await again.sees('电话代录（示例秘书）');
  await again.tap('撤销代录');
  await again.sees('将重新算作未办理');
  await again.tap('撤销');
  await again.sees('记为已确认');
  expect(await cloud.find('receipts', { unitId: second._id })).toMatchObject([{ state: 'waiting' }]);
});
