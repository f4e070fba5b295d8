import { searchFields } from '@server/kit/search';
import { cloud, makeOffice, makeSeatedUnit, makeStaff, makeUnit, requestsOf, stranger } from '../../support';

const named = (name: string, short = '', over: object = {}) => {
  const _id = `unit-${name}`.replace(/[^\w-]/g, (c) => c.charCodeAt(0).toString(36));
  return makeUnit({ _id, name, short, ...searchFields({ name, short, region: '西安' }, _id), ...over });
};

describe('unit.list', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for staff', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('unit.list', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('unit.list', {})).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [{ search: '长'.repeat(31) }, 'search', '搜索最多30字'],
    [{ search: { $gt: '' } }, 'search', '搜索应为文字'],
    [{ vacant: 'yes' }, 'vacant', '只看无联络员应为是或否'],
    [{ cursor: 'x'.repeat(301) }, 'cursor', '翻页位置不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    expect(await (await makeStaff()).fails('unit.list', wrong)).toEqual({ code: 'invalid', field, message });
  });

  it('lists active units in pinyin order, a shorter name before a longer one', async () => {
    const staff = await makeStaff('finance');
    await named('中阳煤业公司');
    await named('安康煤矿机械厂');
    await named('安康煤矿');
    await named('阿尔法煤业', '', { active: false });
    const { unit } = await makeSeatedUnit({
      _id: 'seated-1',
      name: '铜川示例煤矿',
      sortKey: 'tong chuan #seated-1',
    });
    const { units, next } = await staff.ask('unit.list', {});
    expect(units.map(({ name }) => name)).toEqual(['安康煤矿', '安康煤矿机械厂', unit.name, '中阳煤业公司']);
    expect(units[2]).toEqual({
      unitId: 'seated-1',
      name: '铜川示例煤矿',
      region: '西安',
      post: 'ordinary',
      liaison: '示例联络员',
    });
    expect(next).toBeNull();
    expect(await requestsOf('unit.list')).toHaveLength(2);
  });

  it('pages by sort key and misses none', async () => {
    const staff = await makeStaff();
    for (let i = 0; i < 103; i += 1) await named(`示例${String(i).padStart(3, '0')}矿业公司`);
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await staff.ask('unit.list', { cursor });
      seen.push(...page.units.map(({ unitId }) => unitId));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(103);
    expect(seen).toHaveLength(103);
  });

  it('shows only units without liaison when asked, alone and with a search', async () => {
    const staff = await makeStaff();
    await named('安康一号煤矿');
    await named('安康二号煤矿', '', { seated: true });
    expect((await staff.ask('unit.list', { vacant: true })).units.map(({ name }) => name)).toEqual([
      '安康一号煤矿',
    ]);
    const found = await staff.ask('unit.list', { vacant: true, search: '安康' });
    expect(found.units.map(({ name }) => name)).toEqual(['安康一号煤矿']);
  });

  describe('search', () => {
    beforeEach(async () => {
      await named('陕西青岚煤业化工（集团）有限公司', '青岚煤化');
      await named('西安市长安区示例煤矿');
      await named('吕梁绿源能源有限公司');
      await named('ABC矿山设备3M公司');
      await named('示例.*号煤矿');
    });
    const find = async (search: string) => {
      const staff = await makeStaff();
      return (await staff.ask('unit.list', { search })).units.map(({ name }) => name);
    };
    const QINGLAN = '陕西青岚煤业化工（集团）有限公司';
    const CHANGAN = '西安市长安区示例煤矿';
    const LVLIANG = '吕梁绿源能源有限公司';
    const ABC = 'ABC矿山设备3M公司';
    const DOTS = '示例.*号煤矿';

    it.each([
      ['青', [QINGLAN]],
      ['青岚', [QINGLAN]],
      ['青岚煤业', [QINGLAN]],
      ['青岚煤化', [QINGLAN]],
      ['岚青', []],
      ['（集团）', [QINGLAN]],
      ['(集团)', [QINGLAN]],
      ['示例', [DOTS, CHANGAN]],
      ['示例.*号', [DOTS]],
      ['示例.', [DOTS]],
      ['qlmyhg', [QINGLAN]],
      ['QLMH', [QINGLAN]],
      ['q', [QINGLAN, CHANGAN]],
      ['sxql', [QINGLAN]],
      ['qinglan', [QINGLAN]],
      ['Qing Lan', [QINGLAN]],
      ['inglan', []],
      ['qingl', [QINGLAN]],
      ['changan', [CHANGAN]],
      ['xianshi', [CHANGAN]],
      ['lvyuan', [LVLIANG]],
      ['abc', [ABC]],
      ['3m', [ABC]],
      ['ａｂｃ矿山', [ABC]],
      ['abckssb', [ABC]],
      ['kuangshan', [ABC]],
      ['.*', []],
      ['(', []],
      ['[a-z', []],
      ['$gt:', []],
      ['\\', []],
    ])('%s', async (search, names) => {
      expect(await find(search)).toEqual(names);
    });

    it('pages within what was found', async () => {
      const staff = await makeStaff();
      for (let i = 0; i < 60; i += 1) await named(`榆林${String(i).padStart(3, '0')}矿业公司`);
      const page = await staff.ask('unit.list', { search: 'yulin' });
      const rest = await staff.ask('unit.list', { search: 'yulin', cursor: page.next ?? undefined });
      expect([page.units.length, rest.units.length, rest.next]).toEqual([50, 10, null]);
    });

    it('reads through the index only what it looks at', async () => {
      const staff = await makeStaff();
      for (let i = 0; i < 300; i += 1) await named(`榆林${String(i).padStart(3, '0')}矿业公司`);
      await staff.ask('unit.list', { search: '青岚煤业' });
      const last = (await cloud.invocations()).at(-1);
      expect(last?.requests.at(-1)).toMatchObject({
        index: 'active_grams_sortKey',
        served: true,
        scanned: 1,
      });
    });
  });
});
