import { searchFields } from '@server/kit/search';
import {
  cloud,
  later,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';

const named = (name: string, short = '', over: object = {}) => {
  const _id = `unit-${name}`.replace(/[^\w-]/g, (c) => c.charCodeAt(0).toString(36));
  const fields = { name, short, region: '西安', ...over };
  return makeUnit({ _id, ...fields, ...searchFields(fields, _id) });
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
    [{ left: 1 }, 'left', '只看已退会应为是或否'],
    [{ region: '长'.repeat(21) }, 'region', '地区最多20字'],
    [{ post: 'king' }, 'post', '协会职务不正确'],
    [{ tag: ['a'] }, 'tag', '标签应为文字'],
    [{ cursor: 'x'.repeat(301) }, 'cursor', '翻页位置不正确'],
    [{ cursor: 'shi li #unit-1', vacant: true }, 'cursor', '翻页位置不正确'],
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
      industry: '煤炭',
      post: 'ordinary',
      tags: [],
      liaison: '示例联络员',
      vacantDays: null,
      leftOn: null,
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

  describe('filters', () => {
    const classes = (
      region: string,
      industry: string,
      post: 'council' | 'ordinary',
      tags: string[] = [],
    ) => ({
      region,
      industry,
      post,
      tags,
    });
    beforeEach(async () => {
      await named('安康一号煤矿', '', classes('安康', '煤炭', 'council', ['重点', '骨干']));
      await named('安康二号煤矿', '', classes('安康', '洗选', 'ordinary', ['重点']));
      await named('渭南一号煤矿', '', classes('渭南', '煤炭', 'ordinary'));
      // Sounds the same, is another place.
      await named('威南一号煤矿', '', classes('威南', '煤炭', 'council', ['骨干']));
    });

    it.each([
      [{ region: '安康' }, ['安康二号煤矿', '安康一号煤矿'], 'active_regionPlace'],
      [{ region: '渭南' }, ['渭南一号煤矿'], 'active_regionPlace'],
      [{ region: '没有' }, [], 'active_regionPlace'],
      [{ industry: '煤炭' }, ['安康一号煤矿', '威南一号煤矿', '渭南一号煤矿'], 'active_industryPlace'],
      [{ post: 'council' as const }, ['安康一号煤矿', '威南一号煤矿'], 'active_postPlace'],
      [{ tag: '重点' }, ['安康二号煤矿', '安康一号煤矿'], 'active_tags_sortKey'],
      [{ tag: '重' }, [], 'active_tags_sortKey'],
      [{ region: '安康', industry: '煤炭' }, ['安康一号煤矿'], 'active_regionPlace'],
      [{ industry: '煤炭', post: 'council' as const, tag: '骨干' }, ['安康一号煤矿', '威南一号煤矿'], null],
      [{ search: '一号', region: '渭南' }, ['渭南一号煤矿'], 'active_grams_sortKey'],
      [{ search: '煤矿', post: 'council' as const, tag: '骨干' }, ['安康一号煤矿', '威南一号煤矿'], null],
    ])('%j', async (wish, names, index) => {
      const { units } = await (await makeStaff()).ask('unit.list', wish);
      expect(units.map(({ name }) => name)).toEqual(names);
      const asked = (await cloud.invocations()).at(-1)?.requests.at(-1);
      expect(asked).toMatchObject({ served: true });
      if (index) expect(asked?.index).toBe(index);
    });

    it('shows those that left apart, searched as well', async () => {
      const staff = await makeStaff();
      const left = { at: later(-3), on: '2026-11-20', reason: '企业注销', by: '示例秘书' };
      await named('安康三号煤矿', '', { region: '安康', active: false, left });
      expect((await staff.ask('unit.list', { left: true })).units).toMatchObject([
        { name: '安康三号煤矿', leftOn: '2026-11-20', liaison: null, vacantDays: null },
      ]);
      expect((await staff.ask('unit.list', { left: true, search: '渭南' })).units).toEqual([]);
      const members = await staff.ask('unit.list', { region: '安康' });
      expect(members.units.map(({ leftOn }) => leftOn)).toEqual([null, null]);
    });

    it('lists the longest without liaison first, and loses none of those of one moment over the pages', async () => {
      const staff = await makeStaff();
      await named('最早空缺煤矿', '', { vacantSince: later(-40) });
      await named('安康新近煤矿', '', { vacantSince: later(-2) });
      for (let i = 0; i < 120; i += 1)
        await named(`导入${String(i).padStart(3, '0')}煤矿公司`, '', { vacantSince: later(-20) });
      const seen: { name: string; vacantDays: number | null }[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await staff.ask('unit.list', { vacant: true, cursor });
        seen.push(...page.units);
        if (!page.next) break;
        cursor = page.next;
      }
      const days = seen.map(({ vacantDays }) => vacantDays ?? -1);
      expect(days).toEqual([...days].sort((a, b) => b - a));
      expect(seen[0]).toMatchObject({ name: '最早空缺煤矿', vacantDays: 40 });
      expect(new Set(seen.map(({ name }) => name)).size).toBe(126);
      expect(seen).toHaveLength(126);
      expect(seen[121]?.name).toBe('安康新近煤矿');
    });
  });

  describe('search', () => {
    it('finds by people and by the last digits of a number, without telling the digits behind the mask', async () => {
      const contact = { position: '', landline: '', email: '', wechat: '' };
      await named('白水示例煤矿', '', {
        contacts: [{ ...contact, kind: 'finance', name: '示例会计', phone: '19912345678' }],
        landline: '0913-0000321',
      });
      await named('示例2025矿业', '', {});
      const staff = await makeStaff();
      const find = async (search: string) =>
        (await staff.ask('unit.list', { search })).units.map(({ name }) => name);
      const finds: [string, string[]][] = [
        ['示例会计', ['白水示例煤矿']],
        ['slkj', ['白水示例煤矿']],
        ['kuaiji', ['白水示例煤矿']],
        ['5678', ['白水示例煤矿']],
        ['45678', ['白水示例煤矿']],
        ['95678', ['白水示例煤矿']],
        ['199 1234 5678', ['白水示例煤矿']],
        ['18812345678', []],
        ['4567', []],
        ['0913-0000321', ['白水示例煤矿']],
        ['0321', ['白水示例煤矿']],
        ['00000321', []],
        ['2025', ['示例2025矿业']],
      ];
      for (const [search, names] of finds) expect([search, await find(search)]).toEqual([search, names]);
    });

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
