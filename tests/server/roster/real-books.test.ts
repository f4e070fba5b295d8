import { makeOffice, makeStaff } from '../../support';
import { committed, planned, rowsOf, unitNamed, uploaded } from './books';
import { formulaBook, newBook, oldBook } from './real-books';

beforeEach(() =>
  makeOffice({ hosts: [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }] }),
);

it.each([
  ['.xls', oldBook],
  ['.xlsx', newBook],
])('a real %s comes in: merged title, header of two rows, number as number, remark', async (_kind, bytes) => {
  const staff = await makeStaff();
  const { importId, version, counts } = await planned(staff, bytes);
  expect(await rowsOf(staff, importId, 'wrong')).toEqual([]);
  expect(counts).toMatchObject({ new: 2, wrong: 0, suspect: 0 });
  await committed(staff, importId, version);
  expect(await unitNamed('示例甲矿业有限公司')).toMatchObject({
    post: 'council',
    region: '西安',
    contacts: [{ kind: 'liaison', name: '示例甲', position: '主任', phone: '13900001111' }],
  });
  expect(await unitNamed('示例乙矿业有限公司')).toMatchObject({
    contacts: [{ kind: 'liaison', name: '示例乙', position: '科长', phone: '13900002222' }],
  });
});

it('formulas of a real .xls are refused with their place', async () => {
  const staff = await makeStaff();
  const fileKey = await uploaded(staff, formulaBook, '名册.xls');
  const error = await staff.fails('roster.read', { fileKey });
  expect(error).toMatchObject({ code: 'invalid', field: 'fileKey' });
  expect(error.message).toContain('工作表“名册”的 A4 是公式');
});
