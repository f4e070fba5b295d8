import { read, utils, type WorkBook } from '@e965/xlsx';
import { doneRate, figureCounts } from '@contract/rules/statistics';
import { cloud, makeOffice, makeSeatedUnit, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { published } from '../notice/figured';
import { manyUnits } from '../notice/many';

const YEAR = { from: '2025-12', to: '2026-11' };

async function bookAt(url: string): Promise<WorkBook> {
  return read(Buffer.from(await (await fetch(url)).arrayBuffer()), { type: 'buffer' });
}
const sheet = (book: WorkBook, name: string): (string | number)[][] => {
  const found = book.Sheets[name];
  return found ? utils.sheet_to_json<(string | number)[]>(found, { header: 1, defval: '', raw: true }) : [];
};

async function world() {
  await makeOffice();
  const staff = await makeStaff('editor');
  const units = await manyUnits(5, (i) => ({ region: i < 3 ? '西安' : '' }));
  for (const [day, host] of [
    ['03', 'association'],
    ['04', 'society'],
  ] as const)
    await published(
      `2026-11-${day}T01:00:00.000Z`,
      units,
      (i) => ({ doneAfterHours: i === 0 ? null : i * 20, onBehalf: i === 1 }),
      { hostId: host },
    );
  await published('2026-11-05T01:00:00.000Z', units, () => ({ doneAfterHours: 1 }), { state: 'withdrawn' });
  return staff;
}

describe('report.statistics', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    await world();
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('report.statistics', YEAR)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('report.statistics', YEAR)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).change('report.statistics', YEAR)).toMatchObject({ units: 5 });
  });

  it.each([
    [{ from: '2026-11' }, 'to', '请选择结束月份'],
    [{ from: '2026-12', to: '2026-11' }, 'to', '结束月份不能早于开始月份'],
    [{ from: '2024-01', to: '2026-11' }, 'to', '一次最多统计24个月'],
    [{ ...YEAR, hostId: 'nobody' }, 'hostId', '没有这个发文单位'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    const staff = await world();
    expect(await staff.fails('report.statistics', input)).toEqual({ code: 'invalid', field, message });
  });

  it('says that there is nothing to export', async () => {
    const staff = await world();
    expect(await staff.fails('report.statistics', { from: '2025-01', to: '2025-02' })).toEqual({
      code: 'missing',
      message: '这段时间没有要求办理的通知，请换一段时间再导出',
    });
    expect(await cloud.find('exports', {})).toEqual([]);
  });

  it('writes three sheets with formula, mark and sums; counts are numbers, the same as on the page', async () => {
    const staff = await world();
    const reply = await staff.change('report.statistics', YEAR);
    expect(reply).toMatchObject({ name: '通知办理情况统计_2025年12月至2026年11月.xlsx', units: 5 });
    const book = await bookAt(reply.url);
    expect(book.SheetNames).toEqual(['按单位', '按地区', '按月份']);
    const [title, mark, note, headers, ...rows] = sheet(book, '按单位');
    expect(title?.[0]).toBe('示例市煤炭工业协会通知办理情况统计（2025年12月至2026年11月）');
    expect(mark?.[0]).toBe('导出人：示例秘书　时间：2026年11月23日 09:00　内部资料，请勿外传');
    expect(note?.[0]).toContain('办结率＝已办÷应办');
    expect(note?.[0]).toContain('本期有1件通知已撤回或更正，未计入。');
    expect(headers).toEqual([
      ...['单位', '地区', '应办', '已打开', '已办', '按时办结', '逾期办结', '逾期未办', '未到期', '代录'],
      ...['办结率', '按时率', '平均用时（小时）'],
    ]);
    expect(rows[0]).toEqual(['示例0000号矿业有限责任公司', '西安', 2, 0, 0, 0, 0, 2, 0, 0, '0%', '0%', '—']);
    expect(rows[5]).toEqual(['合计', '', 10, 8, 8, 6, 2, 2, 0, 2, '80%', '60%', 50]);
    const { rows: page } = await staff.ask('notice.statistics', { ...YEAR, by: 'unit' });
    expect(rows.slice(0, 5).map((row) => [row[2], row[4], row[10]])).toEqual(
      page.map(({ figures }) => [figures.asked, figureCounts(figures).done, doneRate(figures)]),
    );
    expect(
      sheet(book, '按地区')
        .slice(4)
        .map((row) => row.slice(0, 2)),
    ).toEqual([
      ['未填地区', 4],
      ['西安', 6],
      ['合计', 10],
    ]);
    expect(sheet(book, '按月份')).toHaveLength(4 + 12 + 1);
  });

  it('takes one host alone', async () => {
    const staff = await world();
    const reply = await staff.change('report.statistics', { ...YEAR, hostId: 'society' });
    expect(reply.name).toBe('通知办理情况统计_学会_2025年12月至2026年11月.xlsx');
    expect(sheet(await bookAt(reply.url), '按单位')[9]?.[2]).toBe(5);
  });

  it('twice with one request: the same file and one entry; another question with it is refused', async () => {
    const staff = await world();
    const id = requestId();
    const first = await staff.change('report.statistics', YEAR, id);
    expect((await requestsOf('report.statistics')).length).toBeLessThanOrEqual(10);
    expect((await staff.change('report.statistics', YEAR, id)).name).toBe(first.name);
    expect(await cloud.find('exports', {})).toHaveLength(1);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'report.statistics', collection: 'exports', subjectId: id },
    ]);
    expect(await staff.fails('report.statistics', { ...YEAR, from: '2026-01' }, id)).toMatchObject({
      code: 'conflict',
    });
  });
});
