import { makeOffice, makeStaff } from '../../support';
import { bookOf, HEADERS, planned, rowOf } from './books';
import { closed } from './ladder';

describe('roster.get', () => {
  it('is for staff who may import, and of an import that is there', async () => {
    await closed('roster.get', {}); // stranger, field
  });

  it('says what was read and how far it came', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const rows = [['示例协会名册'], HEADERS, rowOf('示例甲矿业有限公司'), ['说明：以上为示例']];
    const { importId, version } = await planned(staff, bookOf({ 名册: rows }), {
      defaults: { hosts: '协会' },
    });
    const one = await staff.ask('roster.get', { importId });
    expect(one).toMatchObject({
      state: 'planned',
      version,
      fileName: '名册.xlsx',
      by: '示例秘书',
      undoUntil: null,
      defaults: { hosts: '协会' },
    });
    expect(one.sheets).toMatchObject([{ name: '名册', headers: [2] }]);
    expect(one.sheets[0]?.columns[9]).toEqual({
      column: 9,
      letter: 'J',
      title: '手机',
      samples: ['139****1111'],
      field: 'liaison_phone',
    });
    expect(one.hosts).toEqual(['示例市煤炭工业协会', '示例市煤炭学会']);
    await staff.change('roster.commit', { importId, version });
    expect(await staff.ask('roster.get', { importId })).toMatchObject({
      state: 'done',
      undoUntil: '2026-11-24T01:00:00.000Z',
      progress: { added: 1, total: 1 },
    });
  });
});
