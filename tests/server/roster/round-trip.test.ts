import JSZip from 'jszip';
import { natures, posts, type Contact } from '@contract/unit';
import { searchFields } from '@server/kit/search';
import { cloud, makeOffice, makeSeatedUnit, makeStaff, makeUnit } from '../../support';
import { committed, planned, rowsOf } from './books';

type Staff = Awaited<ReturnType<typeof makeStaff>>;

const person = (kind: Contact['kind'], name: string, over: Partial<Contact> = {}): Contact => ({
  kind,
  name,
  position: '',
  phone: '',
  landline: '',
  email: '',
  wechat: '',
  ...over,
});

/** As offices have them: numbers that begin with 0 or +, words like formulas, blanks or headers, several lines in a field. */
const UNITS: { name: string; [field: string]: unknown }[] = [
  {
    name: '示例甲（集团）有限责任公司',
    short: '007',
    address: '示例省示例市\n示例路１号\r\n示例大厦　３层',
    postCode: '010020',
    creditCode: '012345678901234',
    legalRep: '无',
    landline: '+86 29-8888 0000转８',
    fax: '/',
    website: '—',
    email: 'office@example.com',
    tags: ['007', '+86', '=1+1', '重点（省级）', "'引号", '一、二'],
    joinedOn: '1998-12-31',
    hosts: ['association', 'society'],
    contacts: [
      person('liaison', '示例甲', { phone: '13900000001', position: '主任\n兼科长' }),
      person('liaison', '示例甲', { phone: '13900000002' }),
      person('deputy', '示例乙', { landline: '+86 139 0000 0003' }),
      person('head', '欧阳 示例', { position: '董事长、总经理', email: 'a@example.com；b@example.com' }),
      person('finance', 'Demo O’Neil', { wechat: '0123456789', landline: '０２９－８８８８００００' }),
      person('other', '示例甲', { landline: '13900000004/13900000005' }),
      person('other', '无', { position: '暂无' }),
    ],
  },
  {
    name: '示例乙第007号矿',
    short: '示例丙仪表有限公司',
    region: '１２３',
    industry: '2019-05-01',
    tags: [],
  },
  { name: '示例丙仪表有限公司', region: '西安（高新区）', address: '1.39E+10', joinedOn: '2024-02-29' },
  {
    name: '示例丁 ABC Co., Ltd.（西安）',
    region: '合计',
    address: '注：见上',
    landline: '-',
    tags: ['重点'],
  },
  {
    name: '单位名称有限公司',
    short: '联络员',
    region: '榆林市',
    industry: '电话',
    legalRep: '=HYPERLINK("a")',
  },
  {
    name: '示例戊（01）矿',
    short: '示例己',
    region: '榆林市',
    tags: ['重点'],
    address: '_x000d_示例\t路\r_x0041_\u0001号',
  },
];

async function office(): Promise<Staff> {
  await makeOffice();
  const staff = await makeStaff();
  const allNatures = Object.keys(natures) as (keyof typeof natures)[];
  const allPosts = Object.keys(posts) as (keyof typeof posts)[];
  for (const [i, unit] of UNITS.entries()) {
    const nature = allNatures[i % allNatures.length] ?? 'private';
    await staff.change('unit.save', {
      nature,
      stateLevel: nature === 'state' ? 'county' : null,
      address: '示例路1号',
      postCode: '000001',
      hosts: ['society'],
      region: '西安',
      industry: '煤炭',
      post: allPosts[i % allPosts.length] ?? 'ordinary',
      ...unit,
    });
  }
  return staff;
}

/** Both seats taken, and people of the same kinds named in the file as well. */
async function twoLiaisons(region: string): Promise<string> {
  const _id = `unit-of-two-${region === '西安' ? 1 : 2}`;
  const since = new Date('2026-01-01T00:00:00Z');
  const seat = { position: '办公室主任', phone: '19900001234', numbers: [], since };
  const unit = {
    name: `示例${region}双联络员有限公司`,
    short: '',
    region,
    tags: ['重点'],
    seats: {
      main: {
        ...seat,
        kind: 'main' as const,
        openid: `${_id}-a`,
        name: '示例正',
        landline: '',
        filingId: 'f-a',
      },
      deputy: {
        ...seat,
        kind: 'deputy' as const,
        openid: `${_id}-b`,
        name: '示例副（代）',
        landline: '+86-29-8888',
        filingId: 'f-b',
      },
    },
    contacts: [person('liaison', '示例前任', { phone: '13900000009' }), person('deputy', '示例副手')],
  };
  await makeSeatedUnit({ ...unit, _id, ...searchFields(unit, _id) });
  return unit.name;
}

/** The plan of the own export of these units, and every row of it that is not 无变化. */
async function roundTrip(staff: Staff, filter: object = {}) {
  const out = await staff.change('roster.export', { kind: 'roster', ...filter });
  const plan = await planned(staff, Buffer.from(await (await fetch(out.url)).arrayBuffer()));
  const kinds = ['new', 'changed', 'suspect', 'wrong', 'skipped'] as const;
  const others = await Promise.all(kinds.map((kind) => rowsOf(staff, plan.importId, kind)));
  return { ...plan, units: out.units, others: others.flat() };
}

const unitsNow = () =>
  cloud
    .find('units', {})
    .then((units) => units.sort((a, b) => (a._id as string).localeCompare(b._id as string)));

describe('our own roster read in again', () => {
  it('is 无变化 entirely, two liaisons a unit or none, and importing it writes nothing', async () => {
    const staff = await office();
    await twoLiaisons('西安');
    await twoLiaisons('榆林市');
    const before = await unitsNow();
    const { units, others, counts, importId, version } = await roundTrip(staff);
    expect(others).toEqual([]);
    expect(units).toBe(UNITS.length + 2);
    expect(counts.unchanged).toBe(units);
    expect(await committed(staff, importId, version)).toMatchObject({ added: 0, changed: 0, leftCount: 0 });
    expect(await unitsNow()).toEqual(before);
  });

  it.each([
    { filter: { tag: '重点' }, names: 4 },
    { filter: { region: '榆林市' }, names: 3 },
    { filter: { vacant: true }, names: 6 },
    { filter: { search: '双联络员' }, names: 2 },
    { filter: { region: '榆林市', tag: '重点', vacant: true }, names: 1 },
  ])('is 无变化 for a list filtered by $filter', async ({ filter, names }) => {
    const staff = await office();
    await twoLiaisons('西安');
    await twoLiaisons('榆林市');
    const { units, others, counts } = await roundTrip(staff, filter);
    expect(others).toEqual([]);
    expect([units, counts.unchanged]).toEqual([names, names]);
  });

  it('leaves out units that left, also where another took the name since', async () => {
    const staff = await office();
    const leave = async (name: string) => {
      const [unit] = await cloud.find('units', { name, active: true });
      await staff.change('unit.leave', { unitId: unit?._id as string, on: '2026-11-20', reason: '示例' });
    };
    await leave('示例丙仪表有限公司');
    await leave('单位名称有限公司');
    await staff.change('unit.save', {
      name: '单位名称有限公司',
      nature: 'private',
      address: '示例路2号',
      postCode: '000002',
      hosts: ['association'],
      region: '西安',
      industry: '电力',
      post: 'ordinary',
    });
    const { units, others, counts } = await roundTrip(staff);
    expect(others).toEqual([]);
    expect([units, counts.unchanged]).toEqual([UNITS.length - 1, UNITS.length - 1]);
  });

  it('holds nothing another program would read otherwise, such as the escape of a line of Windows', async () => {
    const staff = await office();
    const out = await staff.change('roster.export', { kind: 'roster' });
    const zip = await JSZip.loadAsync(await (await fetch(out.url)).arrayBuffer());
    const xml = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    const words = ((await zip.file('xl/sharedStrings.xml')?.async('string')) ?? '') + xml;
    expect(words).toContain('示例省示例市\n示例路１号\n示例大厦　３层');
    expect(words).toContain('＿x000d_示例\t路\n＿x0041_ 号');
    expect(words).not.toMatch(/(?<!＿)_x[0-9a-f]{4}_/i);
  });

  it('as 通信联络表 names nobody who is not registered 未登记 by position', async () => {
    await makeOffice();
    const staff = await makeStaff();
    await makeUnit({ contacts: [person('liaison', '示例丁', { phone: '13900000001' })] });
    await makeUnit();
    const { others, counts } = await roundTrip(staff, { kind: 'directory' });
    expect(others).toEqual([]);
    expect(counts.unchanged).toBe(2);
  });
});
