import { presets } from '@contract/policy/presets';
import { cloud } from '../../support';
import { openOffice, refusal, register, seated, unitRow, unitWithCode } from './liaisons';

const RULEBOOK = 'shaanxi-coal';

describe('A: Shaanxi coal, association and society together', () => {
  it('registers by the form field by field with the sealed page, and gets a number of each host', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const { who, filingId, asked, form } = await register({ codeId, unit });
    expect(asked).toEqual(presets[RULEBOOK].filing.fields);
    expect(asked).toHaveLength(20);

    const shown = await secretary.ask('filing.get', { filingId });
    expect(shown.form).toEqual(form);
    expect(shown.urls[form.recommendation ?? '']).toMatch(/^http/);
    expect(shown).toMatchObject({ seatName: '联络员', handover: null, blocked: null, council: null });

    const { numbers } = await secretary.change('filing.approve', { filingId });
    expect(numbers).toEqual(['协会联备〔2026〕1号', '学会联备〔2026〕1号']);
    expect((await unitRow(unit._id)).seats).toMatchObject({
      main: { openid: who.openid, name: '示例甲', numbers },
      deputy: null,
    });
    expect((await who.ask('filing.mine', {})).filings).toMatchObject([{ state: 'approved', numbers }]);
  });

  it('numbers a unit of the association alone by the association, each host in its own series', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const one = await unitWithCode(RULEBOOK, { hosts: ['association'] });
    const both = await unitWithCode(RULEBOOK);
    expect((await seated(secretary, one)).numbers).toEqual(['协会联备〔2026〕1号']);
    expect((await seated(secretary, both)).numbers).toEqual(['协会联备〔2026〕2号', '学会联备〔2026〕1号']);
  });

  it.each([
    ['recommendation', '缺少会员单位推荐意见（盖章页）'],
    ['photo', '缺少照片'],
    ['ethnicity', '请填写民族'],
    ['birthDate', '请选择出生日期'],
    ['politics', '请选择政治面貌'],
    ['education', '请选择学历'],
    ['resume', '请填写个人简历'],
    ['postCode', '请填写邮编'],
  ])('does not do without %s', async (field, message) => {
    await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    expect(await refusal(codeId, unit, { [field]: undefined })).toEqual({
      code: 'invalid',
      field: `form.${field}`,
      message,
    });
  });

  it('does without title and WeChat name, and keeps nothing it does not ask', async () => {
    await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    await register({ codeId, unit, over: { title: undefined, wechat: undefined } });
    const [row] = await cloud.find('filings', {});
    for (const key of ['creditCode', 'legalRep', 'idNumber', 'licence', 'title'])
      expect(row?.form).not.toHaveProperty(key);
  });

  it('changes by handover: the old one confirms, the filing gets new numbers, the old one is out at once', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const old = await seated(secretary, { unit, codeId });
    const next = await register({
      unit,
      codeId,
      over: { name: '示例乙', mobile: '19900000002' },
      handover: { changedOn: '2026-11-02', reason: '岗位调整' },
    });
    const { handoverId, filingId } = next;
    const waiting = await secretary.ask('filing.get', { filingId });
    expect(waiting.handover).toMatchObject({ leaverName: '示例甲', changedOn: '2026-11-02', lateBy: 0 });
    expect(waiting.blocked).toMatch(/[\u4e00-\u9fff]/);
    expect(await secretary.fails('filing.approve', { filingId })).toMatchObject({ code: 'conflict' });

    await next.who.change('handover.agree', { handoverId: handoverId ?? '' });
    await old.who.change('handover.agree', { handoverId: handoverId ?? '' });
    const { numbers } = await secretary.change('filing.approve', { filingId });
    expect(numbers).toEqual(['协会联备〔2026〕2号', '学会联备〔2026〕2号']);
    expect((await unitRow(unit._id)).seats.main).toMatchObject({ openid: next.who.openid, name: '示例乙' });
    expect((await old.who.ask('me.get', {})).person?.seats).toEqual([]);
    expect(await cloud.find('filings', { _id: old.filingId })).toMatchObject([
      { state: 'closed', inForce: false },
    ]);
  });
});
