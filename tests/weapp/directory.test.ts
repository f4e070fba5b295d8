import { searchFields } from '@server/kit/search';
import { cloud, makeOffice, makeSeatedUnit } from '../support';
import { usePhones } from './support';

const phones = usePhones();

/** A unit that is found as a saved one is. */
const seated = (name: string) =>
  makeSeatedUnit({ name, ...searchFields({ name, short: '', region: '西安' }, name) });

test('the directory finds units as one types, with other liaisons’ numbers masked', async () => {
  await makeOffice();
  const { liaison } = await seated('示例甲矿业有限公司');
  await seated('样本乙能源有限公司');
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
  const { liaison } = await seated('示例甲矿业有限公司');
  await seated('样本乙能源有限公司');
  const phone = await phones.start({ openid: liaison.openid, url: '/pages/directory/index' });
  await cloud.script({ api: 'callFunction', function: 'api', times: 1, delayMs: 900 });
  phone.page.send(phone.find({ tag: 'input' }), 'input', { value: 'sljky' });
  await new Promise((resolve) => setTimeout(resolve, 450));
  await phone.type({ tag: 'input' }, 'ybyny');
  expect(phone.calls.filter((action) => action === 'directory.list')).toHaveLength(3);
  expect(phone.text).toContain('样本乙能源有限公司');
  expect(phone.text).not.toContain('示例甲矿业有限公司');
});

test('a list of twenty liaisons asks who is here once', async () => {
  await makeOffice();
  const { liaison } = await seated('示例甲矿业有限公司');
  for (let i = 0; i < 19; i += 1) await makeSeatedUnit();
  const phone = await phones.start({ openid: liaison.openid, url: '/pages/directory/index' });
  expect(phone.calls.filter((action) => action === 'me.get').length).toBeLessThanOrEqual(2);
});
