import { utils, read } from '@e965/xlsx';
import {
  cloud,
  makeFiling,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestId,
  someForm,
  stranger,
} from '../../support';
import { workbookAt } from './books';

const roster = { kind: 'roster' as const };
const directory = { kind: 'directory' as const };

describe('roster.export', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for staff who may export', async () => {
    expect(await stranger().fails('roster.export', roster)).toMatchObject({ code: 'stranger' });
    expect(await (await makeLiaison(await makeUnit())).fails('roster.export', roster)).toMatchObject({
      code: 'forbidden',
    });
    expect(await (await makeStaff('editor')).fails('roster.export', roster)).toMatchObject({
      code: 'forbidden',
    });
    const staff = await makeStaff('finance');
    expect(await staff.fails('roster.export', { kind: 'all' })).toMatchObject({
      code: 'invalid',
      field: 'kind',
    });
    expect(await staff.fails('roster.export', { ...roster, post: 'king' })).toMatchObject({
      code: 'invalid',
      field: 'post',
    });
    expect(await staff.fails('roster.export', { ...roster, region: '火星' })).toMatchObject({
      code: 'missing',
    });
  });

  it('writes 通信联络表 with who and when, numbers as text, and tells everybody in it', async () => {
    const staff = await makeStaff('meeting', '示例会务');
    const { unit, liaison } = await makeSeatedUnit({ name: '示例甲矿业有限公司', fax: '029-88880001' });
    await makeFiling(unit, {
      _id: unit.seats.main?.filingId ?? '',
      openid: liaison.openid,
      form: someForm(),
      open: false,
    });
    await makeUnit({
      name: '示例乙矿业有限公司',
      contacts: [
        {
          kind: 'liaison',
          name: '示例丁',
          position: '',
          phone: '13900003333',
          landline: '',
          email: '',
          wechat: '',
        },
      ],
    });
    const id = requestId();
    const out = await staff.change('roster.export', directory, id);
    expect(out).toMatchObject({ units: 2, masked: false, name: '通信联络表_2026-11-23.xlsx' });
    const lines = await workbookAt(out.url);
    expect(lines[1]?.[0]).toBe('导出人：示例会务　时间：2026年11月23日 09:00　内部资料，请勿外传');
    expect(lines[2]).toEqual([
      '单位',
      '协会职务',
      '联络员',
      '职务',
      '办公电话',
      '手机',
      '传真',
      '邮箱',
      '微信号',
    ]);
    expect(lines.slice(3)).toEqual(
      expect.arrayContaining([
        [
          '示例甲矿业有限公司',
          '会员单位',
          '示例联络员',
          '办公室主任',
          '029-88880000',
          '19900001234',
          '029-88880001',
          'demo@example.com',
          'demo-wechat',
        ],
        ['示例乙矿业有限公司', '会员单位', '示例丁（未登记）', '', '', '13900003333', '', '', ''],
      ]),
    );
    const book = read(Buffer.from(await (await fetch(out.url)).arrayBuffer()), {
      type: 'buffer',
      cellStyles: true,
    });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    expect(sheet?.F4).toMatchObject({ t: 's' });
    expect(sheet?.['!cols']?.[0]?.wch).toBeGreaterThan(15);
    expect(utils.decode_range(sheet?.['!ref'] ?? '').e.c).toBe(8);
    const told = await cloud.find('audits', { collection: 'people' });
    expect(told).toMatchObject([
      { action: 'roster.export', subjectId: liaison.openid, unitId: unit._id, openid: staff.openid },
    ]);
    expect(await staff.change('roster.export', directory, id)).toMatchObject({ units: 2 });
    expect(await cloud.find('audits', { collection: 'people' })).toHaveLength(1);
    expect(await staff.fails('roster.export', roster, id)).toMatchObject({ code: 'conflict' });
  });

  it('exports what the filters hold', async () => {
    const staff = await makeStaff();
    for (const [region, industry, tags] of [
      ['榆林', '煤炭', ['重点']],
      ['西安', '电力', ['重点']],
      ['西安', '煤炭', []],
    ] as const)
      await staff.change('unit.save', {
        name: `示例${region}${industry}有限公司`,
        nature: 'private',
        address: '示例路1号',
        postCode: '710000',
        hosts: ['association'],
        region,
        industry,
        post: 'ordinary',
        tags: [...tags],
      });
    const namesOf = async (filter: object) =>
      (await workbookAt((await staff.change('roster.export', { ...roster, ...filter })).url))
        .slice(3)
        .map(([name]) => name);
    expect(await namesOf({})).toHaveLength(3);
    expect(await namesOf({ region: '西安' })).toHaveLength(2);
    expect(await namesOf({ region: '西安', industry: '煤炭' })).toEqual(['示例西安煤炭有限公司']);
    expect(await namesOf({ tag: '重点', vacant: true })).toHaveLength(2);
    expect(await namesOf({ search: 'slyl' })).toEqual(['示例榆林煤炭有限公司']);
  });

  it('lets the file go after three days', async () => {
    const staff = await makeStaff();
    await makeUnit();
    const id = requestId();
    await staff.change('roster.export', roster, id);
    await cloud.clock.advance(4 * 86_400_000);
    await staff.change('roster.export', roster);
    expect(await staff.fails('roster.export', roster, id)).toMatchObject({ code: 'expired' });
    expect(await cloud.find('exports', { expiresAt: null })).toHaveLength(1);
  });
});
