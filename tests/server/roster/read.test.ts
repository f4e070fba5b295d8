import { utils, write } from '@e965/xlsx';
import {
  cloud,
  makeLiaison,
  makeOffice,
  makeStaff,
  makeUnit,
  makeUpload,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { bookOf, HEADERS, rowOf, sheetOf, uploaded } from './books';
import { lockedBook } from './refused-books';

describe('roster.read', () => {
  beforeEach(async () => void (await makeOffice()));
  const plain = () => bookOf({ 名册: [HEADERS, rowOf('示例甲矿业有限公司')] });

  it('turns a stranger, a liaison and staff without the right away', async () => {
    expect(await stranger().fails('roster.read', { fileKey: 'x' })).toMatchObject({ code: 'stranger' });
    const liaison = await makeLiaison(await makeUnit());
    expect(await liaison.fails('roster.read', { fileKey: 'x' })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('roster.read', { fileKey: 'x' })).toMatchObject({
      code: 'forbidden',
    });
  });

  it('wants the caller’s own upload of a roster', async () => {
    const staff = await makeStaff();
    const other = await makeUpload({ owner: 'openid-other', use: 'roster' });
    const picture = await makeUpload({ owner: staff.openid, use: 'picture' });
    expect(await staff.fails('roster.read', {})).toMatchObject({ code: 'invalid', field: 'fileKey' });
    for (const { _id } of [other, picture])
      expect(await staff.fails('roster.read', { fileKey: _id })).toMatchObject({
        code: 'invalid',
        field: 'fileKey',
      });
  });

  it('names sheet and cell of a formula, before anything is read', async () => {
    const staff = await makeStaff();
    const sheet = sheetOf([HEADERS, rowOf('示例甲矿业有限公司')]);
    sheet.C2 = { t: 'n', v: 1, f: 'SUM(A1:A2)' };
    const fileKey = await uploaded(staff, bookOf({ 会员: sheet }));
    const error = await staff.fails('roster.read', { fileKey });
    expect(error).toMatchObject({ code: 'invalid', field: 'fileKey' });
    expect(error.message).toContain('工作表“会员”的 C2 是公式');
    expect(await cloud.find('imports', {})).toEqual([]);
  });

  it.each([
    ['broken', () => plain().subarray(0, 900), '已损坏'],
    ['no workbook', () => Buffer.from('PK\u0003\u0004 and nothing else'), '已损坏'],
    ['empty', () => bookOf({ 名册: [] }), '没有内容'],
    ['locked', () => lockedBook, '设有密码'],
    ['without a header', () => bookOf({ 名册: [['随便写写'], ['还是随便']] }), '没有找到表头'],
  ])('says clearly when the file is %s', async (_what, bytes, words) => {
    const staff = await makeStaff();
    const error = await staff.fails('roster.read', { fileKey: await uploaded(staff, bytes()) });
    expect(error).toMatchObject({ code: 'invalid', field: 'fileKey' });
    expect(error.message).toContain(words);
  });

  it('takes no notice of hidden sheets', async () => {
    const staff = await makeStaff();
    const book = utils.book_new();
    utils.book_append_sheet(book, sheetOf([HEADERS, rowOf('示例甲矿业有限公司')]), '名册');
    utils.book_append_sheet(book, sheetOf([HEADERS, rowOf('示例乙矿业有限公司')]), '旧表');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const fileKey = await uploaded(staff, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const { importId } = await staff.change('roster.read', { fileKey });
    expect((await staff.ask('roster.get', { importId })).sheets.map(({ name }) => name)).toEqual(['名册']);
  });

  it('keeps what it read, once for a request sent twice', async () => {
    const staff = await makeStaff('member');
    const fileKey = await uploaded(staff, plain());
    const id = requestId();
    expect(await staff.change('roster.read', { fileKey }, id)).toEqual({ importId: id });
    expect(await staff.change('roster.read', { fileKey }, id)).toEqual({ importId: id });
    expect(await cloud.find('imports', {})).toMatchObject([
      { _id: id, state: 'read', plan: null, fileName: '名册.xlsx' },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'roster.read', collection: 'imports' },
    ]);
    expect((await requestsOf('roster.read')).filter((one) => one.startsWith('database')).length).toBe(6);
    expect(await cloud.find('units', {})).toEqual([]);
  });
});
