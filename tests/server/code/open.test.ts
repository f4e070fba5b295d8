import { CONSENT_VERSION } from '@contract/filing';
import { presetIds } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';
import {
  cloud,
  later,
  makeCode,
  makeOffice,
  makeSeatedUnit,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';

const { filing: asked } = presets['shaanxi-coal'];

describe('code.open', () => {
  beforeEach(async () => void (await makeOffice()));

  it.each([['abc'], [7], [{ $gt: '' }], ["'; drop table"], ['码'.repeat(18)]])(
    'names a code that is none: %j',
    async (codeId) => {
      expect(await stranger().fails('code.open', { codeId })).toMatchObject({
        code: 'invalid',
        field: 'codeId',
      });
    },
  );

  it('tells who guesses nothing: one answer for every unknown code', async () => {
    const { _id } = await makeCode();
    const near = await stranger().fails('code.open', { codeId: `${_id.slice(0, -1)}Z` });
    expect(near).toEqual({
      code: 'missing',
      message: '没有找到这张登记码，请重新扫码，或向秘书处索取新的登记码',
      field: 'codeId',
    });
    expect(await stranger().fails('code.open', { codeId: 'Z'.repeat(18) })).toEqual(near);
  });

  it('says what to do about one that is over', async () => {
    const expired = await makeCode({ expiresAt: later(0) });
    const revoked = await makeCode({ revokedAt: later(0) });
    expect(await stranger().fails('code.open', { codeId: expired._id })).toEqual({
      code: 'expired',
      message: '登记码已过期，请向秘书处索取新的登记码',
      field: 'codeId',
    });
    expect(await stranger().fails('code.open', { codeId: revoked._id })).toEqual({
      code: 'expired',
      message: '登记码已停用，请向秘书处索取新的登记码',
      field: 'codeId',
    });
  });

  it('says so when the unit it is bound to is gone', async () => {
    const unit = await makeUnit({ active: false });
    const { _id: codeId } = await makeCode({ unitId: unit._id, unitName: unit.name });
    expect(await stranger().fails('code.open', { codeId })).toMatchObject({
      code: 'missing',
      field: 'codeId',
    });
  });

  it('shows a stranger the association and the unit, by its name of today', async () => {
    const unit = await makeUnit({ name: '示例新名矿业有限公司' });
    const code = await makeCode({ unitId: unit._id, unitName: '示例旧名矿业有限公司' });
    expect(await stranger().ask('code.open', { codeId: ` ${code._id} ` })).toEqual({
      officeName: '示例市煤炭工业协会',
      unit: { unitId: unit._id, name: '示例新名矿业有限公司', holders: [] },
      expiresAt: code.expiresAt.toISOString(),
      handing: null,
      asked: { fields: asked.fields, required: asked.required },
      seats: { names: { main: '联络员', deputy: '副联络员' }, deputy: false },
      reportChangeWithinWorkdays: null,
      consentVersion: CONSENT_VERSION,
    });
    expect(await requestsOf('code.open')).toHaveLength(5);
  });

  it('tells who sits where by a masked name and nothing else', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const main = { ...unit.seats.main, name: '欧阳示例' } as NonNullable<typeof unit.seats.main>;
    const both = await makeUnit({
      seats: { main, deputy: { ...main, kind: 'deputy', name: '王某', phone: '19900009876' } },
      seated: true,
    });
    const code = await makeCode({ unitId: both._id, unitName: both.name });
    const shown = await stranger().ask('code.open', { codeId: code._id });
    expect(shown.unit).toEqual({
      unitId: both._id,
      name: both.name,
      holders: [
        { kind: 'main', name: '欧*' },
        { kind: 'deputy', name: '王*' },
      ],
    });
    const said = JSON.stringify(shown);
    for (const secret of ['欧阳', '王某', main.phone, '19900009876', main.landline, main.position])
      expect(said).not.toContain(secret);
    expect(said).not.toContain(liaison.openid);
  });

  it('says which seat the leaver hands over by it, while that is open', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const { handoverId } = await liaison.change('handover.start', {
      unitId: unit._id,
      kind: 'main',
      changedOn: '2026-11-20',
      reason: '岗位调整',
    });
    const code = (await liaison.ask('handover.get', { handoverId })).code;
    const opened = await stranger().ask('code.open', { codeId: code?.codeId ?? '' });
    expect(opened).toMatchObject({
      unit: { holders: [{ kind: 'main', name: '示*' }] },
      handing: { kind: 'main', changedOn: '2026-11-20' },
    });
    expect(JSON.stringify(opened)).not.toContain('岗位调整');
    await liaison.change('handover.cancel', { handoverId });
    const after = await stranger().call('code.open', { codeId: code?.codeId ?? '' });
    expect(after.ok ? after.data.handing : null).toBeNull();
  });

  it.each([...presetIds])('asks what rulebook %s asks', async (preset) => {
    await cloud.reset();
    await makeOffice({ preset });
    const { _id: codeId } = await makeCode({ expiresAt: new Date('2099-01-01') });
    const { filing, seats } = presets[preset];
    expect(await stranger().ask('code.open', { codeId })).toMatchObject({
      asked: { fields: filing.fields, required: filing.required },
      seats: { names: seats.names, deputy: seats.deputy === 1 },
      reportChangeWithinWorkdays: filing.reportChangeWithinWorkdays,
    });
  });

  it('asks what the association made of its rulebook', async () => {
    const shipped = presets['shaanxi-coal'];
    const fields = ['unitName', 'name', 'mobile'] as const;
    const policy = { ...shipped, filing: { ...shipped.filing, fields: [...fields], required: [...fields] } };
    await cloud.reset();
    await makeOffice({ policy });
    const { _id: codeId } = await makeCode({ expiresAt: new Date('2099-01-01') });
    expect((await stranger().ask('code.open', { codeId })).asked).toEqual({ fields, required: fields });
  });

  it('says so when the association has picked no rulebook', async () => {
    await cloud.reset();
    await makeOffice({ preset: null, hosts: [] });
    const { _id: codeId } = await makeCode({ expiresAt: new Date('2099-01-01') });
    expect(await stranger().fails('code.open', { codeId })).toMatchObject({ code: 'conflict' });
  });

  it('shows an open code without a unit, and counts nothing', async () => {
    const { _id: codeId } = await makeCode();
    expect(await stranger().ask('code.open', { codeId })).toMatchObject({ unit: null });
    expect(await stranger().ask('code.open', { codeId })).toMatchObject({ unit: null });
    expect(await cloud.find('codes', {})).toMatchObject([{ uses: 0 }]);
  });
});
