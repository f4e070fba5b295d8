import { cloud, later, makeOffice, makeStaff, NOW, requestId, requestsOf, stranger } from '../../support';
import { chamber, OURS } from './announcing';
import { seated, wordAt } from './papers';

const input = { hostIds: ['chamber'], until: NOW };
const marks = async (): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await cloud.find('filings', {})).map(({ _id, announced }) => [_id as string, announced]),
  );

describe('paper.announce', () => {
  it('is for staff who review', async () => {
    await chamber();
    const { liaison } = await seated(OURS);
    expect(await stranger().fails('paper.announce', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('paper.announce', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('paper.announce', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(Object.values(await marks())).toEqual([null]);
  });

  it.each([
    [{ until: 'yesterday' }, 'until', '名单时间应为日期时间'],
    [{ until: '2027-01-01T00:00:00.000Z' }, 'until', '名单时间不能晚于现在'],
    [{ hostIds: ['elsewhere'] }, 'hostIds', '没有这个主办方，请重新选择'],
    [{ number: '长'.repeat(41) }, 'number', '发文字号最多40字'],
    [{ except: ['$'] }, 'except.0', '登记不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const staff = await chamber();
    await seated(OURS);
    expect(await staff.fails('paper.announce', { ...input, ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await cloud.find('papers', {})).toEqual([]);
  });

  it('says when nobody is left to publish', async () => {
    const staff = await chamber();
    const { filing } = await seated(OURS);
    const nobody = { code: 'conflict', message: '没有需要公布的人员，可能刚刚已经发文公布' };
    expect(await staff.fails('paper.announce', { ...input, except: [filing._id] })).toEqual(nobody);
    await staff.change('paper.announce', input);
    expect(await staff.fails('paper.announce', input)).toEqual(nobody);
    expect(await cloud.find('counters', {})).toMatchObject([{ last: { chamber: 1 } }]);
  });

  it('makes a red-head document with the list, and marks who is on it', async () => {
    const staff = await chamber();
    const one = await seated(OURS);
    const left = await seated(OURS);
    const tomorrow = await seated({ ...OURS, filing: { ...OURS.filing, since: later(1) } });
    const id = requestId();
    const made = await staff.change('paper.announce', { ...input, except: [left.filing._id] }, id);
    expect(made).toMatchObject({
      paperId: id,
      people: 1,
      number: '商会发〔2026〕1号',
      name: '商会发〔2026〕1号_关于公布会员单位联络员名单的通知.docx',
    });
    expect(await marks()).toEqual({
      [one.filing._id]: id,
      [left.filing._id]: null,
      [tomorrow.filing._id]: null,
    });
    const { table, text, page, xml, footer } = await wordAt(made.url);
    expect(page).toEqual([210, 297]);
    expect(table).toEqual([
      ['序号', '单位', '姓名', '职务', '备案号'],
      ['1', one.unit.name, one.filing.form.name, '综合办公室主任', one.filing.numbers[0]],
    ]);
    expect(text).toMatch(
      /^示例市机械制造业商会文件商会发〔2026〕1号关于公布会员单位联络员名单的通知各会员单位：/,
    );
    expect(text).toContain('根据《会员企业联络员工作制度》');
    expect(text).toContain('2026年11月23日附件');
    expect(xml).toMatch(/w:color w:val="E60012"/);
    expect(footer).toBe('—  —');
    expect(text).not.toContain('19900005678');
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'paper.announce', collection: 'papers', subjectId: id },
    ]);
    expect((await requestsOf('paper.announce')).filter((each) => each.startsWith('database'))).toHaveLength(
      12,
    );
  });

  it('takes the title and the number given, and counts no number then', async () => {
    const staff = await chamber();
    await seated(OURS);
    const made = await staff.change('paper.announce', {
      ...input,
      title: '公布第一批联络员',
      number: '成机商〔2026〕8号',
    });
    expect(made).toMatchObject({
      number: '成机商〔2026〕8号',
      name: '成机商〔2026〕8号_公布第一批联络员.docx',
    });
    expect(await cloud.find('counters', {})).toEqual([]);
  });

  it('is the same list when asked twice, though somebody was filed meanwhile; the later list has only the new', async () => {
    const staff = await chamber();
    const first = await seated(OURS);
    const id = requestId();
    const made = await staff.change('paper.announce', input, id);
    const second = await seated(OURS);
    await cloud.clock.advance(60_000);
    const again = await staff.change('paper.announce', input, id);
    expect({ ...again, url: '' }).toEqual({ ...made, url: '' });
    const next = await staff.change('paper.announce', { ...input, until: '2026-11-23T01:01:00.000Z' });
    expect(next).toMatchObject({ people: 1, number: '商会发〔2026〕2号' });
    expect((await wordAt(next.url)).text).not.toContain(first.unit.name);
    expect(await marks()).toEqual({ [first.filing._id]: id, [second.filing._id]: next.paperId });
  });

  it('is finished with the same people and number after a break, by a colleague as well', async () => {
    const staff = await chamber();
    const { filing } = await seated(OURS);
    const id = requestId();
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'documents',
      times: 1,
      fault: 'kill-after',
    });
    await staff.call('paper.announce', input, id).catch(() => undefined);
    expect(await cloud.find('papers', {})).toMatchObject([{ _id: id, fileId: null }]);
    expect(await marks()).toEqual({ [filing._id]: id });
    await seated({ ...OURS, filing: { ...OURS.filing, since: later(1) } });
    const made = await (await makeStaff('secretary-general')).change('paper.announce', input, id);
    expect(made).toMatchObject({ people: 1, number: '商会发〔2026〕1号' });
    expect((await wordAt(made.url)).table).toHaveLength(2);
  });

  it('names each person on one list only when two are published at once', async () => {
    const staff = await chamber();
    for (let i = 0; i < 3; i += 1) await seated(OURS);
    const ids = [requestId(), requestId()];
    const answers = await Promise.all(ids.map((id) => staff.call('paper.announce', input, id)));
    const lists = await Promise.all(answers.flatMap((one) => (one.ok ? [wordAt(one.data.url)] : [])));
    expect(lists.flatMap(({ table }) => table.slice(1))).toHaveLength(3);
    expect(new Set(Object.values(await marks())).size).toBe(1);
    expect(await cloud.find('papers', { fileId: null })).toEqual([]);
  });

  it('bears the names of both hosts when they publish together', async () => {
    await makeOffice();
    const staff = await makeStaff();
    await seated({ filing: { hosts: ['society'] } });
    const { url } = await staff.change('paper.announce', { hostIds: ['society', 'association'], until: NOW });
    expect((await wordAt(url)).text).toMatch(/^示例市煤炭工业协会　　示例市煤炭学会文件协会发〔2026〕1号/);
  });

  it('is not made under the request of another paper', async () => {
    const staff = await chamber();
    const { filing } = await seated(OURS);
    const id = requestId();
    await staff.change('paper.form', { filingId: filing._id }, id);
    expect(await staff.fails('paper.announce', input, id)).toMatchObject({ code: 'conflict' });
  });
});
