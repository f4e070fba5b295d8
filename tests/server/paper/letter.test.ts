import { cloud, makeStaff, requestId, stranger } from '../../support';
import { makeHandover, seated, wordAt, world } from './papers';

describe('paper.letter', () => {
  it('is for staff who review', async () => {
    const left = await world();
    const input = { handoverId: (await makeHandover(left))._id };
    expect(await stranger().fails('paper.letter', input)).toMatchObject({ code: 'stranger' });
    expect(await left.liaison.fails('paper.letter', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('paper.letter', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('names the field that is wrong, and says what is not there yet', async () => {
    const left = await world();
    expect(await left.staff.fails('paper.letter', {})).toMatchObject({ field: 'handoverId' });
    expect(await left.staff.fails('paper.letter', { handoverId: 'nowhere' })).toMatchObject({
      code: 'missing',
    });
    const { _id: handoverId } = await makeHandover(left);
    expect(await left.staff.fails('paper.letter', { handoverId })).toEqual({
      code: 'conflict',
      message: '接任人还没有扫码，确定接任人后才能打印变更函',
    });
  });

  it('says who leaves and who comes from what day, without the number of whoever leaves', async () => {
    const numbers = ['协会联备〔2026〕77号'];
    const left = await world({}, { form: { mobile: '19900001111' } });
    const came = await seated({ form: { name: '示例新人', mobile: '19900007777' }, filing: { numbers } });
    const handover = await makeHandover(left, {
      successor: { openid: came.filing.openid, name: '示例新人' },
      filingId: came.filing._id,
    });
    const id = requestId();
    const { url, name } = await left.staff.change('paper.letter', { handoverId: handover._id }, id);
    expect(name).toBe(`${left.unit.name}_联络员变更函.docx`);
    const { table, text } = await wordAt(url);
    expect(text).toContain('关于变更联络员的函');
    expect(text).toContain(
      `因工作调动，自2026年11月20日起，我单位联络员由${left.filing.form.name ?? ''}变更为示例新人`,
    );
    expect(table).toEqual(
      expect.arrayContaining([
        ['手　　机', '', '19900007777'],
        ['备 案 号', `${left.filing.numbers[0] ?? ''}（终止）`, '协会联备〔2026〕77号'],
        ['交接确认', '2026年11月23日 在线确认', ''],
      ]),
    );
    expect(text).not.toContain('19900001111');
    expect(text).toContain(`${left.unit.name}（盖章）`);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'paper.letter', collection: 'people', subjectId: came.filing.openid },
    ]);
    expect(await left.staff.change('paper.letter', { handoverId: handover._id }, id)).toMatchObject({ name });
    expect(await cloud.find('papers', {})).toHaveLength(1);
  });
});
