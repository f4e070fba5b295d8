import JSZip from 'jszip';
import { cloud, makeOffice, makeStaff } from '../../support';
import { upload } from '../file/samples';
import { bookOf, HEADERS, rowOf, sheetOf, uploaded } from './books';
import { lockedBook, oldGuardedBook, oldLockedBook, openDocument, webPage, xmlBook } from './refused-books';

/** What a secretary may pick instead of a workbook: the whole way from picking it to the words that refuse it. */
async function picked(name: string, bytes: Buffer) {
  await makeOffice();
  const staff = await makeStaff();
  const { fileKey, cloudPath } = await staff.change('file.ticket', {
    use: 'roster',
    name,
    size: bytes.length,
  });
  const fileId = await upload(cloudPath, bytes);
  return { staff, fileKey, fileId };
}

const plain = () => bookOf({ 名册: [HEADERS, rowOf('示例甲矿业有限公司')] });
const old = () => bookOf({ 名册: [HEADERS, rowOf('示例甲矿业有限公司')] }, 'biff8');

async function withEntries(bytes: Buffer, entries: Record<string, string>, main?: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, text] of Object.entries(entries)) zip.file(name, text);
  const types = await zip.file('[Content_Types].xml')?.async('string');
  if (types && main) zip.file('[Content_Types].xml', types.replace(/spreadsheetml\.sheet\.main\+xml/, main));
  return zip.generateAsync({ type: 'nodebuffer' });
}

const csv = '单位名称,联络员,手机\n示例甲矿业有限公司,示例甲,13900001111\n';

describe('a file that is no roster is refused before anything is read', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['a workbook with a password', '名册.xlsx', () => lockedBook, /设有密码.*取消密码/],
    ['the same named .xls', '名册.xls', () => lockedBook, /设有密码/],
    ['OpenDocument', '名册.xlsx', () => openDocument, /OpenDocument表格（\.ods）.*另存为\.xlsx/],
    ['OpenDocument named .xls', '名册.xls', () => openDocument, /OpenDocument/],
    ['a web page', '会员名册.xls', () => webPage, /网页格式的表格.*另存为\.xlsx/],
    ['a web page named .xlsx', '会员名册.xlsx', () => webPage, /网页格式/],
    [
      'a table without a head',
      '导出.xls',
      () => Buffer.from('<table border=1><tr><td>单位</td></tr></table>'),
      /网页格式/,
    ],
    [
      'an archive of a web page',
      '导出.xls',
      () => Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
      /网页格式/,
    ],
    ['XML of Excel 2003', '会员名册.xls', () => xmlBook, /XML格式的表格.*另存为\.xlsx/],
    ['a list in UTF-8', '名册.xlsx', () => Buffer.from(csv), /文本表格（\.csv或\.txt）.*另存为\.xlsx/],
    [
      'a list in UTF-16',
      '名册.xls',
      () => Buffer.from(`\ufeff${csv.replace(/,/g, '\t')}`, 'utf16le'),
      /文本表格/,
    ],
    ['a list in GBK', '名册.xls', () => Buffer.from('b5a5cebbc3fbb3c62cc1aac2e7d4b10a', 'hex'), /文本表格/],
    ['an .xls or .et named .xlsx', '名册.xlsx', old, /旧格式的表格（\.xls或\.et）.*另存为\.xlsx/],
    ['an .xlsx named .xls', '名册.xls', plain, /改成\.xlsx/],
    [
      'a workbook with macros',
      '名册.xlsx',
      () => withEntries(plain(), { 'xl/vbaProject.bin': 'x' }, 'ms-excel.sheet.macroEnabled.main+xml'),
      /带有宏.*不带宏的\.xlsx/,
    ],
    [
      'one that allows macros and has none',
      '名册.xlsx',
      () => withEntries(plain(), {}, 'ms-excel.sheet.macroEnabled.main+xml'),
      /带有宏/,
    ],
    ['a binary workbook', '名册.xlsx', () => bookOf({ 名册: [HEADERS] }, 'xlsb'), /\.xlsb.*另存为\.xlsx/],
    [
      'a Word document',
      '名册.xlsx',
      () => new JSZip().file('word/document.xml', '<x/>').generateAsync({ type: 'nodebuffer' }),
      /Word文档/,
    ],
    [
      'a packed file',
      '名册.xlsx',
      () => new JSZip().file('名册.et', 'x').generateAsync({ type: 'nodebuffer' }),
      /压缩包.*解压/,
    ],
    ['a PDF', '名册.xlsx', () => Buffer.from('%PDF-1.7\n'), /PDF/],
    ['a picture', '名册.xls', () => Buffer.from('ffd8ffe000104a464946', 'hex'), /图片/],
    ['nothing but zeros', '名册.xls', () => Buffer.alloc(4000), /已损坏/],
  ])('%s', async (_what, name, make, words) => {
    const { staff, fileKey, fileId } = await picked(name, await make());
    const error = await staff.fails('file.accept', { fileKey, fileId });
    expect(error).toMatchObject({ code: 'invalid', field: 'fileId' });
    expect(error.message).toMatch(words);
    expect(await cloud.find('uploads', {})).toEqual([]);
  });

  it.each([
    ['with a password to open it', () => oldLockedBook],
    ['with a guarded structure', () => oldGuardedBook],
  ])('an .xls %s is one by its bytes; it is refused when it is opened', async (_what, bytes) => {
    const { staff, fileKey, fileId } = await picked('名册.xls', bytes());
    await staff.change('file.accept', { fileKey, fileId });
    const error = await staff.fails('roster.read', { fileKey });
    expect(error).toMatchObject({ code: 'invalid', field: 'fileKey' });
    expect(error.message).toMatch(/设有密码（打开密码，或“保护工作簿”的密码）/);
    expect(await cloud.find('imports', {})).toEqual([]);
  });

  it.each(['名册.et', '名册.csv', '名册.ods', '名册.xlsm', '名册.xlsb', '名册.html'])(
    'by its name alone: %s',
    async (name) => {
      await makeOffice();
      const staff = await makeStaff();
      const error = await staff.fails('file.ticket', { use: 'roster', name, size: 1000 });
      expect(error).toMatchObject({ code: 'invalid', field: 'name' });
      expect(error.message).toMatch(/另存为\.xlsx/);
    },
  );

  it('10 MB go up, one byte more does not', async () => {
    const MB = 1024 * 1024;
    const { staff } = await picked('名册.xlsx', plain());
    const asked = { use: 'roster' as const, name: '名册.xlsx', size: 10 * MB + 1 };
    expect(await staff.fails('file.ticket', asked)).toEqual({
      code: 'invalid',
      field: 'size',
      message: '名册最大10MB，请删去表里的图片，或分成几个文件后再传',
    });
    const sent = async (bytes: Buffer) => {
      // A client that says less than it sends.
      const { fileKey, cloudPath } = await staff.change('file.ticket', { ...asked, size: 1000 });
      return { fileKey, fileId: await upload(cloudPath, bytes) };
    };
    const most = await ofSize(10 * MB);
    expect(await staff.change('file.accept', await sent(most))).toMatchObject({ size: 10 * MB });
    expect(await staff.fails('file.accept', await sent(await ofSize(10 * MB + 1)))).toEqual({
      code: 'invalid',
      field: 'fileId',
      message: '名册最大10MB，这个文件已删除，请删去表里的图片，或分成几个文件后再传',
    });
  });
});

/** A workbook with a picture in it that makes it exactly so large. */
async function ofSize(bytes: number): Promise<Buffer> {
  const zip = await JSZip.loadAsync(plain());
  const make = async (picture: number) => {
    zip.file('xl/media/image1.jpeg', Buffer.alloc(picture, 7), { compression: 'STORE', date: new Date(0) });
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  const around = (await make(1000)).length - 1000;
  return make(bytes - around);
}

describe('limits of a workbook', () => {
  const many = (rows: number) => {
    const sheet = sheetOf([HEADERS, rowOf('示例甲矿业有限公司')]);
    sheet[`A${rows}`] = { t: 's', v: '示例乙矿业有限公司' };
    sheet['!ref'] = `A1:J${rows}`;
    return sheet;
  };

  it('10,000 rows of a sheet are read; of one more the sheet and its rows are named', async () => {
    await makeOffice();
    const staff = await makeStaff();
    await staff.change('roster.read', { fileKey: await uploaded(staff, bookOf({ 名册: many(10_000) })) });
    const fileKey = await uploaded(staff, bookOf({ 关中: [HEADERS], 陕北: many(10_001) }));
    expect(await staff.fails('roster.read', { fileKey })).toEqual({
      code: 'invalid',
      field: 'fileKey',
      message: '工作表“陕北”写到了第10001行，一张表最多10000行；请拆成几张表或几个文件再导入',
    });
  });

  it('formats far below the last row are no rows', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const sheet = many(2);
    sheet['!ref'] = 'A1:J1048576';
    const { importId } = await staff.change('roster.read', {
      fileKey: await uploaded(staff, bookOf({ 名册: sheet })),
    });
    expect((await staff.ask('roster.get', { importId })).sheets).toMatchObject([{ rows: 1 }]);
  });

  it('20 sheets are read, of one more none is left out in silence', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const sheets = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          `表${i + 1}`,
          [HEADERS, rowOf(`示例第${i + 1}矿业有限公司`)],
        ]),
      );
    const { importId } = await staff.change('roster.read', {
      fileKey: await uploaded(staff, bookOf(sheets(20))),
    });
    expect((await staff.ask('roster.get', { importId })).sheets).toHaveLength(20);
    const error = await staff.fails('roster.read', { fileKey: await uploaded(staff, bookOf(sheets(21))) });
    expect(error.message).toBe(
      '这个文件有21张工作表，一次最多20张；请把不用导入的隐藏或删除，或分成几个文件',
    );
  });
});
