import { makeNotice, makeOffice, makeReceipt, makeSeatedUnit, makeStaff, makeUnit } from '../support';
import { usePhones } from './support';

const phones = usePhones();

test('the secretary copies the missing for the group in two taps', async () => {
  await makeOffice();
  const staff = await makeStaff();
  const notice = await makeNotice({ counts: { total: 3, opened: 1, confirmed: 1 } });
  const { unit: done } = await makeSeatedUnit({ name: '示例甲矿业有限公司' });
  const { unit: seated } = await makeSeatedUnit({ name: '示例乙矿业有限公司' });
  const vacant = await makeUnit({ name: '示例丙矿业有限公司' });
  await makeReceipt(notice, done, { state: 'confirmed', done: true });
  await makeReceipt(notice, seated);
  await makeReceipt(notice, vacant);

  const phone = await phones.start({ openid: staff.openid });
  expect(phone.text).toContain('还差2家');
  await phone.tap({ text: notice.title });
  expect(phone.text).toContain('示例乙矿业有限公司');
  expect(phone.text).toContain('199****1234');
  expect(phone.text).toContain('无联络员');
  expect(phone.text).not.toContain('示例甲矿业有限公司');

  await phone.tap({ text: '复制催办文字' });
  expect(phone.face.clipboard).toContain(`《${notice.title}》尚有2家未确认`);
  expect(phone.face.clipboard).toContain('示例乙矿业有限公司、示例丙矿业有限公司');
  expect(phone.face.clipboard).not.toContain('示例甲');
});

test('every number opens the list behind it', async () => {
  await makeOffice();
  const staff = await makeStaff();
  const notice = await makeNotice({ counts: { total: 2, opened: 1, confirmed: 1 } });
  const { unit: done } = await makeSeatedUnit({ name: '示例甲矿业有限公司' });
  const { unit: missing } = await makeSeatedUnit({ name: '示例乙矿业有限公司' });
  await makeReceipt(notice, done, { state: 'confirmed', done: true });
  await makeReceipt(notice, missing);
  const phone = await phones.start({ openid: staff.openid });
  await phone.tap({ text: notice.title });
  await phone.tap({ text: /^已确认$/ });
  expect(phone.text).toContain('示例甲矿业有限公司');
  expect(phone.text).not.toContain('示例乙矿业有限公司');
});

test('a number is shown whole at a tap, and the look is logged', async () => {
  await makeOffice();
  const staff = await makeStaff();
  const { unit } = await makeSeatedUnit();
  const notice = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  const phone = await phones.start({ openid: staff.openid });
  await phone.tap({ text: notice.title });
  await phone.tap({ text: '显示' });
  expect(phone.text).toContain('19900001234');
});

test('a notice is written, outlives a crash, and is published once', async () => {
  await makeOffice();
  const staff = await makeStaff();
  await makeSeatedUnit();
  const first = await phones.start({ openid: staff.openid });
  await first.tap({ text: '发通知' });
  await first.type({ className: 'field-input', tag: 'input' }, '关于召开年会的通知');
  const phone = await phones.restart(first);
  await phone.tap({ text: '发通知' });
  expect(phone.text).toContain('关于召开年会的通知');
  await phone.tap({ text: /^发布$/ });
  expect(phone.page.route).toBe('features/notice/compose/index');
});
