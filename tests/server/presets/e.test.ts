import { collections } from '../../../config/database';
import { cloud } from '../../support';
import { ID_NUMBER } from '../filing/id-number';
import { openOffice, picture, refusal, register, seated, unitRow, unitWithCode } from './liaisons';

const RULEBOOK = 'business-registry';

/** Everything the database holds, and what functions said. */
async function everythingKept(): Promise<string> {
  const rows = await Promise.all(collections.map(({ name }) => cloud.find(name, {})));
  const logs = (await cloud.invocations()).flatMap((invocation) => invocation.logs);
  return JSON.stringify([rows, logs]);
}

describe('E: business registry', () => {
  it('registers by recommendation and licence, and the registry confirms', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const { who, filingId } = await register({ codeId, unit });
    const shown = await secretary.ask('filing.get', { filingId });
    expect(shown.form).toMatchObject({
      creditCode: '91610000MA00000001',
      legalRep: '示例法人',
      idNumber: '610***********007X',
    });
    expect(shown.seatName).toBe('工商联络员');
    expect((await secretary.change('filing.approve', { filingId })).numbers).toEqual(['登记联备〔2026〕1号']);
    expect((await unitRow(unit._id)).seats.main).toMatchObject({ openid: who.openid });
  });

  it.each([
    ['idNumber', undefined, '请填写身份证号'],
    ['idNumber', '610000198503090070', '身份证号不正确，请对照身份证核对18位号码'],
    ['creditCode', undefined, '请填写统一社会信用代码'],
    ['legalRep', undefined, '请填写法定代表人'],
    ['licence', undefined, '缺少营业执照'],
    ['recommendation', undefined, '缺少会员单位推荐意见（盖章页）'],
  ])('does not do with %s %j', async (field, value, message) => {
    await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    expect(await refusal(codeId, unit, { [field]: value })).toEqual({
      code: 'invalid',
      field: `form.${field}`,
      message,
    });
  });

  it('keeps the ID number nowhere in plain, and shows it whole to a reviewer alone', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const { who, filingId } = await register({ codeId, unit });
    await secretary.change('filing.return', {
      filingId,
      fields: [{ key: 'idNumber', reason: '请核对' }],
      note: '',
    });
    expect((await who.ask('filing.draft', { filingId })).form.idNumber).toBe('610***********007X');
    await who.change('filing.correct', { filingId, form: { idNumber: ID_NUMBER } });
    await secretary.change('filing.approve', { filingId });
    expect(await secretary.change('filing.reveal', { filingId })).toEqual({ idNumber: ID_NUMBER });
    const kept = await everythingKept();
    expect(kept).toContain('示例法人');
    for (const part of [ID_NUMBER, ID_NUMBER.slice(3, 14), '19850309007']) expect(kept).not.toContain(part);
    const answers = [
      await secretary.ask('filing.get', { filingId }),
      await who.ask('filing.mine', {}),
      await who.ask('filing.draft', { filingId }),
      await who.ask('record.mine', { unitId: unit._id }),
    ];
    expect(JSON.stringify(answers)).not.toContain(ID_NUMBER.slice(3, 14));
    expect(await cloud.find('audits', { action: 'filing.reveal' })).toMatchObject([
      { openid: secretary.openid, collection: 'people', subjectId: who.openid },
    ]);
  });

  it('takes a change request with the sealed licence, decided field by field', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const { who } = await seated(secretary, { unit, codeId });
    const request = {
      unitId: unit._id,
      changes: { legalRep: '新任法人', mobile: '19900000009' },
      changedOn: '2026-11-20',
    };
    expect(await who.fails('record.correct', request)).toMatchObject({ code: 'invalid', field: 'proofKey' });
    const proofKey = await picture(who, 'licence');
    const { correctionId } = await who.change('record.correct', { ...request, proofKey });
    expect((await who.ask('record.mine', { unitId: unit._id })).form.legalRep).toBe('示例法人');
    await secretary.change('record.decide', {
      correctionId,
      decisions: [
        { key: 'legalRep', agreed: true, reason: '' },
        { key: 'mobile', agreed: false, reason: '请用本人实名号码' },
      ],
    });
    const { form } = await who.ask('record.mine', { unitId: unit._id });
    expect(form).toMatchObject({ legalRep: '新任法人', mobile: '19900000001' });
  });

  it('after a change of person the enterprise recommends again and the registry confirms again', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const old = await seated(secretary, { unit, codeId });
    const next = await register({
      unit,
      codeId,
      over: { name: '示例乙', mobile: '19900000002' },
      handover: { changedOn: '2026-11-20', reason: '法定代表人另行指定' },
    });
    expect(next.form.recommendation).not.toBe(old.form.recommendation);
    const handover = { handoverId: next.handoverId ?? '' };
    await next.who.change('handover.agree', handover);
    await old.who.change('handover.agree', handover);
    const { numbers } = await secretary.change('filing.approve', { filingId: next.filingId });
    expect(numbers).toEqual(['登记联备〔2026〕2号']);
    expect((await unitRow(unit._id)).seats.main).toMatchObject({ name: '示例乙' });
    expect(await everythingKept()).not.toContain(ID_NUMBER);
  });
});
