import { openOffice, register, seated, unitWithCode } from './liaisons';

const RULEBOOK = 'information-security';
const over = { name: '示例乙', mobile: '19900000002' };

describe('F: information-security liaisons', () => {
  it('registers one liaison a unit, reachable by phone and mail', async () => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const { numbers, asked } = await seated(secretary, { unit, codeId });
    expect(numbers).toEqual(['信安办联备〔2026〕1号']);
    expect(asked).toEqual(expect.arrayContaining(['mobile', 'landline', 'email']));
    expect(asked).not.toContain('resume');
  });

  // The clock of every test stands on Monday 23 November 2026; 21 and 22 are a weekend.
  it.each([
    ['2026-11-23', 0],
    ['2026-11-20', 0], // Friday: one working day ago
    ['2026-11-19', 0], // two: in time
    ['2026-11-18', 1], // three
    ['2026-11-16', 3],
  ])('marks a change of %s late by %i working days', async (changedOn, lateBy) => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    await seated(secretary, { unit, codeId });
    const { filingId, who } = await register({
      unit,
      codeId,
      over,
      handover: { changedOn, reason: '岗位调整' },
    });
    expect(await secretary.ask('filing.get', { filingId })).toMatchObject({ handover: { lateBy } });
    expect((await secretary.ask('filing.list', {})).filings).toMatchObject([{ handover: { lateBy } }]);
    expect((await who.ask('filing.mine', {})).filings).toMatchObject([{ handover: { lateBy } }]);
  });

  it.each([
    ['2026-11-19', false],
    ['2026-11-18', true],
  ])('marks new contact details of %s late: %s', async (changedOn, late) => {
    const { secretary } = await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const { who } = await seated(secretary, { unit, codeId });
    const changed = await who.change('record.correct', {
      unitId: unit._id,
      changes: { mobile: '19900000008' },
      changedOn,
    });
    expect(changed.late).toBe(late);
  });

  it('says the limit before anybody registers', async () => {
    await openOffice(RULEBOOK);
    const { unit, codeId } = await unitWithCode(RULEBOOK);
    const { who } = await register({ unit, codeId });
    expect(await who.ask('code.open', { codeId })).toMatchObject({ reportChangeWithinWorkdays: 2 });
  });
});
