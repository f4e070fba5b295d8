import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { cloud, expectLog, makeCode, makeSeatedUnit, makeStaff, requestsOf, stranger } from '../../support';

const readCode = (png: Buffer): string => {
  const { data, width, height } = PNG.sync.read(png);
  return jsqr(new Uint8ClampedArray(data), width, height)?.data ?? '';
};

describe('code.get', () => {
  it('is for staff who may issue codes', async () => {
    const { _id: codeId } = await makeCode();
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('code.get', { codeId })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('code.get', { codeId })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('meeting')).fails('code.get', { codeId })).toMatchObject({
      code: 'forbidden',
    });
  });

  it.each([['short'], [{ $ne: null }], ['a'.repeat(21)], ['Code-0000000000000']])(
    'names a code that is none: %j',
    async (codeId) => {
      const staff = await makeStaff();
      expect(await staff.fails('code.get', { codeId })).toMatchObject({ code: 'invalid', field: 'codeId' });
    },
  );

  it('says so when there is no such code', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('code.get', { codeId: 'Code99999999999999' })).toEqual({
      code: 'missing',
      message: '没有找到这张登记码',
    });
  });

  it('draws the picture once; it opens the registration page with the code', async () => {
    const staff = await makeStaff();
    const code = await makeCode({ uses: 2 });
    const shown = await staff.ask('code.get', { codeId: code._id });
    expect(shown).toMatchObject({
      codeId: code._id,
      unitId: null,
      state: 'valid',
      uses: 2,
      expiresAt: code.expiresAt.toISOString(),
    });
    const picture = Buffer.from(await (await fetch(shown.pictureUrl)).arrayBuffer());
    expect(readCode(picture)).toMatch(new RegExp(`/features/filing/register/index\\?scene=${code._id}$`));
    expect(await requestsOf('code.get')).toContain('database.modifyDocument codes');

    const [row] = await cloud.find('codes', {});
    expect(row?.pictureId).toMatch(new RegExp(`^cloud://.*/codes/${code._id}\\.png$`));
    await staff.ask('code.get', { codeId: code._id });
    expect(await requestsOf('code.get')).not.toContain('database.modifyDocument codes');
  });

  it('draws it for two who look at the same moment', async () => {
    const staff = await makeStaff();
    const { _id: codeId } = await makeCode();
    const shown = await Promise.all([staff.ask('code.get', { codeId }), staff.ask('code.get', { codeId })]);
    for (const { pictureUrl } of shown) expect((await fetch(pictureUrl)).status).toBe(200);
  });

  it.each([45009, 41030, -604101, 'timeout'])('logs no code when WeChat draws none (%s)', async (what) => {
    const staff = await makeStaff();
    const { _id: codeId } = await makeCode();
    expectLog(/code\.get/);
    const fault =
      typeof what === 'number' ? { errCode: what, errMsg: `reach limit ${codeId}` } : ('timeout' as const);
    await cloud.script({ api: 'wxacode.getUnlimited', times: 1, fault });
    expect(await staff.fails('code.get', { codeId })).toMatchObject({ code: 'busy' });
    expect((await cloud.invocations()).flatMap(({ logs }) => logs).join()).not.toContain(codeId);
    expect(await cloud.find('codes', {})).toMatchObject([{ pictureId: null }]);
  });
});
