import { searchFields } from '@server/kit/search';
import {
  makeLiaison,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';

const spelled = (name: string, _id: string) => ({
  _id,
  name,
  ...searchFields({ name, short: '', region: '西安' }, _id),
});

describe('directory.list', () => {
  it('is for staff and liaisons, not for strangers or those who left', async () => {
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const registering = await makePerson({ consents: [{ version: '2026-11', at: new Date() }] });
    for (const who of [stranger(), former, registering])
      expect(await who.fails('directory.list', {})).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{ search: 3 }, 'search', '搜索应为文字'],
    [{ search: '长'.repeat(31) }, 'search', '搜索最多30字'],
    [{ cursor: {} }, 'cursor', '翻页位置不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    expect(await (await makeStaff()).fails('directory.list', wrong)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('shows units and their liaisons in pinyin order, mobile numbers masked, to staff as to liaisons', async () => {
    const { liaison } = await makeSeatedUnit(spelled('示例中阳矿业公司', 'unit-z'));
    await makeUnit(spelled('示例安康矿业公司', 'unit-a'));
    await makeUnit({ ...spelled('示例白塔矿业公司', 'unit-b'), active: false });
    const expected = [
      { unitId: 'unit-a', name: '示例安康矿业公司', region: '西安', seats: [] },
      {
        unitId: 'unit-z',
        name: '示例中阳矿业公司',
        region: '西安',
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
    ];
    expect(await liaison.ask('directory.list', {})).toEqual({ units: expected, next: null });
    expect(await (await makeStaff('finance')).ask('directory.list', {})).toEqual({
      units: expected,
      next: null,
    });
    expect(await requestsOf('directory.list')).toHaveLength(2);
  });

  it.each(['白塔', 'btky', 'BaiTa', '白塔矿业'])('finds by %s', async (search) => {
    const staff = await makeStaff();
    await makeUnit(spelled('示例白塔矿业公司', 'unit-b'));
    await makeUnit(spelled('示例中阳矿业公司', 'unit-z'));
    const { units } = await staff.ask('directory.list', { search });
    expect(units.map(({ unitId }) => unitId)).toEqual(['unit-b']);
  });

  it('pages by sort key', async () => {
    const staff = await makeStaff();
    for (let i = 0; i < 55; i += 1)
      await makeUnit(spelled(`示例${String(i).padStart(2, '0')}矿业公司`, `unit-${i}`));
    const first = await staff.ask('directory.list', {});
    const second = await staff.ask('directory.list', { cursor: first.next ?? undefined });
    expect([first.units.length, second.units.length, second.next]).toEqual([50, 5, null]);
  });
});
