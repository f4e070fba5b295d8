import { searchFields } from '@server/kit/search';
import { later, makeCode, makeUnit, requestsOf, stranger } from '../../support';

const named = (name: string, i: number, over: object = {}) => {
  const [_id, region] = [`unit-of-${i}`, '铜川'];
  return makeUnit({ _id, name, region, ...searchFields({ name, short: '', region }, _id), ...over });
};

describe('code.findUnits', () => {
  it.each([
    [{ search: '' }, 'search', '请填写单位名称'],
    [{ search: '长'.repeat(31) }, 'search', '单位名称最多30字'],
    [{ search: ['青'] }, 'search', '请填写单位名称'],
    [{ codeId: 'x' }, 'codeId', '登记码不正确，请重新扫码'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const { _id: codeId } = await makeCode();
    const input = { codeId, search: '青岚', ...wrong };
    expect(await stranger().fails('code.findUnits', input)).toEqual({ code: 'invalid', field, message });
  });

  it('wants a valid open code', async () => {
    const expired = await makeCode({ expiresAt: later(0) });
    const revoked = await makeCode({ revokedAt: later(0) });
    const bound = await makeCode({ unitId: 'unit-of-1', unitName: '示例' });
    const ask = (codeId: string) => stranger().fails('code.findUnits', { codeId, search: '示例' });
    expect(await ask('Code99999999999999')).toMatchObject({ code: 'missing', field: 'codeId' });
    expect(await ask(expired._id)).toMatchObject({ code: 'expired', field: 'codeId' });
    expect(await ask(revoked._id)).toMatchObject({ code: 'expired', field: 'codeId' });
    expect(await ask(bound._id)).toEqual({
      code: 'forbidden',
      message: '这张登记码已写明单位，不用再查找',
      field: 'codeId',
    });
  });

  it('finds one’s unit by name, initials or pinyin and says no more than name and place', async () => {
    const { _id: codeId } = await makeCode();
    await named('示例青岚矿业有限公司', 1);
    await named('示例白塔矿业有限公司', 2);
    await named('示例青岚电力有限公司', 3, { active: false });
    for (const search of ['青岚', 'qlky', 'QingLan', '示例青岚矿业']) {
      expect(await stranger().ask('code.findUnits', { codeId, search })).toEqual({
        units: [{ unitId: 'unit-of-1', name: '示例青岚矿业有限公司', region: '铜川' }],
      });
    }
    expect(await requestsOf('code.findUnits')).toHaveLength(3);
    expect(await stranger().ask('code.findUnits', { codeId, search: '.*' })).toEqual({ units: [] });
  });

  it('shows at most twenty', async () => {
    const { _id: codeId } = await makeCode();
    for (let i = 0; i < 25; i += 1) await named(`示例${i}号矿业公司`, i);
    expect((await stranger().ask('code.findUnits', { codeId, search: '示例' })).units).toHaveLength(20);
  });
});
