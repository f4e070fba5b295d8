import {
  cloud,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { makePhoto, seated, wordAt, world } from './papers';

const input = (filingId: string) => ({ filingId });

describe('paper.form', () => {
  it('is for staff who review and for whoever it is of', async () => {
    const { filing, liaison } = await world();
    const { liaison: other } = await makeSeatedUnit();
    expect(await stranger().fails('paper.form', input(filing._id))).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff('editor')).fails('paper.form', input(filing._id))).toMatchObject({
      code: 'forbidden',
    });
    expect(await other.fails('paper.form', input(filing._id))).toEqual({
      code: 'missing',
      message: '没有找到这份登记',
    });
    expect(await liaison.change('paper.form', input(filing._id))).toMatchObject({
      name: expect.stringMatching(/登记表\.docx$/) as string,
    });
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'paper.form', collection: 'filings', subjectId: filing._id, openid: liaison.openid },
    ]);
  });

  it('names the field that is wrong, and says when there is none', async () => {
    const { staff } = await world();
    expect(await staff.fails('paper.form', {})).toMatchObject({ code: 'invalid', field: 'filingId' });
    expect(await staff.fails('paper.form', input('filing-nowhere'))).toEqual({
      code: 'missing',
      message: '没有找到这份登记',
    });
  });

  it('is the own one no more once the filing is closed', async () => {
    const { filing, liaison, staff } = await world({}, { filing: { state: 'closed', inForce: false } });
    expect(await liaison.fails('paper.form', input(filing._id))).toMatchObject({ code: 'closed' });
    expect(await staff.change('paper.form', input(filing._id))).toMatchObject({
      size: expect.any(Number) as number,
    });
    expect(await cloud.find('papers', {})).toHaveLength(1);
  });

  it('can be printed by an applicant before the seal is there', async () => {
    const consents = [{ version: '2027-01', at: new Date(NOW) }];
    await makeOffice();
    const applicant = await makePerson({ consents });
    const { filing } = await seated({
      filing: { openid: applicant.openid, state: 'submitted', inForce: false, numbers: [] },
    });
    const { url } = await applicant.change('paper.form', input(filing._id));
    expect((await wordAt(url)).text).toMatch(/编号：＿+/);
  });

  it('is the form of the rulebook on A4, filled in, with photo, code, seals and notes', async () => {
    const { filing, staff, unit } = await world();
    const id = requestId();
    const { url, name, size } = await staff.change('paper.form', input(filing._id), id);
    expect(name).toBe(`${unit.name}_${filing.form.name ?? ''}_登记表.docx`);
    expect(url).not.toContain(encodeURIComponent(unit.name));
    const word = await wordAt(url);
    expect(word.page).toEqual([210, 297]);
    expect(word.tables).toBe(1);
    expect(word.table[0]).toEqual(['单位全称', unit.name]);
    expect(word.table[1]).toEqual(['单位性质', '国有企业（省企）']);
    expect(word.table[3]).toEqual(['姓名', filing.form.name, '性别', '女', '民族', '汉族', '']);
    expect(word.table[4]).toEqual(['出生日期', '1985年6月1日', '政治面貌', '群众', '']);
    expect(word.table.flat()).toEqual(
      expect.arrayContaining(['19900005678', '029-88880000', '710000', 'demo-wechat']),
    );
    expect(word.text).toContain('2008.07.01—至今示例一矿 办公室');
    expect(word.table.flat()).toEqual(expect.arrayContaining(['会员单位推荐意见', '协会备案情况']));
    expect(word.text).toContain('（单位盖章）年　　月　　日');
    expect(word.text).toContain('（示例市煤炭工业协会盖章）年　　月　　日');
    expect(word.text).toContain(`备案号：${filing.numbers[0] ?? ''}`);
    expect(word.text).toContain('填　表　说　明');
    expect(word.breaks).toBe(1);
    expect(word.footer).toContain(`打印时间：2026年11月23日 09:00　　记录号：${filing._id}`);
    expect(word.pictures).toHaveLength(2);
    expect(word.xml).toMatch(/w:eastAsia="宋体"/);
    expect(word.xml).toMatch(/w:eastAsia="仿宋"/);

    expect(await cloud.find('papers', {})).toMatchObject([
      { _id: id, kind: 'form', subjectId: filing._id, unitId: unit._id, by: staff.openid, name, size },
    ]);
    expect(await cloud.find('audits', {})).toEqual([
      {
        _id: id,
        at: new Date(NOW),
        openid: staff.openid,
        action: 'paper.form',
        collection: 'people',
        subjectId: filing.openid,
        unitId: unit._id,
      },
    ]);
    // Caller, repeat?, filing, office, unit, photo, the row, what is old, audit.
    expect((await requestsOf('paper.form')).filter((one) => one.startsWith('database'))).toHaveLength(9);
  });

  it('has a box for each host of the unit with its own number', async () => {
    const numbers = ['协会联备〔2026〕7号', '学会联备〔2026〕9号'];
    const { filing, staff } = await world(
      {},
      { filing: { numbers }, unit: { hosts: ['association', 'society'] } },
    );
    const { url } = await staff.change('paper.form', input(filing._id));
    const { table } = await wordAt(url);
    const [label, first, second] = table[table.length - 1] ?? [];
    expect(label).toBe('协会学会备案情况');
    expect(first).toMatch(/备案号：协会联备〔2026〕7号.*示例市煤炭工业协会盖章/);
    expect(second).toMatch(/备案号：学会联备〔2026〕9号.*示例市煤炭学会盖章/);
  });

  it('gives the same file when asked twice, and makes no second one', async () => {
    const { filing, staff } = await world();
    const id = requestId();
    const first = await staff.change('paper.form', input(filing._id), id);
    await cloud.clock.advance(60_000);
    const second = await staff.change('paper.form', input(filing._id), id);
    expect({ ...second, url: '' }).toEqual({ ...first, url: '' });
    expect(await cloud.find('papers', {})).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('is not handed out under the request of another paper', async () => {
    const { filing, staff } = await world();
    const { filing: other } = await seated();
    const id = requestId();
    await staff.change('paper.form', input(filing._id), id);
    expect(await staff.fails('paper.form', input(other._id), id)).toMatchObject({ code: 'conflict' });
    expect(await (await makeStaff()).fails('paper.form', input(filing._id), id)).toMatchObject({
      code: 'conflict',
    });
  });

  it('leaves the photo box empty when the photo is gone or broken, and is printed without a code', async () => {
    const broken = await makePhoto(Buffer.from('no picture at all'));
    const { filing, staff } = await world({}, { form: { photo: 'upload-gone' } });
    const { filing: second } = await seated({ form: { photo: broken } });
    await cloud.script({ api: 'wxacode.getUnlimited', times: 2, fault: { errCode: 45009, errMsg: 'limit' } });
    for (const { _id } of [filing, second]) {
      const word = await wordAt((await staff.change('paper.form', input(_id))).url);
      expect(word.pictures).toEqual([]);
      expect(word.table[3]?.[6]).toBe('照片');
    }
  });

  it('deletes what was printed days ago', async () => {
    const { filing, staff } = await world();
    const { url } = await staff.change('paper.form', input(filing._id));
    await cloud.clock.advance(3 * 86_400_000 + 1);
    await staff.change('paper.form', input(filing._id));
    expect(await cloud.find('papers', {})).toHaveLength(1);
    expect((await fetch(url)).status).toBeGreaterThanOrEqual(400);
  });
});
