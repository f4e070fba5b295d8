import { pagePaths } from '../../src/routes';
import { makeNotice, makeOffice, makePerson, makeReceipt, makeUnit, NOW } from '../support';
import { usePhones } from './support';
import { receiptOf } from './support/rows';

const phones = usePhones();

async function twoUnits() {
  await makeOffice();
  const [first, second] = [
    await makeUnit({ name: '示例甲矿业有限公司' }),
    await makeUnit({ name: '示例乙矿业有限公司' }),
  ];
  const seats = [first, second].map(({ _id: unitId, name: unitName }) => ({
    unitId,
    unitName,
    kind: 'main' as const,
    since: new Date(NOW),
  }));
  const person = await makePerson({ name: '示例丁', seats });
  const mine = await makeNotice({ title: '发给甲的通知' });
  const theirs = await makeNotice({ title: '发给乙的通知' });
  await makeReceipt(mine, first);
  await makeReceipt(theirs, second);
  return { first, second, person, theirs };
}

test('a liaison of two units switches on home, and is remembered', async () => {
  const { second, person, theirs } = await twoUnits();
  const phone = await phones.start({ openid: person.openid });
  expect(phone.text).toContain('发给甲的通知');
  expect(phone.text).not.toContain('发给乙的通知');

  phone.face.answers.sheet = 1;
  await phone.tap({ text: '切换' });
  expect(phone.face.sheets.at(-1)).toEqual(['示例甲矿业有限公司 · 联络员', '示例乙矿业有限公司 · 联络员']);
  expect(phone.text).toContain('发给乙的通知');
  expect(phone.text).not.toContain('发给甲的通知');

  const again = await phones.restart(phone);
  expect(again.text).toContain('发给乙的通知');
  await again.tap({ text: '确认收到' });
  expect(await receiptOf(theirs, second)).toMatchObject({ state: 'confirmed' });
});

test('the switch under 我的 holds for every page', async () => {
  const { person } = await twoUnits();
  const phone = await phones.start({ openid: person.openid, url: '/pages/notice/index' });
  expect(phone.text).toContain('发给甲的通知');
  await phone.tab('/pages/me/index');
  await phone.tap({ text: '示例乙矿业有限公司' });
  await phone.tab('/pages/notice/index');
  expect(phone.text).toContain('发给乙的通知');
  expect(phone.text).not.toContain('发给甲的通知');
});

test('staff who is a liaison as well acts as either', async () => {
  await makeOffice();
  const unit = await makeUnit({ name: '示例甲矿业有限公司' });
  const seats = [{ unitId: unit._id, unitName: unit.name, kind: 'main' as const, since: new Date(NOW) }];
  const person = await makePerson({ name: '示例戊', seats, staff: { role: 'editor', name: '示例戊' } });
  const phone = await phones.start({ openid: person.openid });
  expect(phone.text).toContain('等秘书处处理');
  phone.face.answers.sheet = 1;
  await phone.tap({ text: '切换' });
  expect(phone.text).toContain('没有等您处理的事');
});

test('a card for the other unit opens whole, whichever unit one acts for', async () => {
  const { person, theirs } = await twoUnits();
  const url = `/${pagePaths['notice.detail']}?noticeId=${theirs._id}`;
  const phone = await phones.start({ openid: person.openid, url, scene: 1008 });
  expect(phone.text).toContain('请报送四季度信息');
});
