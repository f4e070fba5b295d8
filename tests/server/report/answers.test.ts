import { utils, read } from '@e965/xlsx';
import { cloud, makeLiaison, makeNotice, makeUnit, requestId, stranger, makeStaff } from '../../support';
import { formSent, handedIn, makeFormNotice } from '../notice/forms';
import { manyReceipts, manyUnits, secretariat } from '../notice/many';

async function sheetAt(url: string): Promise<string[][]> {
  const book = read(Buffer.from(await (await fetch(url)).arrayBuffer()), { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false }) : [];
}

describe('report.answers', () => {
  it('is for staff who publish', async () => {
    const { input, liaison } = await formSent();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const finance = await makeStaff('finance');
    expect(await stranger().fails('report.answers', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('report.answers', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('report.answers', input)).toMatchObject({ code: 'forbidden' });
    expect(await finance.fails('report.answers', input)).toMatchObject({ code: 'forbidden' });
    expect(await cloud.find('exports', {})).toEqual([]);
  });

  it('names the field, and says so when there is no form', async () => {
    const staff = await secretariat();
    expect(await staff.fails('report.answers', { noticeId: { $ne: '' } })).toMatchObject({
      code: 'invalid',
      field: 'noticeId',
    });
    expect(await staff.fails('report.answers', { noticeId: 'notice-gone' })).toMatchObject({
      code: 'missing',
    });
    const { _id: noticeId } = await makeNotice();
    expect(await staff.fails('report.answers', { noticeId })).toMatchObject({
      code: 'conflict',
      message: '这条通知没有回执表，不能导出',
    });
  });

  it('writes every unit a row, who answered and how, numbers as text, and who took it out', async () => {
    const staff = await secretariat();
    const notice = await makeFormNotice({ title: '关于召开“四季度”例会的通知' });
    const { _id: noticeId } = notice;
    const units = await manyUnits(4, (i) => ({ region: ['西安', '西安', '榆林', '榆林'][i] ?? '' }));
    const at = new Date('2026-11-23T00:30:00Z');
    const phone = {
      at,
      openid: '',
      name: '示例乙',
      channel: 'phone' as const,
      recordedBy: { openid: staff.openid, name: '示例秘书' },
    };
    const late = {
      at: new Date('2026-12-01T00:30:00Z'),
      openid: 'x',
      name: '示例丙',
      channel: 'self' as const,
    };
    await manyReceipts(notice, units, (i) => {
      const answers = { q1: 3, q2: ['示例甲'], q3: ['住'], q4: '手机19900001234' };
      const form = { answers, files: {}, version: 'version-0003', revised: 2, check: 'pass' as const };
      if (i === 1) return handedIn({ answers, form });
      if (i === 2) return handedIn({ answered: phone });
      return i === 3 ? handedIn({ answered: late, answers: { q1: 0, q3: ['不住'] } }) : {};
    });
    const reply = await staff.change('report.answers', { noticeId });
    expect(reply).toMatchObject({ name: '回执表_关于召开“四季度”例会的通知_2026-11-23.xlsx', units: 4 });
    const [title, mark, headers, ...rows] = await sheetAt(reply.url);
    expect(title?.[0]).toBe('关于召开“四季度”例会的通知 回执表');
    expect(mark?.[0]).toBe('导出人：示例秘书　时间：2026年11月23日 09:00　内部资料，请勿外传');
    expect(headers).toEqual([
      ...['地区', '单位', '状态', '填报人', '填报时间', '填报方式', '修改次数', '最后修改时间'],
      ...['参会人数', '参会人员', '是否住宿', '备注', '报名表'],
    ]);
    const name = (i: number) => units[i]?.name ?? '';
    expect(rows).toEqual([
      ['西安', name(0), '未填报', ...Array<string>(10).fill('')],
      [
        ...[
          '西安',
          name(1),
          '已填报',
          '示例甲',
          '2026年11月23日 08:30',
          '联络员填报',
          '2',
          '2026年11月23日 08:30',
        ],
        ...['3', '示例甲', '住', '手机19900001234', ''],
      ],
      [
        ...['榆林', name(2), '已填报', '示例乙', '2026年11月23日 08:30', '电话代录（示例秘书）', '0', ''],
        ...['2', '示例甲、示例乙', '住', '自驾', ''],
      ],
      [
        ...['榆林', name(3), '逾期填报', '示例丙', '2026年12月1日 08:30', '联络员填报', '0', ''],
        ...['0', '', '不住', '', ''],
      ],
    ]);
    expect(await cloud.find('exports', {})).toMatchObject([
      { kind: 'answers', asked: noticeId, openid: staff.openid, count: 4 },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'report.answers', collection: 'exports', openid: staff.openid },
    ]);
  });

  it('makes it once for a request, and not for another notice', async () => {
    const { staff, input } = await formSent();
    const id = requestId();
    const first = await staff.change('report.answers', { noticeId: input.noticeId }, id);
    const again = await staff.change('report.answers', { noticeId: input.noticeId }, id);
    expect(again.name).toBe(first.name);
    expect(await cloud.find('exports', {})).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
    const { _id: noticeId } = await makeFormNotice();
    const other = await staff.call('report.answers', { noticeId }, id);
    expect(other).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('reads 500 rows a request', async () => {
    const staff = await secretariat();
    const notice = await makeFormNotice();
    await manyReceipts(notice, await manyUnits(1100), () => handedIn());
    expect(await staff.change('report.answers', { noticeId: notice._id })).toMatchObject({ units: 1100 });
    expect(await cloud.unserved()).toEqual([]);
  });
});
