import type { PresetId } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';
import { openOffice, refusal, register, seated, unitRow, unitWithCode } from './liaisons';

/** B and C: a valid proof of the unit, names published, changes reported. */
export function chambers(preset: PresetId, short: string): void {
  it('registers with the unit’s proof; no recommendation, no résumé', async () => {
    const { secretary } = await openOffice(preset);
    const { unit, codeId } = await unitWithCode(preset);
    const { who, filingId, asked, form } = await register({ codeId, unit });
    expect(asked).toContain('proofLetter');
    for (const key of ['recommendation', 'resume', 'photo', 'idNumber', 'licence'])
      expect(asked).not.toContain(key);

    const shown = await secretary.ask('filing.get', { filingId });
    expect(shown.form).toMatchObject({ legalRep: '示例法人', proofLetter: form.proofLetter });
    expect(shown.urls[form.proofLetter ?? '']).toMatch(/^http/);
    const { numbers } = await secretary.change('filing.approve', { filingId });
    expect(numbers).toEqual([`${short}联备〔2026〕1号`]);
    expect((await unitRow(unit._id)).seats.main).toMatchObject({ openid: who.openid, name: '示例甲' });
  });

  it.each([
    ['proofLetter', '缺少单位有效证明'],
    ['legalRep', '请填写法定代表人'],
  ])('does not do without %s', async (field, message) => {
    await openOffice(preset);
    const { unit, codeId } = await unitWithCode(preset);
    expect(await refusal(codeId, unit, { [field]: undefined })).toEqual({
      code: 'invalid',
      field: `form.${field}`,
      message,
    });
  });

  it('does not take another picture for the proof', async () => {
    await openOffice(preset);
    const { unit, codeId } = await unitWithCode(preset);
    const refused = await refusal(codeId, unit, { proofLetter: 'upload-nowhere' });
    expect(refused).toMatchObject({ code: 'invalid', field: 'form.proofLetter' });
  });

  it('publishes who qualified (发文公布)', async () => {
    expect(presets[preset].filing.publishNames).toBe(true);
    const { secretary, hosts } = await openOffice(preset);
    const { unit, codeId } = await unitWithCode(preset);
    const { filingId } = await seated(secretary, { unit, codeId });
    const hostIds = hosts.map(({ id }) => id);
    const waiting = await secretary.ask('paper.unannounced', { hostIds });
    expect(waiting.rows).toMatchObject([{ filingId, name: '示例甲' }]);
    const made = await secretary.change('paper.announce', { hostIds, until: waiting.until });
    expect(made).toMatchObject({ url: expect.stringMatching(/^http/) as string, people: 1 });
    expect((await secretary.ask('paper.unannounced', { hostIds })).rows).toEqual([]);
  });

  it('changes with the unit’s sealed letter where the old one cannot confirm', async () => {
    const { secretary } = await openOffice(preset);
    const { unit, codeId } = await unitWithCode(preset);
    const old = await seated(secretary, { unit, codeId });
    const next = await register({
      unit,
      codeId,
      over: { name: '示例乙', mobile: '19900000002' },
      handover: { changedOn: '2026-11-20', reason: '原联络员已离职', letter: true },
    });
    await next.who.change('handover.agree', { handoverId: next.handoverId ?? '' });
    const shown = await secretary.ask('filing.get', { filingId: next.filingId });
    expect(shown).toMatchObject({ blocked: null, handed: { leaverAgreedAt: null } });
    expect(shown.handed?.letterUrl).toMatch(/^http/);
    await secretary.change('filing.approve', { filingId: next.filingId });
    expect((await unitRow(unit._id)).seats.main).toMatchObject({ name: '示例乙' });
    expect((await old.who.ask('me.get', {})).person?.seats).toEqual([]);
  });
}
