import { cloud, makeOffice, makeStaff } from '../../support';
import { bookOf, HEADERS, planned, rowOf, rowsOf } from './books';
import { closed } from './ladder';

const hosts = [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }];

describe('roster.rows', () => {
  it('is for staff who may import, and of an import that is there', async () => {
    await closed('roster.rows', { kind: 'new' }); // stranger, field
  });

  it('pages a kind by fifty', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    const rows = Array.from({ length: 60 }, (_, i) => rowOf(`示例青岚煤业${i}号井`));
    const { importId } = await planned(staff, bookOf({ 名册: [HEADERS, ...rows] }));
    const first = await staff.ask('roster.rows', { importId, kind: 'new' });
    const second = await staff.ask('roster.rows', { importId, kind: 'new', cursor: first.next ?? '' });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
    expect(second.rows[9]).toMatchObject({ row: 61, sheet: '名册' });
    expect(await staff.fails('roster.rows', { importId, kind: 'all' })).toMatchObject({
      code: 'invalid',
      field: 'kind',
    });
  });

  it('masks numbers, and refuses a plan that is not the one that was made', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    const { importId, version } = await planned(
      staff,
      bookOf({ 名册: [HEADERS, rowOf('示例甲矿业有限公司')] }),
    );
    await staff.change('roster.commit', { importId, version });
    const next = await planned(
      staff,
      bookOf({ 名册: [HEADERS, rowOf('示例甲矿业有限公司', { 手机: '13900002222' })] }),
    );
    expect((await rowsOf(staff, next.importId, 'changed'))[0]?.changes).toEqual([
      { label: '联系人', before: '联络员 示例甲 主任 139****1111', after: '联络员 示例甲 主任 139****2222' },
    ]);
    const [one] = await cloud.find('imports', { _id: importId });
    const [two] = await cloud.find('imports', { _id: next.importId });
    const plan = { ...(two?.plan as object), fileId: (one?.plan as { fileId: string }).fileId };
    await cloud.insert('imports', [{ ...two, _id: 'import-mixed-0001', plan }]);
    const mixed = { importId: 'import-mixed-0001' };
    expect(await staff.fails('roster.rows', { ...mixed, kind: 'changed' })).toMatchObject({
      code: 'conflict',
    });
    expect(await staff.fails('roster.commit', { ...mixed, version: next.version })).toMatchObject({
      code: 'conflict',
    });
  });
});
