import { cloud, later, makeCode, makeOffice, makeUnit, requestsOf, stranger } from '../../support';

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
      unit: { unitId: unit._id, name: '示例新名矿业有限公司' },
      expiresAt: code.expiresAt.toISOString(),
    });
    expect(await requestsOf('code.open')).toHaveLength(4);
  });

  it('shows an open code without a unit, and counts nothing', async () => {
    const { _id: codeId } = await makeCode();
    expect(await stranger().ask('code.open', { codeId })).toMatchObject({ unit: null });
    expect(await stranger().ask('code.open', { codeId })).toMatchObject({ unit: null });
    expect(await cloud.find('codes', {})).toMatchObject([{ uses: 0 }]);
  });
});
