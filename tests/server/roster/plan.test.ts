import { cloud, makeOffice, makeSeatedUnit, makeStaff, makeUnit, requestId, stranger } from '../../support';
import { bookOf, HEADERS, planned, replanned, rowOf, rowsOf, uploaded } from './books';
import { closed } from './ladder';

const A = '示例甲矿业有限公司';
const columns = [{ column: 0, field: 'name' }];

describe('roster.plan', () => {
  it('is for staff who may import, and of an import that is there', async () => {
    await closed('roster.plan', { sheets: [{ sheet: 0, columns }] });
    expect(
      await stranger().fails('roster.plan', {
        importId: 'import-nowhere-0001',
        ...{ sheets: [{ sheet: 0, columns }] },
      }),
    ).toMatchObject({ code: 'stranger' });
    expect(
      await (
        await makeStaff()
      ).fails('roster.plan', { importId: '?', ...{ sheets: [{ sheet: 0, columns }] } }),
    ).toMatchObject({ field: 'importId' });
  });

  it.each([
    [{ sheets: [] }, 'sheets'],
    [{ sheets: [{ sheet: 7, columns }] }, 'sheets.0.sheet'],
    [{ sheets: [{ sheet: 0, columns: [{ column: 1, field: 'region' }] }] }, 'sheets.0.columns'],
    [
      { sheets: [{ sheet: 0, columns: [...columns, { column: 1, field: 'name' }] }] },
      'sheets.0.columns.1.field',
    ],
    [{ sheets: [{ sheet: 0, columns: [{ column: 0, field: 'owner' }] }] }, 'sheets.0.columns.0.field'],
    [{ sheets: [{ sheet: 0, columns }], decisions: [{ row: 'x', as: 'new' }] }, 'decisions.0.row'],
  ])('names the field that is wrong: %j', async (wrong, field) => {
    await makeOffice();
    const staff = await makeStaff();
    const fileKey = await uploaded(staff, bookOf({ 名册: [HEADERS, rowOf(A)] }));
    const { importId } = await staff.change('roster.read', { fileKey });
    expect(await staff.fails('roster.plan', { importId, ...wrong })).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('tells new, changed, unchanged, suspected and wrong apart, and writes none of it', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const unit = { nature: 'private' as const, stateLevel: null, region: '西安', contacts: [] };
    await makeUnit({ ...unit, name: A, address: '示例省示例市示例路9号' });
    await makeUnit({
      ...unit,
      name: '示例乙矿业有限公司',
      short: '示例乙矿',
      address: '示例省示例市示例路1号',
    });
    await makeUnit({ ...unit, name: '示例丙勘察设计研究院有限公司' });
    const none = { 联络员: null, 职务: null, 手机: null };
    const rows = [
      rowOf(A, none),
      rowOf('示例乙矿', none),
      rowOf('示例丙勘查设计研究院', none),
      rowOf('示例丁电力有限公司', none),
      rowOf('示例戊电力有限公司', { ...none, 单位性质: '外星' }),
    ];
    const before = await cloud.find('units', {});
    const plan = await planned(staff, bookOf({ 名册: [HEADERS, ...rows] }), { defaults: { hosts: '协会' } });
    expect(plan.counts).toEqual({ new: 1, changed: 1, unchanged: 1, suspect: 1, wrong: 1, skipped: 0 });
    expect(await rowsOf(staff, plan.importId, 'changed')).toMatchObject([
      {
        name: A,
        row: 2,
        changes: [{ label: '通讯地址', before: '示例省示例市示例路9号', after: '示例省示例市示例路1号' }],
      },
    ]);
    expect((await rowsOf(staff, plan.importId, 'unchanged'))[0]?.notes[0]).toContain('按简称对上');
    expect((await rowsOf(staff, plan.importId, 'suspect'))[0]?.candidates).toMatchObject([
      { name: '示例丙勘察设计研究院有限公司' },
    ]);
    expect(await cloud.find('units', {})).toEqual(before);
  });

  it('waits for a decision on a suspected one, and does as was decided', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const unit = await makeUnit({ name: '示例丙勘察设计研究院有限公司' });
    const first = await planned(staff, bookOf({ 名册: [HEADERS, rowOf('示例丙勘查设计研究院')] }), {
      defaults: { hosts: '协会' },
    });
    const [suspect] = await rowsOf(staff, first.importId, 'suspect');
    const again = (as: string) =>
      replanned(staff, first.importId, {
        decisions: [{ row: suspect?.key ?? '', as }],
        defaults: { hosts: '协会' },
      });
    expect((await again(unit._id)).counts).toMatchObject({ changed: 1, suspect: 0 });
    expect((await again('new')).counts).toMatchObject({ new: 1, suspect: 0 });
    expect((await again('skip')).counts).toMatchObject({ skipped: 1, suspect: 0 });
    expect((await again('unit-nowhere')).counts).toMatchObject({ wrong: 1 });
    const latest = (await staff.ask('roster.get', { importId: first.importId })).version;
    expect(latest).not.toBe(first.version);
  });

  it('lets numbered units be, however alike: 一矿 is not 二矿', async () => {
    await makeOffice({ hosts: [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }] });
    const staff = await makeStaff();
    const rows = [
      '示例煤业集团第一煤矿',
      '示例煤业集团第二煤矿',
      '示例煤业东区选煤厂',
      '示例煤业西区选煤厂',
    ].map((name) => rowOf(name));
    expect((await planned(staff, bookOf({ 名册: [HEADERS, ...rows] }))).counts).toMatchObject({
      new: 4,
      suspect: 0,
    });
  });

  it('asks about the same unit in two rows; of two that say the same one is left out', async () => {
    await makeOffice({ hosts: [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }] });
    const staff = await makeStaff();
    const rows = [rowOf(A), rowOf(A), rowOf(A, { 手机: '13900002222' })];
    const { importId, counts } = await planned(staff, bookOf({ 名册: [HEADERS, ...rows] }));
    expect(counts).toMatchObject({ new: 1, skipped: 1, suspect: 1 });
    const [suspect] = await rowsOf(staff, importId, 'suspect');
    const as = suspect?.candidates[0]?.as ?? '';
    const { counts: after } = await replanned(staff, importId, {
      decisions: [{ row: suspect?.key ?? '', as }],
    });
    expect(after).toMatchObject({ new: 1, skipped: 2, suspect: 0 });
    expect((await rowsOf(staff, importId, 'new'))[0]).toMatchObject({ row: 4 });
  });

  it('never plans to change a registered liaison, and says what has to be done instead', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const { unit } = await makeSeatedUnit({ name: A, nature: 'private', stateLevel: null, industry: '电力' });
    const same = rowOf(A, { 联络员: '示例联络员', 职务: '办公室主任', 手机: '199-0000-1234', 行业: '电力' });
    const one = await planned(staff, bookOf({ 名册: [HEADERS, same] }));
    expect(one.counts).toMatchObject({ unchanged: 1 });
    expect((await rowsOf(staff, one.importId, 'unchanged'))[0]?.notes).toEqual([]);
    const two = await planned(staff, bookOf({ 名册: [HEADERS, rowOf(A, { 联络员: '示例新人' })] }));
    const [row] = await rowsOf(staff, two.importId, 'changed');
    expect(row?.changes.map(({ label }) => label)).toEqual(['所属行业']);
    expect(row?.notes.join()).toContain('办理交接');
    expect(unit.seats.main?.name).toBe('示例联络员');
  });

  it('knows a renamed unit by its credit code', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const unit = await makeUnit({ creditCode: '91610000ABCDEFGH12', nature: 'private', stateLevel: null });
    const headers = [...HEADERS, '统一社会信用代码'];
    const row = [...rowOf('示例新名科技有限公司'), '91610000abcdefgh12'];
    const { importId, counts } = await planned(staff, bookOf({ 名册: [headers, row] }), {
      defaults: { hosts: '协会' },
    });
    expect(counts).toMatchObject({ suspect: 1 });
    await replanned(staff, importId, { decisions: [{ row: '0-1', as: unit._id }] });
    const [changed] = await rowsOf(staff, importId, 'changed');
    expect(changed?.changes).toContainEqual({
      label: '单位全称',
      before: unit.name,
      after: '示例新名科技有限公司',
    });
  });

  it('answers a request sent twice with the same plan, and plans no more once begun', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const { importId, version } = await planned(staff, bookOf({ 名册: [HEADERS, rowOf(A)] }), {
      defaults: { hosts: '协会' },
    });
    const { mapping, defaults } = await staff.ask('roster.get', { importId });
    const input = { importId, sheets: mapping ?? [], defaults };
    const id = requestId();
    const first = await staff.change('roster.plan', input, id);
    expect(first.version).toBe(version);
    expect(await staff.change('roster.plan', input, id)).toEqual(first);
    expect(await cloud.find('audits', { action: 'roster.plan' })).toHaveLength(2);
    await staff.change('roster.commit', { importId, version });
    expect(await staff.fails('roster.plan', input)).toMatchObject({ code: 'closed' });
  });
});
