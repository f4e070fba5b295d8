import { presets } from '@contract/policy/presets';
import type { Contact } from '@contract/unit';
import { searchFields } from '@server/kit/search';
import type { Unit } from '@server/stores/units';
import {
  makeLiaison,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';

const spelled = (name: string, _id: string, over: Partial<Unit> = {}) => {
  const fields = { name, short: '', region: '西安', industry: '煤炭', ...over };
  return { _id, ...fields, ...searchFields(fields, _id) };
};

const contact = (over: Partial<Contact>): Contact => ({
  kind: 'liaison',
  name: '示例名册人',
  position: '干事',
  phone: '19900004321',
  landline: '',
  email: 'private@example.com',
  wechat: 'private-wechat',
  ...over,
});

describe('directory.list', () => {
  beforeEach(async () => void (await makeOffice({ preset: 'zhengzhou-it' })));

  it('is for staff and liaisons, not for strangers or those who left', async () => {
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const registering = await makePerson({ consents: [{ version: '2027-01', at: new Date() }] });
    for (const who of [stranger(), former, registering])
      expect(await who.fails('directory.list', {})).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{ search: 3 }, 'search', '搜索应为文字'],
    [{ search: '长'.repeat(31) }, 'search', '搜索最多30字'],
    [{ by: 'size' }, 'by', '排列方式不正确'],
    [{ region: { $ne: '' } }, 'region', '地区应为文字'],
    [{ post: 'king' }, 'post', '协会职务不正确'],
    [{ cursor: {} }, 'cursor', '翻页位置不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    expect(await (await makeStaff()).fails('directory.list', wrong)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('shows units and their liaisons in pinyin order, mobile numbers masked, to staff as to liaisons', async () => {
    const { liaison } = await makeSeatedUnit(spelled('示例中阳矿业公司', 'unit-z', { fax: '029-00001111' }));
    await makeUnit(spelled('示例安康矿业公司', 'unit-a', { landline: '029-00002222' }));
    await makeUnit({ ...spelled('示例白塔矿业公司', 'unit-b'), active: false });
    const common = {
      region: '西安',
      industry: '煤炭',
      post: 'ordinary',
      landline: '',
      fax: '',
      email: '',
      seats: [],
      unregistered: [],
    };
    const expected = {
      units: [
        { ...common, unitId: 'unit-a', name: '示例安康矿业公司', landline: '029-00002222' },
        {
          ...common,
          unitId: 'unit-z',
          name: '示例中阳矿业公司',
          fax: '029-00001111',
          seats: [
            {
              kind: 'main',
              name: '示例联络员',
              position: '办公室主任',
              phone: '199****1234',
              landline: '029-88880000',
            },
          ],
        },
      ],
      seatNames: { main: '主代表', deputy: '副代表' },
      next: null,
    };
    expect(await liaison.ask('directory.list', {})).toEqual(expected);
    expect(await (await makeStaff('finance')).ask('directory.list', {})).toEqual(expected);
    expect(await requestsOf('directory.list')).toHaveLength(3);
  });

  it('opens numbers to liaisons, not to staff, where the rulebook says so', async () => {
    const { liaison } = await makeSeatedUnit({ _id: 'unit-1' });
    const staff = await makeStaff();
    await makeUnit({ contacts: [contact({})] });
    const phones = async (who: typeof staff) => {
      const { units } = await who.ask('directory.list', {});
      return units.flatMap(({ seats, unregistered }) =>
        [...seats, ...unregistered].map(({ phone }) => phone),
      );
    };
    expect((await phones(liaison)).sort()).toEqual(['199****1234', '199****4321']);
    const { records } = presets['zhengzhou-it'];
    await (
      await makeStaff('admin')
    ).change('office.savePolicy', {
      changes: { records: { ...records, openDirectory: true } },
    });
    expect((await phones(liaison)).sort()).toEqual(['19900001234', '19900004321']);
    expect((await phones(staff)).sort()).toEqual(['199****1234', '199****4321']);
  });

  it('shows whom the roster names where nobody registered yet, masked, and no other contact', async () => {
    const staff = await makeStaff();
    const contacts = [
      contact({}),
      contact({ kind: 'deputy', name: '示例副手', phone: '' }),
      contact({ kind: 'head', name: '示例负责人' }),
    ];
    await makeUnit({ _id: 'unit-vacant', contacts });
    await makeSeatedUnit({ _id: 'unit-seated', contacts });
    const { units } = await staff.ask('directory.list', {});
    const named = Object.fromEntries(units.map((unit) => [unit.unitId, unit.unregistered]));
    expect(named['unit-vacant']).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f]{16}$/),
        kind: 'liaison',
        name: '示例名册人',
        position: '干事',
        phone: '199****4321',
        landline: '',
      },
      expect.objectContaining({ kind: 'deputy', name: '示例副手', phone: '' }),
    ]);
    expect(named['unit-seated']?.map(({ kind }) => kind)).toEqual(['deputy']);
  });

  it('goes by region, industry or post, and shows one class alone', async () => {
    const staff = await makeStaff();
    const rows: [string, string, string, Unit['post']][] = [
      ['示例安康矿业公司', '渭南', '洗选', 'ordinary'],
      ['示例白塔矿业公司', '安康', '煤炭', 'president'],
      ['示例大通矿业公司', '威南', '煤炭', 'council'],
      ['示例恩施矿业公司', '渭南', '煤炭', 'council'],
    ];
    for (const [i, [name, region, industry, post]] of rows.entries())
      await makeUnit({ ...spelled(name, `unit-${i}`, { region, industry, post }) });
    const ids = async (wish: object) =>
      (await staff.ask('directory.list', wish)).units.map(({ unitId }) => Number(unitId.slice(5)));
    expect(await ids({})).toEqual([0, 1, 2, 3]);
    // 威南 and 渭南 sound the same and stay apart.
    expect(await ids({ by: 'region' })).toEqual([1, 2, 0, 3]);
    expect(await ids({ by: 'industry' })).toEqual([1, 2, 3, 0]);
    expect(await ids({ by: 'post' })).toEqual([1, 2, 3, 0]);
    expect(await ids({ by: 'region', region: '渭南' })).toEqual([0, 3]);
    expect(await ids({ by: 'post', post: 'council' })).toEqual([2, 3]);
    expect(await ids({ by: 'region', industry: '煤炭' })).toEqual([1, 2, 3]);
    expect(await ids({ by: 'industry', search: '矿业', region: '渭南' })).toEqual([0, 3]);
  });

  it.each(['白塔', 'btky', 'BaiTa', '白塔矿业', '示例名册人', 'slmcr', '4321', '199 0000 4321'])(
    'finds by %s',
    async (search) => {
      const staff = await makeStaff();
      await makeUnit(spelled('示例白塔矿业公司', 'unit-b', { contacts: [contact({})] }));
      await makeUnit(spelled('示例中阳矿业公司', 'unit-z'));
      const { units } = await staff.ask('directory.list', { search });
      expect(units.map(({ unitId }) => unitId)).toEqual(['unit-b']);
    },
  );

  it('does not tell digits behind the mask by searching', async () => {
    const { liaison } = await makeSeatedUnit(
      spelled('示例白塔矿业公司', 'unit-b', { contacts: [contact({ phone: '19912344321' })] }),
    );
    for (const guess of ['44321', '94321', '12344321', '00004321'])
      expect((await liaison.ask('directory.list', { search: guess })).units).toHaveLength(1);
  });

  it('pages by sort key', async () => {
    const staff = await makeStaff();
    for (let i = 0; i < 25; i += 1)
      await makeUnit(spelled(`示例${String(i).padStart(2, '0')}矿业公司`, `unit-${i}`));
    const first = await staff.ask('directory.list', {});
    const second = await staff.ask('directory.list', { cursor: first.next ?? undefined });
    expect([first.units.length, second.units.length, second.next]).toEqual([20, 5, null]);
  });
});
