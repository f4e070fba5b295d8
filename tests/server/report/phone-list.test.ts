import { read, utils } from '@e965/xlsx';
import JSZip from 'jszip';
import type { Contact } from '@contract/unit';
import {
  cloud,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { makeNotice, makeReceipt } from '../../support';
import { manyMissing } from '../notice/ladders';

const head: Contact = {
  kind: 'head',
  name: '示例丁',
  position: '总经理',
  phone: '19900009876',
  landline: '029-88880001',
  email: '',
  wechat: '',
};

const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

async function rowsOf(url: string): Promise<string[][]> {
  const book = read(await bytesOf(url));
  return utils.sheet_to_json(Object.values(book.Sheets)[0] ?? {}, { header: 1, defval: '' });
}

async function xmlOf(url: string): Promise<{ document: string; footer: string }> {
  const zip = await JSZip.loadAsync(await bytesOf(url));
  const text = async (name: RegExp) => (await zip.file(name)[0]?.async('string')) ?? '';
  return { document: await text(/^word\/document\.xml$/), footer: await text(/^word\/footer\d\.xml$/) };
}

/** Two missing units of two regions, and one that is done. */
async function missing() {
  const notice = await makeNotice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司', contacts: [head] });
  await makeReceipt(notice, unit, { state: 'opened' });
  const other = await makeUnit({
    name: '示例二矿有限公司',
    region: '铜川',
    regionKey: 'tong chuan',
    contacts: [{ ...head, kind: 'liaison', name: '示例戊', phone: '19900005555', landline: '' }],
  });
  await makeReceipt(notice, other);
  const { unit: done } = await makeSeatedUnit();
  await makeReceipt(notice, done, { state: 'confirmed', done: true });
  return { noticeId: notice._id, unit, liaison };
}

describe('report.phoneList', () => {
  const input = { noticeId: 'notice-x', format: 'docx' as const };
  beforeEach(async () => void (await makeOffice()));

  it('turns a stranger away', async () => {
    expect(await stranger().fails('report.phoneList', input)).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{ format: 'docx' }, 'noticeId'],
    [{ noticeId: 'notice-x', format: 'pdf' }, 'format'],
    [{ ...input, region: 'x'.repeat(21) }, 'region'],
    [{ ...input, links: true }, 'links'],
  ])('names the field that is wrong in %j', async (given, field) => {
    expect(await (await makeStaff()).fails('report.phoneList', given)).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('is for staff; links for those who publish', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await liaison.fails('report.phoneList', input)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('report.phoneList', input)).toMatchObject({ code: 'stranger' });
    const { noticeId } = await missing();
    expect(
      await (await makeStaff('finance')).fails('report.phoneList', { noticeId, format: 'xlsx', links: true }),
    ).toMatchObject({ code: 'forbidden' });
  });

  it('says so when the notice is gone or nobody is missing', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('report.phoneList', input)).toMatchObject({ code: 'missing' });
    const notice = await makeNotice();
    expect(await staff.fails('report.phoneList', { ...input, noticeId: notice._id })).toMatchObject({
      code: 'missing',
      message: '没有还差的单位，不用打电话',
    });
  });

  it('names the missing by region with whole numbers and boxes, and tells everybody whose number went out', async () => {
    const { noticeId, unit, liaison } = await missing();
    const staff = await makeStaff('meeting', '示例会务');
    const out = await staff.change('report.phoneList', { noticeId, format: 'xlsx' });
    expect(out).toMatchObject({
      name: '电话催办单_关于报送四季度信息的通知_2026-11-23.xlsx',
      units: 2,
      masked: false,
    });
    const [title, mark, headers, ...rows] = await rowsOf(out.url);
    expect(title?.[0]).toBe('电话催办单：关于报送四季度信息的通知');
    expect(mark?.[0]).toBe('导出人：示例会务　时间：2026年11月23日 09:00　内部资料，请勿外传　共2家');
    expect(headers).toEqual([
      ...['序号', '地区', '单位', '联络员', '电话', '负责人', '负责人电话'],
      ...['已接通', '已转告', '未接', '备注'],
    ]);
    expect(rows).toEqual([
      ['1', '铜川', '示例二矿有限公司', '示例戊（未登记）', '19900005555', '', '', '□', '□', '□', '未打开'],
      [
        ...['2', '西安', '示例一矿有限公司', '示例联络员', '19900001234；029-88880000', '示例丁 总经理'],
        ...['19900009876；029-88880001', '□', '□', '□', '已打开未确认'],
      ],
    ]);
    expect((await requestsOf('report.phoneList')).length).toBeLessThanOrEqual(12);
    const told = await cloud.find('audits', { action: 'report.phoneList' });
    expect(told.filter(({ collection }) => collection === 'people')).toMatchObject([
      { subjectId: liaison.openid, unitId: unit._id },
    ]);
    expect(told.filter(({ collection }) => collection === 'contacts')).toHaveLength(2);
    expect(await liaison.ask('privacy.views', {})).toMatchObject({ views: [{ how: '导出了有您手机号的表格' }] });
  });

  it('of one region only when asked', async () => {
    const { noticeId } = await missing();
    const staff = await makeStaff();
    const out = await staff.change('report.phoneList', { noticeId, format: 'xlsx', region: '铜川' });
    expect(out.units).toBe(1);
    expect((await rowsOf(out.url))[3]?.[2]).toBe('示例二矿有限公司');
  });

  it('as a paper has the boxes, repeats its head row and numbers its pages', async () => {
    const { noticeId } = await missing();
    const out = await (
      await makeStaff('admin', '示例秘书')
    ).change('report.phoneList', { noticeId, format: 'docx' });
    const { document, footer } = await xmlOf(out.url);
    for (const words of [
      '□已接通',
      '□已转告',
      '□未接',
      '铜川（1家）',
      '西安（1家）',
      '示例丁 总经理',
      '19900001234',
    ])
      expect(document).toContain(words);
    expect(document.match(/<w:tblHeader/g)).toHaveLength(1);
    expect(footer).toMatch(/导出人：示例秘书.*PAGE.*NUMPAGES/s);
  });

  it('has a column of the links that were made, when asked', async () => {
    const { noticeId, unit } = await missing();
    const staff = await makeStaff('editor');
    const { url } = await staff.change('notice.link', { noticeId, unitId: unit._id });
    const out = await staff.change('report.phoneList', { noticeId, format: 'xlsx', links: true });
    const [, , headers, first, second] = await rowsOf(out.url);
    expect(headers?.[11]).toBe('短信链接');
    expect([first?.[11] ?? '', second?.[11]]).toEqual(['', url]);
  });

  it('sent twice, is the same file and one set of entries; the id used for another is refused', async () => {
    const { noticeId } = await missing();
    const staff = await makeStaff();
    const id = 'request-of-phone-list1';
    const first = await staff.change('report.phoneList', { noticeId, format: 'xlsx' }, id);
    const entries = (await cloud.find('audits', {})).length;
    expect(await staff.change('report.phoneList', { noticeId, format: 'xlsx' }, id)).toMatchObject({
      name: first.name,
      units: 2,
    });
    expect(await cloud.find('audits', {})).toHaveLength(entries);
    expect(await staff.fails('report.phoneList', { noticeId, format: 'docx' }, id)).toMatchObject({
      code: 'conflict',
    });
  });

  it('holds 1,200 units', async () => {
    const notice = await makeNotice();
    await manyMissing(notice, 1200);
    const staff = await makeStaff();
    for (const format of ['docx', 'xlsx'] as const)
      expect((await staff.change('report.phoneList', { noticeId: notice._id, format })).units).toBe(1200);
  }, 600_000);
});
