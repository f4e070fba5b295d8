import { searchFields } from '@server/kit/search';
import { cloud, makeSeatedUnit, makeStaff, makeUnit, requestsOf, stranger } from '../../support';

const unitIn = (region: string, industry = '煤炭', over: object = {}) => {
  const id = `unit-${Math.abs([...`${region}${industry}`].reduce((n, c) => n * 31 + c.charCodeAt(0), 7) % 1e9)}`;
  const fields = { name: `示例${region}${industry}公司`, short: '', region, industry };
  return makeUnit({ _id: id, ...fields, ...searchFields(fields, id), ...over });
};

describe('directory.classes', () => {
  it('is for staff and liaisons, and names a field that is wrong', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('directory.classes', { of: 'region' })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('directory.classes', { of: 'post' })).toEqual({
      code: 'invalid',
      field: 'of',
      message: '请选择地区或行业',
    });
    expect((await liaison.ask('directory.classes', { of: 'region' })).names).toEqual(['西安']);
  });

  it('names each region and industry of the members once, in pinyin order, same sounds apart', async () => {
    const staff = await makeStaff();
    for (const region of ['渭南', '安康', '威南']) await unitIn(region);
    await unitIn('渭南', '洗选');
    await unitIn('咸阳', '电力', { active: false });
    expect(await staff.ask('directory.classes', { of: 'region' })).toEqual({
      names: ['安康', '威南', '渭南'],
      more: false,
    });
    expect((await staff.ask('directory.classes', { of: 'industry' })).names).toEqual(['煤炭', '洗选']);
  });

  it('leaps over the units of a class, reading one of each, and stops at forty', async () => {
    const staff = await makeStaff();
    const names = [
      ...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥金木水火土日月星云雨风雷山川江河湖海天地人和',
    ];
    for (const name of names) await unitIn(`示${name}市`);
    const { names: shown, more } = await staff.ask('directory.classes', { of: 'region' });
    expect([shown.length, more]).toEqual([40, true]);
    expect(await requestsOf('directory.classes')).toHaveLength(42);
    const requests = (await cloud.invocations()).at(-1)?.requests ?? [];
    expect(Math.max(...requests.map(({ scanned }) => scanned))).toBe(1);
  });
});
