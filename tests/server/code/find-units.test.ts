import { searchFields } from '@server/kit/search';
import { later, makeCode, makeSeatedUnit, makeUnit, requestsOf, stranger } from '../../support';

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

  it('does not tell where somebody is: nothing is found by the names or numbers of people', async () => {
    const { _id: codeId } = await makeCode();
    const contact = { kind: 'head' as const, position: '', landline: '', email: '', wechat: '' };
    const contacts = [{ ...contact, name: '王示意', phone: '19900001234' }];
    const unit = { name: '青岚矿业有限公司', short: '', region: '铜川', contacts };
    await makeUnit({ _id: 'unit-p', ...unit, ...searchFields(unit, 'unit-p') });
    for (const search of ['王示意', 'wsy', 'wangshi', '1234', '19900001234'])
      expect((await stranger().ask('code.findUnits', { codeId, search })).units).toEqual([]);
    expect((await stranger().ask('code.findUnits', { codeId, search: 'qlky' })).units).toHaveLength(1);
  });

  it('finds one’s unit by name, initials or pinyin and says no more than name and place', async () => {
    const { _id: codeId } = await makeCode();
    await named('示例青岚矿业有限公司', 1);
    await named('示例白塔矿业有限公司', 2);
    await named('示例青岚电力有限公司', 3, { active: false });
    for (const search of ['青岚', 'qlky', 'QingLan', '示例青岚矿业']) {
      expect(await stranger().ask('code.findUnits', { codeId, search })).toEqual({
        units: [{ unitId: 'unit-of-1', name: '示例青岚矿业有限公司', region: '铜川', holders: [] }],
      });
    }
    expect(await requestsOf('code.findUnits')).toHaveLength(3);
    expect(await stranger().ask('code.findUnits', { codeId, search: '.*' })).toEqual({ units: [] });
  });

  it('tells who sits where by a masked name and nothing else', async () => {
    const { _id: codeId } = await makeCode();
    const { unit, liaison } = await makeSeatedUnit();
    await named('示例青岚矿业有限公司', 1, { seats: unit.seats, seated: true });
    const found = await stranger().ask('code.findUnits', { codeId, search: '青岚' });
    expect(found.units.map(({ holders }) => holders)).toEqual([[{ kind: 'main', name: '示*' }]]);
    const said = JSON.stringify(found);
    for (const secret of ['示例联络员', liaison.openid, '19900001234', '029-88880000', '办公室主任'])
      expect(said).not.toContain(secret);
  });

  it('shows at most twenty', async () => {
    const { _id: codeId } = await makeCode();
    for (let i = 0; i < 25; i += 1) await named(`示例${i}号矿业公司`, i);
    expect((await stranger().ask('code.findUnits', { codeId, search: '示例' })).units).toHaveLength(20);
  });
});
