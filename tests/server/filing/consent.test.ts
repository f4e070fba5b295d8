import { cloud, later, makeCode, makeSeatedUnit, NOW, requestId, requestsOf, stranger } from '../../support';

const version = '2027-01' as const;

describe('filing.consent', () => {
  const people = () => cloud.find('people', {});

  it.each([
    [{ codeId: 'x' }, 'codeId', '登记码不正确，请重新扫码'],
    [{ version: '2020-01' }, 'version', '说明已更新，请重新阅读并同意'],
    [{ version: null }, 'version', '说明已更新，请重新阅读并同意'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const { _id: codeId } = await makeCode();
    const input = { codeId, version, ...wrong };
    expect(await stranger().fails('filing.consent', input)).toEqual({ code: 'invalid', field, message });
    expect(await people()).toEqual([]);
  });

  it('wants a valid code', async () => {
    const expired = await makeCode({ expiresAt: later(0) });
    const revoked = await makeCode({ revokedAt: later(0) });
    const ask = (codeId: string) => stranger().fails('filing.consent', { codeId, version });
    expect(await ask('Code99999999999999')).toMatchObject({ code: 'missing', field: 'codeId' });
    expect(await ask(expired._id)).toMatchObject({ code: 'expired', field: 'codeId' });
    expect(await ask(revoked._id)).toMatchObject({ code: 'expired', field: 'codeId' });
    expect(await people()).toEqual([]);
  });

  it('makes a stranger known, with nothing but the consent', async () => {
    const { _id: codeId } = await makeCode();
    const who = stranger();
    expect(await who.change('filing.consent', { codeId, version })).toEqual({ version });
    expect(await people()).toEqual([
      {
        _id: who.openid,
        name: '',
        verifiedMobile: null,
        verifiedBy: null,
        seats: [],
        proxies: [],
        staff: null,
        consents: [{ version, at: new Date(NOW) }],
        createdAt: new Date(NOW),
      },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'filing.consent', subjectId: who.openid },
    ]);
    expect(await requestsOf('filing.consent')).toHaveLength(5);
  });

  it('keeps a liaison’s seats', async () => {
    const { _id: codeId } = await makeCode();
    const { liaison, unit } = await makeSeatedUnit();
    await liaison.change('filing.consent', { codeId, version });
    expect(await people()).toMatchObject([{ seats: [{ unitId: unit._id }], consents: [{ version }] }]);
  });

  it('records it once, however often and however fast it is sent', async () => {
    const { _id: codeId } = await makeCode();
    const who = stranger();
    const id = requestId();
    await Promise.all(Array.from({ length: 4 }, () => who.change('filing.consent', { codeId, version }, id)));
    await who.change('filing.consent', { codeId, version });
    expect(await people()).toMatchObject([{ consents: [{ version }] }]);
    expect((await people())[0]?.consents).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(2);
  });

  it('repairs what a dying function left out', async () => {
    const { _id: codeId } = await makeCode();
    const who = stranger();
    const id = requestId();
    await cloud.script({ api: 'database.modifyDocument', function: 'api', times: 1, fault: 'kill-function' });
    const input = { codeId, version };
    await cloud.call('api', { action: 'filing.consent', input, requestId: id }, { openid: who.openid });
    expect(await people()).toMatchObject([{ consents: [] }]);
    await who.change('filing.consent', input, id);
    expect(await people()).toMatchObject([{ consents: [{ version }] }]);
  });
});
