import { cloud } from '../../support';
import { openOffice, refusal, register, seated, unitRow, unitWithCode } from './liaisons';

const RULEBOOK = 'zhengzhou-it';
const change = { changedOn: '2026-11-20', reason: '主代表调离本单位' };
const deputy = { name: '示例副代表', mobile: '19900000003' };
const successor = { name: '示例乙', mobile: '19900000002' };

describe('D: Zhengzhou informatization, main and deputy representative', () => {
  it('registers with licence, sealed form and photo, and says region and industry', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const { filingId, form, asked } = await register({ codeId, unit });
    expect(asked).toEqual(
      expect.arrayContaining(['licence', 'recommendation', 'photo', 'region', 'industry']),
    );
    const shown = await secretary.ask('filing.get', { filingId });
    expect(shown).toMatchObject({ seatName: '主代表', form: { region: '金水区', industry: '软件开发' } });
    expect(shown.urls[form.licence ?? '']).toMatch(/^http/);
    expect((await secretary.change('filing.approve', { filingId })).numbers).toEqual([
      '促进会联备〔2026〕1号',
    ]);
  });

  it.each([
    ['licence', '缺少营业执照'],
    ['photo', '缺少照片'],
    ['recommendation', '缺少会员单位推荐意见（盖章页）'],
    ['region', '请填写所在地区'],
    ['industry', '请填写所属行业'],
  ])('does not do without %s', async (field, message) => {
    await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    expect(await refusal(codeId, unit, { [field]: undefined })).toEqual({
      code: 'invalid',
      field: `form.${field}`,
      message,
    });
  });

  it('seats a main and a deputy representative of one unit side by side', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const main = await seated(secretary, { unit, codeId });
    const second = await seated(secretary, { unit, codeId, kind: 'deputy', over: deputy });
    expect((await unitRow(unit._id)).seats).toMatchObject({
      main: { openid: main.who.openid, kind: 'main' },
      deputy: { openid: second.who.openid, kind: 'deputy', name: '示例副代表' },
    });
    expect(await second.who.ask('code.open', { codeId })).toMatchObject({
      seats: { names: { main: '主代表', deputy: '副代表' }, deputy: true },
      unit: {
        holders: [
          { kind: 'main', name: '示*' },
          { kind: 'deputy', name: '示*' },
        ],
      },
    });
    const [mine] = (await second.who.ask('filing.mine', {})).filings;
    expect(mine).toMatchObject({ kind: 'deputy', seatName: '副代表' });
  });

  it('files units by all four classifications, region and industry as the unit says them', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK, {
      post: 'council',
      nature: 'private',
      stateLevel: null,
    });
    const { filingId } = await register({ codeId, unit });
    const shown = await secretary.ask('filing.get', { filingId });
    expect(shown.differs).toEqual(
      expect.arrayContaining(['unitNature', 'region', 'industry', 'legalRep', 'fax']),
    );
    await secretary.change('filing.approve', {
      filingId,
      take: ['unitNature', 'region', 'industry', 'legalRep'],
    });
    const file = await unitRow(unit._id);
    expect(file).toMatchObject({
      post: 'council',
      nature: 'state',
      stateLevel: 'city',
      region: '金水区',
      industry: '软件开发',
      legalRep: '示例法人',
      fax: '', // not taken
    });
    expect(file.regionPlace).toMatch(/^jin shui qu/);
    expect(file.industryPlace).toMatch(/^ruan jian kai fa/);
  });

  it.each([
    ['approved', 'council'],
    ['lapsed', 'ordinary'],
  ] as const)('asks the council whether the successor has the post: %s', async (council, post) => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK, { post: 'council' });
    const old = await seated(secretary, { unit, codeId });
    const next = await register({ unit, codeId, over: successor, handover: change });
    const handover = { handoverId: next.handoverId ?? '' };
    await next.who.change('handover.agree', handover);
    await old.who.change('handover.agree', handover);
    const approval = { filingId: next.filingId };
    expect(await secretary.ask('filing.get', approval)).toMatchObject({ council: { post: '理事单位' } });
    expect(await secretary.fails('filing.approve', approval)).toMatchObject({
      code: 'invalid',
      field: 'council',
    });
    await secretary.change('filing.approve', { ...approval, council });
    expect(await unitRow(unit._id)).toMatchObject({ post, seats: { main: { name: '示例乙' } } });
  });

  it('leaves the deputy where he is when the main representative changes', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const old = await seated(secretary, { unit, codeId });
    const second = await seated(secretary, { unit, codeId, kind: 'deputy', over: deputy });
    const next = await register({ unit, codeId, over: successor, handover: change });
    const handover = { handoverId: next.handoverId ?? '' };
    await next.who.change('handover.agree', handover);
    await old.who.change('handover.agree', handover);
    await secretary.change('filing.approve', { filingId: next.filingId });
    expect((await unitRow(unit._id)).seats).toMatchObject({
      main: { openid: next.who.openid },
      deputy: { openid: second.who.openid },
    });
  });

  it('has no deputy under a rulebook without one', async () => {
    await openOffice('chengdu-machinery');
    const { unit, codeId } = await unitWithCode('chengdu-machinery');
    await expect(register({ unit, codeId, kind: 'deputy' })).rejects.toThrow('没有副职');
    expect(await cloud.find('filings', {})).toEqual([]);
  });
});
