import { makeOffice, makeSeatedUnit } from '../support';
import { usePhones } from './support';

const phones = usePhones();

test('the directory finds units as one types, with other liaisons’ numbers masked', async () => {
  await makeOffice();
  const { liaison } = await makeSeatedUnit({ name: '示例甲矿业有限公司', initials: 'sljky', grams: ['甲', '矿', 's', 'sl', 'slj'] });
  await makeSeatedUnit({ name: '样本乙能源有限公司', initials: 'ybyny', grams: ['乙', '能', 'y', 'yb', 'yby'] });
  const phone = await phones.start({ openid: liaison.openid });
  await phone.tab('/pages/directory/index');
  expect(phone.text).toContain('示例甲矿业有限公司');
  expect(phone.text).toContain('样本乙能源有限公司');
  expect(phone.text).toContain('199****1234');
  expect(phone.text).not.toContain('19900001234');

  await phone.type({ tag: 'input' }, 'yby');
  expect(phone.text).toContain('样本乙能源有限公司');
  expect(phone.text).not.toContain('示例甲矿业有限公司');

  await phone.type({ tag: 'input' }, 'zzz');
  expect(phone.text).toContain('没有找到这样的单位');
  await phone.tap({ text: '清除' });
  expect(phone.text).toContain('示例甲矿业有限公司');
});

test('a slow answer to an earlier search does not replace the later one', async () => {
  await makeOffice();
  const { liaison } = await makeSeatedUnit({ name: '示例甲矿业有限公司', grams: ['甲', 's', 'sl'] });
  await makeSeatedUnit({ name: '样本乙能源有限公司', grams: ['乙', 'y', 'yb'] });
  const phone = await phones.start({ openid: liaison.openid, url: '/pages/directory/index' });
  await phone.type({ tag: 'input' }, 'sl');
  await phone.type({ tag: 'input' }, 'yb');
  expect(phone.text).toContain('样本乙能源有限公司');
  expect(phone.text).not.toContain('示例甲矿业有限公司');
});
