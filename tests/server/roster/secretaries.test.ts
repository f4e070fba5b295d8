import { utils, write } from '@e965/xlsx';
import { cloud, makeOffice, makeStaff, makeUnit } from '../../support';
import { bookOf, committed, planned, rowsOf, sheetOf } from './books';

/** Whole workbooks the way secretaries keep them; each taught the import something. */

type Value = string | number | null;
type Staff = Awaited<ReturnType<typeof makeStaff>>;
let staff: Staff;

beforeEach(async () => {
  await makeOffice({ hosts: [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }] });
  staff = await makeStaff();
});

const HEAD = ['单位名称', '性质', '地址', '邮编', '地区', '行业', '联络员', '职务', '联系方式'];
const unit = (name: string) => `示例${name}矿业有限公司`;
const row = (name: string, liaison: string, position: string, phone: Value): Value[] => [
  unit(name),
  '民营',
  '示例路1号',
  '710000',
  '西安',
  '煤炭',
  liaison,
  position,
  phone,
];

/** What stands in the files of the units afterwards: unit → people as `kind name position phone landline`. */
async function people(bytes: Buffer): Promise<Record<string, string[]>> {
  const { importId, version } = await planned(staff, bytes);
  expect(await rowsOf(staff, importId, 'wrong')).toEqual([]);
  await committed(staff, importId, version);
  const units = (await cloud.find('units', {})) as unknown as {
    name: string;
    contacts: Record<'kind' | 'name' | 'position' | 'phone' | 'landline', string>[];
  }[];
  return Object.fromEntries(
    units.map(({ name, contacts }) => [
      name.replace(/^示例|矿业有限公司$/g, ''),
      contacts.map(({ kind, name: who, position, phone, landline }) =>
        [kind, who, position, phone, landline].filter(Boolean).join(' '),
      ),
    ]),
  );
}

it('titles, a header in row 5, numbers beginning again under each region, subtotals and a total', async () => {
  const head = ['序号', '单位名称', '单位性质', '通讯地址', '邮编', '行业', '联络员', '手机'];
  const line = (n: number, name: string, phone: number): Value[] => [
    n,
    unit(name),
    '民营企业',
    '示例路1号',
    '710000',
    '煤炭',
    '张某',
    phone,
  ];
  const rows: Value[][] = [
    ['示例协会会员单位联络员一览表'],
    ['（2026年度）'],
    ['填报单位：示例协会秘书处', null, null, null, null, null, '填报时间：2026.11'],
    [],
    head,
    ['一、关中片区（2家）'],
    line(1, '甲', 13900001111),
    line(2, '乙丙丁', 13900001112),
    ['小计', '2家'],
    ['（二）榆林市：'],
    line(1, '戊', 13900001113),
    ['小计', null, null, null, null, null, null, 1],
    ['合计：3家'],
  ];
  const bytes = bookOf({ 名册: sheetOf(rows, ['A1:H1', 'A2:H2', 'A6:H6', 'A10:H10', 'A13:H13']) });
  const { importId, version, counts } = await planned(staff, bytes);
  expect(counts).toMatchObject({ new: 3, wrong: 0 });
  expect((await rowsOf(staff, importId, 'new')).map(({ notes }) => notes.join())).toEqual([
    '地区按上面的小标题“关中片区”填写',
    '地区按上面的小标题“关中片区”填写',
    '地区按上面的小标题“榆林市”填写',
  ]);
  await committed(staff, importId, version);
  const regions = (await cloud.find('units', {})).map(({ name, region }) => [name, region]);
  expect(regions).toEqual([
    [unit('甲'), '关中片区'],
    [unit('乙丙丁'), '关中片区'],
    [unit('戊'), '榆林市'],
  ]);
  // A line over a part says nothing new of a unit that is there.
  await cloud.clock.advance(1000);
  const known = bookOf({
    名册: sheetOf(rows.map((one) => (one[0] === '（二）榆林市：' ? ['西安市'] : one))),
  });
  expect((await planned(staff, known)).counts).toMatchObject({ unchanged: 3, changed: 0 });
});

it('two people and several numbers in one cell, in every way they are parted', async () => {
  expect(
    await people(
      bookOf({
        名册: [
          HEAD,
          row('甲', '张某、李某', '主任、科员', '13900001111、13900001112'),
          row('乙丙', '张某\n李某', '主任\n科员', '13900001111\n13900001112'),
          row('丁戊', '张某/李某', '主任/科员', '029-88881234/13900001112'),
          row('己庚', '张某', '主任', '(029)88881234转8001，手机13900001111'),
          row('辛壬', '张某 13900001111（微信同号）', '', ''),
          row('癸子', '张某（主）、李某（副）', '', '13900001111 13900001112'),
          row('丑寅', '张某：13900001111\n李某：13900001112', '', ''),
          row('卯辰', '张某 办公室主任', '', '88881234'),
        ],
      }),
    ),
  ).toEqual({
    甲: ['liaison 张某 主任 13900001111', 'deputy 李某 科员 13900001112'],
    乙丙: ['liaison 张某 主任 13900001111', 'deputy 李某 科员 13900001112'],
    丁戊: ['liaison 张某 主任 029-88881234', 'deputy 李某 科员 13900001112'],
    己庚: ['liaison 张某 主任 13900001111 (029)88881234转8001'],
    辛壬: ['liaison 张某 13900001111'],
    癸子: ['liaison 张某 13900001111', 'deputy 李某 13900001112'],
    丑寅: ['liaison 张某 13900001111', 'deputy 李某 13900001112'],
    卯辰: ['liaison 张某 办公室主任 88881234'],
  });
});

it('the second person in a row of its own without the unit’s name', async () => {
  const second = [null, null, null, null, null, null, '李某', '科员', '13900001112'];
  const bytes = bookOf({
    名册: [
      HEAD,
      row('甲', '张某', '主任', 13900001111),
      second,
      [],
      ['', null, null, null, null, null, '孤某'],
    ],
  });
  const { importId, counts } = await planned(staff, bytes);
  // Behind an empty row nobody can tell whose it is.
  expect(counts).toMatchObject({ new: 1, wrong: 1 });
  const [fresh] = await rowsOf(staff, importId, 'new');
  expect(fresh?.notes.join()).toContain('第3行没有单位名称，当作这家单位的另一个人');
  expect(await people(bookOf({ 名册: [HEAD, row('甲', '张某', '主任', 13900001111), second] }))).toEqual({
    甲: ['liaison 张某 主任 13900001111', 'deputy 李某 科员 13900001112'],
  });
});

it('numbers Excel shows with an exponent, and one it cut for good', async () => {
  const sheet = sheetOf([
    HEAD,
    row('甲', '张某', '', 13900001111),
    row('乙丙', '张某', '', '1.3900001112E+10'),
    row('丁戊', '张某', '', '1.39E+10'),
  ]);
  sheet.I2 = { t: 'n', v: 13900001111, z: '0.00E+00' };
  const { importId, version, counts } = await planned(staff, bookOf({ 名册: sheet }));
  expect(counts).toMatchObject({ new: 2, wrong: 1 });
  expect((await rowsOf(staff, importId, 'wrong'))[0]?.reason).toBe(
    '联络员手机“1.39E+10”被Excel写成了科学计数，少了后几位；请把这一列设成文本后重填',
  );
  await committed(staff, importId, version);
  const phones = (await cloud.find('units', {})).map(
    ({ contacts }) => (contacts as { phone: string }[])[0]?.phone,
  );
  expect(phones).toEqual(['13900001111', '13900001112']);
});

it.each<[Value, string | null]>([
  ['2018.3.5', '2018-03-05'],
  ['2018年3月', '2018-03-01'],
  [43101, '2018-01-01'],
  ['无', null],
  ['2018年3月5日入会', '2018-03-05'],
  ['2018年批准入会', '2018-01-01'],
  ['2018、3、5', '2018-03-05'],
  ['18.3.5', '2018-03-05'],
  ['2018/3/5 0:00', '2018-03-05'],
])('a day of joining written %s', async (typed, day) => {
  const bytes = bookOf({
    名册: [
      [...HEAD, '入会时间'],
      [...row('甲', '张某', '', ''), typed],
    ],
  });
  const { importId, version, counts } = await planned(staff, bytes);
  expect(counts).toMatchObject({ new: 1, wrong: 0 });
  await committed(staff, importId, version);
  expect(await cloud.find('units', {})).toMatchObject([{ joinedOn: day }]);
});

it('a header with remarks in brackets, the post code behind the address, the post behind the name', async () => {
  const bytes = bookOf({
    名册: [
      [
        '单位名称（公章）',
        '企业性质（国有/民营）',
        '地址（邮编）',
        '所在地',
        '主营业务',
        '联络人及职务',
        '联系电话（手机）',
        '电子信箱',
        '会内职务',
      ],
      [
        unit('甲'),
        '民营',
        '示例省示例市示例路1号（710000）',
        '西安',
        '煤炭',
        '张某 办公室主任',
        '13900001111',
        'demo@example.com',
        '副会长单位',
      ],
    ],
  });
  expect(await people(bytes)).toEqual({ 甲: ['liaison 张某 办公室主任 13900001111'] });
  expect(await cloud.find('units', {})).toMatchObject([
    { address: '示例省示例市示例路1号', postCode: '710000', post: 'vice-president', industry: '煤炭' },
  ]);
  expect((await planned(staff, bytes)).counts).toMatchObject({ unchanged: 1 });
});

it.each([
  [['联络员1', '电话1', '联络员2', '电话2']],
  [['主联络员', '主联络员手机', '副联络员', '副联络员手机']],
  [['第一联络员', '手机', '第二联络员', '手机']],
])('two liaisons beside each other under %j', async (titles) => {
  const first = row('甲', '', '', '').slice(0, 6);
  const bytes = bookOf({
    名册: [
      [...HEAD.slice(0, 6), ...titles],
      [...first, '张某', '13900001111', '李某', 13900001112],
    ],
  });
  expect(await people(bytes)).toEqual({ 甲: ['liaison 张某 13900001111', 'deputy 李某 13900001112'] });
});

it('a header of three rows, empty columns between, and a table that begins in the third', async () => {
  const three = sheetOf(
    [
      ['会员单位信息采集表'],
      ['单位信息', null, null, null, null, null, '人员信息', null, null, null],
      ['单位名称', '单位性质', '通讯地址', '邮编', '地区', '行业', '联络员', null, '负责人', null],
      [null, null, null, null, null, null, '姓名', '手机', '姓名', '手机'],
      [...row('甲', '', '', '').slice(0, 6), '张某', '13900001111', '赵某', '13900002222'],
    ],
    ['A1:J1', 'A2:F2', 'G2:J2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:F4', 'G3:H3', 'I3:J3'],
  );
  const gap = row('己庚', '张某', '主任', '139 0000 1111').flatMap((value) => [value, null]);
  const apart = [[], [], [null, null, '示例协会'], [], [null, null, ...HEAD.flatMap((one) => [one, null])]];
  expect(await people(bookOf({ 采集: three, 旧表: [...apart, [null, null, ...gap]] }))).toEqual({
    甲: ['liaison 张某 13900001111', 'head 赵某 13900002222'],
    己庚: ['liaison 张某 主任 13900001111'],
  });
});

it('numbered remarks below the rows and empty numbered lines are no units', async () => {
  const bytes = bookOf({
    名册: [
      ['序号', ...HEAD, '备注'],
      [1, ...row('甲', '张某', '', '13900001111'), '2025年新增'],
      [2],
      [3],
      ['备注：1.本表每年更新一次；'],
      ['', '2.如有变动请电告秘书处（029-88880000）。'],
      ['联系人：李某', null, '电话：029-88880000'],
    ],
  });
  expect((await planned(staff, bytes)).counts).toEqual({
    new: 1,
    changed: 0,
    unchanged: 0,
    suspect: 0,
    wrong: 0,
    skipped: 0,
  });
});

it('hidden sheets are not read, hidden rows and columns are', async () => {
  const book = utils.book_new();
  const sheet = sheetOf([HEAD, row('甲', '张某', '', 13900001111), row('乙丙', '李某', '', 13900001112)]);
  sheet['!rows'] = [{}, {}, { hidden: true }];
  sheet['!cols'] = [{}, { hidden: true }];
  utils.book_append_sheet(book, sheet, '名册');
  utils.book_append_sheet(book, sheetOf([HEAD, row('丁戊', '王某', '', 13900001113)]), '旧');
  utils.book_append_sheet(book, sheetOf([HEAD, row('己庚', '王某', '', 13900001113)]), '更旧');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  expect(Object.keys(await people(bytes))).toEqual(['甲', '乙丙']);
});

it('one unit by its 简称, by another legal form, with a space inside and in wide letters', async () => {
  await makeUnit({ name: '示例3M矿业有限公司', short: '三矿业', region: '西安', industry: '煤炭' });
  const named = (name: string) => [name, ...row('甲', '张某', '', '13900001111').slice(1)];
  const kinds = async (name: string) => {
    const { importId, counts } = await planned(staff, bookOf({ 名册: [HEAD, named(name)] }));
    const [kind = ''] = Object.entries(counts).find(([, count]) => count === 1) ?? [];
    const [found] = await rowsOf(staff, importId, kind as 'changed');
    return [kind, [...(found?.notes ?? []), ...(found?.candidates ?? []).map(({ why }) => why)].join()];
  };
  expect(await kinds('三矿业')).toEqual(['changed', '按简称对上“示例3M矿业有限公司”']);
  expect(await kinds('示例3M矿业有限责任公司')).toEqual(['suspect', '去掉“有限公司”等后名称相同']);
  for (const name of ['示例3M矿业 有限公司', '示例３Ｍ矿业有限公司', '示例3m矿业有限公司'])
    expect(await kinds(name)).toEqual([
      'changed',
      '名称写法与“示例3M矿业有限公司”不同（空格、全半角或大小写），按同一家对上',
    ]);
  expect(await kinds('示例3Μ矿业有限公司')).toEqual(['suspect', '名称里只有形近的字不同']);
});
