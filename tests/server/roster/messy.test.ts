import { cloud, makeOffice, makeStaff } from '../../support';
import { bookOf, committed, HEADERS, planned, rowOf, rowsOf, sheetOf, unitNamed } from './books';

/** Sheets as they really come; each mess is told by what stands in the file of the unit afterwards. */

const A = '示例甲矿业有限公司';
type Staff = Awaited<ReturnType<typeof makeStaff>>;
let staff: Staff;

beforeEach(async () => {
  await makeOffice({ hosts: [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }] });
  staff = await makeStaff();
});

/** Imports everything and gives the unit. */
async function imported(bytes: Buffer, name = A) {
  const { importId, version, counts } = await planned(staff, bytes);
  if (counts.new !== 1)
    throw new Error(
      JSON.stringify({
        counts,
        wrong: await rowsOf(staff, importId, 'wrong'),
        suspect: await rowsOf(staff, importId, 'suspect'),
      }),
    );
  await committed(staff, importId, version);
  return unitNamed(name);
}

const first = (unit: Awaited<ReturnType<typeof unitNamed>>) =>
  (unit?.contacts as Record<string, string>[])[0];

/** One cell of an otherwise plain row. */
const cell = (header: string, value: string | number | Date) =>
  bookOf({ 名册: [HEADERS, rowOf(A, { [header]: value })] });

describe('what stands around the rows', () => {
  it('merged title rows above the header', async () => {
    const rows = [['示例协会会员单位联络员名册（2026年）'], ['填报日期：2026年11月'], [], HEADERS, rowOf(A)];
    expect(await imported(bookOf({ 名册: sheetOf(rows, ['A1:J1', 'A2:J2']) }))).toMatchObject({
      region: '西安',
    });
  });

  it('a header of two rows with a group over 姓名 and 手机', async () => {
    const rows = [
      ['序号', '单位名称', '性质', '地址', '邮编', '地区', '行业', '联络员', null, null, '负责人', null],
      [null, null, null, null, null, null, null, '姓名', '职务', '手机', '姓名', '电话'],
      [
        1,
        A,
        '民营',
        '示例路1号',
        710000,
        '西安',
        '煤炭',
        '示例甲',
        '主任',
        13900001111,
        '示例乙',
        '029-88880000',
      ],
    ];
    const merges = ['H1:J1', 'K1:L1', 'A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:F2', 'G1:G2'];
    expect((await imported(bookOf({ 名册: sheetOf(rows, merges) })))?.contacts).toMatchObject([
      { kind: 'liaison', name: '示例甲', position: '主任', phone: '13900001111' },
      { kind: 'head', name: '示例乙', landline: '029-88880000' },
    ]);
  });

  it('the same without merged cells', async () => {
    const rows = [
      ['单位名称', '性质', '地址', '邮编', '地区', '行业', '联络员', null, null],
      [null, null, null, null, null, null, '姓名', '职务', '手机'],
      [A, '民营', '示例路1号', '710000', '西安', '煤炭', '示例甲', '主任', '13900001111'],
    ];
    expect(first(await imported(bookOf({ 名册: rows })))).toMatchObject({
      name: '示例甲',
      phone: '13900001111',
    });
  });

  it('columns in another order and under other names', async () => {
    const rows = [
      [
        '联系方式',
        '所在市',
        '企业名称',
        '所属行业',
        '联系人',
        '会员级别',
        '通信地址',
        '邮政编码',
        '企业性质',
        '电子邮箱',
      ],
      [
        '13900001111',
        '榆林',
        A,
        '电力',
        '示例甲',
        '理事单位',
        '示例路1号',
        '719000',
        '事业单位',
        'demo@example.com',
      ],
    ];
    const unit = await imported(bookOf({ 名册: rows }));
    expect(unit).toMatchObject({
      region: '榆林',
      industry: '电力',
      post: 'council',
      nature: 'institution',
      postCode: '719000',
    });
    expect(first(unit)).toMatchObject({ name: '示例甲', phone: '13900001111', email: 'demo@example.com' });
  });

  it('职务 that holds posts in the association', async () => {
    const rows = [HEADERS.slice(0, 6).concat('职务'), rowOf(A).slice(0, 6).concat('副会长')];
    expect(await imported(bookOf({ 名册: rows }))).toMatchObject({ post: 'vice-president' });
  });

  it('notes, totals and a signature below', async () => {
    const tail = [
      [],
      ['注：本表由各会员单位填报，如有变动请及时告知秘书处。'],
      ['合计', 1],
      ['填表人：示例丙', null, null, '日期：2026年11月'],
    ];
    const { counts } = await planned(staff, bookOf({ 名册: [HEADERS, rowOf(A), ...tail] }));
    expect(counts).toMatchObject({ new: 1, wrong: 0 });
  });

  it('blank rows and the header again on every printed page', async () => {
    const rows = [HEADERS, rowOf(A), [], [null, ' ', null], HEADERS, rowOf('示例海东电力设计院')];
    const { counts } = await planned(staff, bookOf({ 名册: rows }));
    expect(counts).toMatchObject({ new: 2, wrong: 0 });
  });

  it('several sheets, one of them no roster', async () => {
    const { counts } = await planned(
      staff,
      bookOf({
        说明: [['本工作簿共两张表']],
        关中: [HEADERS, rowOf(A)],
        陕北: [HEADERS, rowOf('示例海东电力设计院')],
      }),
    );
    expect(counts).toMatchObject({ new: 2, wrong: 0 });
  });

  it('an old .xls file', async () => {
    expect(await imported(bookOf({ 名册: [HEADERS, rowOf(A)] }, 'biff8'))).toMatchObject({ name: A });
  });

  it('a unit merged over two rows with a person in each', async () => {
    const second = HEADERS.map(
      (header) => ({ 联络员: '示例乙', 职务: '科长', 手机: '13900002222' })[header] ?? null,
    );
    const sheet = sheetOf([HEADERS, rowOf(A), second], ['A2:A3', 'B2:B3', 'C2:C3']);
    expect((await imported(bookOf({ 名册: sheet })))?.contacts).toMatchObject([
      { kind: 'liaison', name: '示例甲', position: '主任', phone: '13900001111' },
      { kind: 'deputy', name: '示例乙', position: '科长', phone: '13900002222' },
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['a number', 13900001111],
    ['spaces', '139 0000 1111'],
    ['dashes', '139-0000-1111'],
    ['dots', '139.0000.1111'],
    ['+86', '+86 13900001111'],
    ['0086', '008613900001111'],
    ['full width', '１３９００００１１１１'],
    ['words before', '手机：13900001111'],
    ['an invisible character', '\u202d13900001111\u202c'],
  ])('a mobile with %s', async (_what, value) => {
    expect(first(await imported(cell('手机', value)))).toMatchObject({ phone: '13900001111' });
  });

  it.each([
    ['13900001111/13800002222', '13800002222'],
    ['13900001111、029-88880000', '029-88880000'],
    ['1390000111113800002222', '13800002222'],
  ])('two numbers in one cell: %s', async (value, other) => {
    expect(first(await imported(cell('手机', value)))).toMatchObject({
      phone: '13900001111',
      landline: other,
    });
  });

  it('a landline in the column of mobiles', async () => {
    expect(first(await imported(cell('手机', '029-88880000转801')))).toMatchObject({
      phone: '',
      landline: '029-88880000转801',
    });
  });

  it('a number of twelve digits is wrong and says so', async () => {
    const { importId, counts } = await planned(staff, cell('手机', '139000011112'));
    expect(counts).toMatchObject({ new: 0, wrong: 1 });
    expect((await rowsOf(staff, importId, 'wrong'))[0]?.reason).toContain('手机');
  });

  it('a post code that lost its nought', async () => {
    expect(await imported(cell('邮编', 30001))).toMatchObject({ postCode: '030001' });
  });
});

describe('people', () => {
  it.each([
    ['王某 李某', '13900001111 13800002222'],
    ['王某/李某', '13900001111/13800002222'],
    ['王某、李某', '13900001111；13800002222'],
    ['王某13900001111、李某13800002222', ''],
    ['王某\n李某', '13900001111\n13800002222'],
  ])('two in one cell: %j %j', async (names, phones) => {
    const unit = await imported(
      bookOf({ 名册: [HEADERS, rowOf(A, { 联络员: names, 手机: phones || null, 职务: null })] }),
    );
    expect(unit?.contacts).toMatchObject([
      { kind: 'liaison', name: '王某', phone: '13900001111' },
      { kind: 'deputy', name: '李某', phone: '13800002222' },
    ]);
  });

  it.each([
    ['王　某', '王某'],
    ['王 某 某', '王某某'],
    ['王某（办公室）', '王某'],
    ['阿某·买某', '阿某·买某'],
  ])('one name written %s', async (typed, name) => {
    const unit = await imported(cell('联络员', typed));
    expect(unit?.contacts).toHaveLength(1);
    expect(first(unit)).toMatchObject({ name });
  });

  it.each(['无', '/', '-', '暂无', '—'])('nobody: %s', async (typed) => {
    const rows = [HEADERS, rowOf(A, { 联络员: typed, 职务: typed, 手机: typed })];
    expect((await imported(bookOf({ 名册: rows })))?.contacts).toEqual([]);
  });
});

describe('days', () => {
  const headers = [...HEADERS, '入会时间'];
  it.each([
    ['2019-5-1', '2019-05-01'],
    ['2019/05/01', '2019-05-01'],
    ['2019.5.1', '2019-05-01'],
    ['2019年5月1日', '2019-05-01'],
    ['2019年5月', '2019-05-01'],
    ['2019.05', '2019-05-01'],
    ['20190501', '2019-05-01'],
    [20190501, '2019-05-01'],
    ['2019年', '2019-01-01'],
    [2019, '2019-01-01'],
    [43586, '2019-05-01'],
    ['二〇一九年五月一日', '2019-05-01'],
    ['２０１９－５－１', '2019-05-01'],
    ['2019-05-01 00:00:00', '2019-05-01'],
  ])('%s', async (typed, day) => {
    expect(await imported(bookOf({ 名册: [headers, [...rowOf(A), typed]] }))).toMatchObject({
      joinedOn: day,
    });
  });

  it.each(['2019-13-01', '去年', '2027-01-01', '2019-02-30'])('%s is wrong', async (typed) => {
    const { counts } = await planned(staff, bookOf({ 名册: [headers, [...rowOf(A), typed]] }));
    expect(counts).toMatchObject({ new: 0, wrong: 1 });
  });
});

describe('words', () => {
  it.each([
    ['示例甲矿业(集团)有限公司', '示例甲矿业（集团）有限公司'],
    [' 示例甲矿业 有限公司 ', '示例甲矿业 有限公司'],
    ['示例３Ｍ矿业有限公司', '示例3M矿业有限公司'],
  ])('a name %s', async (typed, name) => {
    expect(await imported(bookOf({ 名册: [HEADERS, rowOf(typed)] }), name)).toMatchObject({ name });
  });

  it.each([
    ['央企', 'state', 'central'],
    ['国有（省属）', 'state', 'province'],
    ['集体', 'collective', null],
    ['私营企业', 'private', null],
  ])('nature %s', async (typed, nature, stateLevel) => {
    expect(await imported(cell('单位性质', typed))).toMatchObject({ nature, stateLevel });
  });

  it.each([
    ['单位性质', '外星企业'],
    ['单位性质', '国有企业'],
    ['协会职务', '名誉顾问团'],
    ['邮编', '71'],
    ['地区', null],
    ['单位名称', '短名'],
    ['单位名称', null],
  ])('%s %s cannot be imported', async (header, value) => {
    const row = rowOf(A, { [header]: value });
    const { importId, counts } = await planned(staff, bookOf({ 名册: [HEADERS, row] }));
    expect(counts).toMatchObject({ new: 0, wrong: 1 });
    expect((await rowsOf(staff, importId, 'wrong'))[0]?.reason).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(await cloud.find('units', {})).toEqual([]);
  });
});
