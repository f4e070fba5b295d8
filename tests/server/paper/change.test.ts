import { cloud, makeOffice, NOW, requestId, stranger, makeStaff } from '../../support';
import { makeCorrection } from '../record/records';
import { makeHandover, seated, wordAt, world } from './papers';

describe('paper.change', () => {
  it('is for staff who review', async () => {
    const { filing, liaison } = await world();
    const { _id: correctionId } = await makeCorrection(filing);
    expect(await stranger().fails('paper.change', { correctionId })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('paper.change', { correctionId })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('paper.change', { correctionId })).toMatchObject({
      code: 'forbidden',
    });
  });

  it.each([
    [{}, 'correctionId', '请选择一份变更申请或一次交接'],
    [{ correctionId: 'a', handoverId: 'b' }, 'correctionId', '请选择一份变更申请或一次交接'],
    [{ handoverId: '$' }, 'handoverId', '交接不正确'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    await makeOffice();
    expect(await (await makeStaff()).fails('paper.change', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('says when there is none', async () => {
    await makeOffice();
    const staff = await makeStaff();
    expect(await staff.fails('paper.change', { correctionId: 'nowhere' })).toEqual({
      code: 'missing',
      message: '没有找到这份变更申请',
    });
    expect(await staff.fails('paper.change', { handoverId: 'nowhere' })).toEqual({
      code: 'missing',
      message: '没有找到这次交接',
    });
  });

  it('shows old and new of a correction side by side, what was refused, and the licence', async () => {
    const { filing, staff, unit } = await world(
      { preset: 'business-registry' },
      { unit: { creditCode: '91610000MA6TEXAMPL', legalRep: '示例法人' } },
    );
    const { _id: correctionId } = await makeCorrection(filing, {
      keys: ['mobile', 'unitNature'],
      old: { mobile: '19900005678', unitNature: 'state', unitStateLevel: 'city' },
      changed: { mobile: '19900009999', unitNature: 'private' },
      decided: { unitNature: { agreed: false, reason: '与执照不符' } },
      proofKey: 'upload-licence',
      reason: '企业改制，联络员换号',
      late: true,
    });
    const id = requestId();
    const { url, name } = await staff.change('paper.change', { correctionId }, id);
    expect(name).toBe(`${unit.name}_工商联络员变更申报表.docx`);
    const { table, page, text, pictures } = await wordAt(url);
    expect(page).toEqual([210, 297]);
    expect(table).toEqual(
      expect.arrayContaining([
        ['单位全称', unit.name],
        ['统一社会信用代码', '91610000MA6TEXAMPL', '法定代表人', '示例法人'],
        ['变更日期', '2026年11月20日', '申报日期', '2026年11月23日（逾期）'],
        ['变更项目', '变更前', '变更后'],
        ['手机', '19900005678', '19900009999'],
        ['单位性质', '国有企业（市企）', '民营企业（未同意：与执照不符）'],
        ['变更原因', '企业改制，联络员换号'],
        ['附　　件', '营业执照复印件（加盖公章）　已附'],
      ]),
    );
    expect(text).toContain('法定代表人（签字）');
    expect(pictures).toHaveLength(1);
    expect(await cloud.find('audits', {})).toEqual([
      {
        _id: id,
        at: new Date(NOW),
        openid: staff.openid,
        action: 'paper.change',
        collection: 'people',
        subjectId: filing.openid,
        unitId: unit._id,
      },
    ]);
    expect(await staff.change('paper.change', { correctionId }, id)).toMatchObject({ name });
    expect(await cloud.find('papers', {})).toHaveLength(1);
  });

  it('shows who left and who came of a handover, and what was not given yet as empty', async () => {
    const left = await world();
    const came = await seated({ form: { name: '示例新人', position: '宣传部部长', mobile: '19900007777' } });
    const handover = await makeHandover(left, {
      successor: { openid: came.filing.openid, name: '示例新人' },
      filingId: came.filing._id,
      letterKey: 'upload-letter',
    });
    const { url } = await left.staff.change('paper.change', { handoverId: handover._id });
    const { table } = await wordAt(url);
    expect(table).toEqual(
      expect.arrayContaining([
        ['姓名', left.filing.form.name, '示例新人'],
        ['职务', '综合办公室主任', '宣传部部长'],
        ['手机', '19900005678', '19900007777'],
        ['变更原因', '工作调动'],
      ]),
    );
    expect(table.flat().join()).toContain('单位来函（加盖公章）　已附');
    const waiting = await makeHandover(left, { _id: 'handover-waiting', slot: 'x' });
    const early = await wordAt((await left.staff.change('paper.change', { handoverId: waiting._id })).url);
    expect(early.table).toEqual(expect.arrayContaining([['姓名', left.filing.form.name, '']]));
  });
});
