import { cloud, makeStaff, requestId, stranger } from '../../support';
import { wordAt, world } from './papers';

describe('paper.recommendation', () => {
  it('is for staff who review', async () => {
    const { filing, liaison } = await world();
    const input = { filingId: filing._id };
    expect(await stranger().fails('paper.recommendation', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('paper.recommendation', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('paper.recommendation', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('names the field that is wrong, and says when there is none', async () => {
    const { staff } = await world();
    expect(await staff.fails('paper.recommendation', { filingId: '' })).toMatchObject({ field: 'filingId' });
    expect(await staff.fails('paper.recommendation', { filingId: 'nowhere' })).toMatchObject({
      code: 'missing',
    });
  });

  it('says who is recommended, with the ID number masked and boxes for both seals', async () => {
    const { filing, staff, unit } = await world(
      { preset: 'business-registry' },
      { form: { idNumber: '11010519491231002X' } as never, unit: { legalRep: '示例法人' } },
    );
    const id = requestId();
    const { url, name } = await staff.change('paper.recommendation', { filingId: filing._id }, id);
    expect(name).toBe(`${unit.name}_${filing.form.name ?? ''}_工商联络员推荐表.docx`);
    const { table, text, xml } = await wordAt(url);
    expect(table[0]).toEqual(['单位全称', unit.name]);
    expect(table.flat()).toEqual(
      expect.arrayContaining(['推荐理由', '单　　位推荐意见', '协会确认意见', '示例法人']),
    );
    expect(text).toMatch(/身份证号110\*+002X/);
    expect(xml).not.toContain('11010519491231002X');
    expect(text).not.toContain('填　表　说　明');
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        _id: id,
        action: 'paper.recommendation',
        collection: 'people',
        subjectId: filing.openid,
        unitId: unit._id,
      },
    ]);
    expect(await staff.change('paper.recommendation', { filingId: filing._id }, id)).toMatchObject({ name });
    expect(await cloud.find('papers', {})).toHaveLength(1);
  });
});
