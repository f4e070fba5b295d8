import { cloud, makeOffice, makeStaff, makeUnit } from '../support';
import { visit } from './support/browser';

it('goes to a region without two units: the few found first are shown, and the next step stays in sight', async () => {
  await makeOffice();
  for (let i = 1; i <= 12; i += 1)
    await makeUnit({
      name: `望川${i}矿有限公司`,
      region: '榆林',
      grams: ['wc', 'w'],
      initials: 'wck',
      pinyin: `wangchuan${i}`,
      sortKey: `wang chuan|${String(i).padStart(2, '0')}`,
    });
  const { openid } = await makeStaff('editor');
  const writer = await visit(openid, 'features/notice/compose/index');
  await writer.tap('联络组或按条件');
  await writer.tap('榆林');
  await writer.sees(/^将发给12家/);
  await writer.tap('＋ 除去几家不发的单位');
  const searches = writer.page.locator('input[placeholder="搜单位名称、拼音或首字母"]');
  await searches.nth(1).fill('wc');
  await writer.sees('只列出前8家，要找的不在里面，请再多输几个字');
  await writer.gone('望川9矿有限公司');
  await writer.tap('望川1矿有限公司');
  await writer.sees(/^将发给11家/);
  await writer.tap('望川2矿有限公司');
  await writer.sees(/^将发给10家/);
  await writer.sees('望川2矿有限公司 ✕');
  await writer.fits();
  expect(await cloud.find('notices', {})).toEqual([]);
});
