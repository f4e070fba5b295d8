import { cloud, makeOffice, makeStaff, requestId } from '../../support';
import { bookOf, HEADERS, planned, rowOf, sheetOf, workbookAt } from './books';
import { closed } from './ladder';

const hosts = [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }];

describe('roster.rejects', () => {
  it('is for staff who may import, and of an import that is there', async () => {
    await closed('roster.rejects', {}); // stranger, field
  });

  it('gives the wrong rows back as they came, with the reason behind each; twice the same file', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    const rows = [
      ['示例协会名册'],
      HEADERS,
      rowOf('示例甲矿业有限公司'),
      rowOf('示例乙矿业有限公司', { 单位性质: '外星', 手机: 13900001111 }),
      rowOf('短'),
    ];
    const { importId } = await planned(staff, bookOf({ 名册: sheetOf(rows, ['A1:J1']) }));
    const id = requestId();
    const out = await staff.change('roster.rejects', { importId }, id);
    expect(out).toMatchObject({ name: '名册_未导入的行.xlsx', rows: 2 });
    expect(await staff.change('roster.rejects', { importId }, id)).toMatchObject({ rows: 2 });
    const lines = await workbookAt(out.url);
    expect(lines.map(([name]) => name)).toEqual(['示例协会名册', '单位名称', '示例乙矿业有限公司', '短']);
    expect(lines[1]?.[10]).toBe('没有导入的原因');
    expect(lines[2]?.slice(9)).toEqual(['13900001111', '单位性质“外星”不认识']);
    expect(await cloud.find('audits', { action: 'roster.rejects' })).toHaveLength(1);
    expect(await cloud.find('exports', {})).toHaveLength(1);
  });

  it('says so when every row was imported', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    const { importId } = await planned(staff, bookOf({ 名册: [HEADERS, rowOf('示例甲矿业有限公司')] }));
    expect(await staff.fails('roster.rejects', { importId })).toMatchObject({ code: 'missing' });
  });
});
