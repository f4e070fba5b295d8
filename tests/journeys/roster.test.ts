import { readFileSync } from 'node:fs';
import { cloud, makeOffice, makeStaff, makeUnit } from '../support';
import { bookOf, HEADERS, rowOf, unitNamed } from '../server/roster/books';
import { desk, phone, visit } from './support/browser';

const hosts = [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('the roster on %s', (_where, size) => {
  it('comes in as a plan, is confirmed and taken back', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    await makeUnit({ name: '示例乙矿业有限公司', region: '榆林', nature: 'private', stateLevel: null });
    const rows = [
      ['示例协会名册'],
      HEADERS,
      rowOf('示例甲矿业有限公司'),
      rowOf('示例乙矿业有限公司'),
      rowOf('短'),
    ];
    const who = await visit(staff.openid, 'features/roster/import/index', size);
    await who.give('选择 Excel 文件', [
      { name: '名册.xlsx', mimeType: XLSX, buffer: bookOf({ 名册: rows }) },
    ]);
    await who.sees('工作表：名册');
    await who.fits();
    await who.tap('下一步：看要改什么');
    await who.sees('新增 1');
    await who.tap('变更 1');
    await who.sees('所在地区');
    await who.tap('有误 1');
    await who.sees(/至少4字/);
    await who.fits();
    await who.tap('确认导入：新增1，变更1');
    await who.tap('导入');
    await who.sees('导入完成');
    expect(await unitNamed('示例甲矿业有限公司')).toMatchObject({ region: '西安' });
    const download = who.page.waitForEvent('download');
    await who.tap('下载没有导入的1行（注明原因）');
    expect((await download).suggestedFilename()).toBe('名册_未导入的行.xlsx');
    await who.tap('撤销这次导入');
    await who.tap('撤销');
    await who.sees('已撤销');
    expect(await cloud.find('units', {})).toMatchObject([{ name: '示例乙矿业有限公司', region: '榆林' }]);
  });

  it('goes out as a workbook', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    await makeUnit({ name: '示例乙矿业有限公司' });
    const who = await visit(staff.openid, 'features/roster/export/index', size);
    const download = who.page.waitForEvent('download');
    await who.tap('导出');
    const file = await download;
    expect(file.suggestedFilename()).toBe('通信联络表_2026-11-23.xlsx');
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await who.sees('已导出1家单位。');
    await who.fits();
  });
});
