import { cloud, expectLog, makePerson, makeSeatedUnit, requestId, requestsOf, stranger } from '../../support';
import { makeApplicant } from './registration';

/** As WeChat's button gives it. */
async function codeFor(phone: string): Promise<string> {
  const reply = await fetch(`${cloud.url}/wx/getPhoneNumber`, {
    method: 'POST',
    body: JSON.stringify({ phone }),
  });
  return ((await reply.json()) as { code: string }).code;
}

describe('filing.phone', () => {
  const kept = async (openid: string) => (await cloud.find('people', { _id: openid }))[0]?.verifiedMobile;

  it('wants consent before the first personal field', async () => {
    const code = await codeFor('19900005678');
    const consent = { code: 'consent', message: '请先阅读并同意个人信息处理说明' };
    expect(await stranger().fails('filing.phone', { code })).toEqual(consent);
    const known = await makePerson({ consents: [] });
    const older = await makePerson({ consents: [{ version: '2025-01', at: new Date() }] });
    for (const one of [known, older]) expect(await one.fails('filing.phone', { code })).toEqual(consent);
    const { liaison } = await makeSeatedUnit();
    expect(await liaison.fails('filing.phone', { code })).toEqual(consent);
    expect(await kept(known.openid)).toBeNull();
  });

  it.each([[''], [7], [{ $ne: 1 }], ['x'.repeat(201)]])('names a code that is none: %j', async (code) => {
    const who = await makeApplicant();
    expect(await who.fails('filing.phone', { code })).toMatchObject({ code: 'invalid', field: 'code' });
  });

  it('says what to do about a code that is used, old or made up', async () => {
    const who = await makeApplicant();
    const bad = {
      code: 'invalid',
      field: 'code',
      message: '手机号授权已失效，请重新点按钮授权，或手工填写手机号',
    };
    expect(await who.fails('filing.phone', { code: 'made-up' })).toEqual(bad);
    const old = await codeFor('19900005678');
    await cloud.clock.advance(6 * 60_000);
    expect(await who.fails('filing.phone', { code: old })).toEqual(bad);
    const code = await codeFor('19900005678');
    await who.change('filing.phone', { code });
    expect(await who.fails('filing.phone', { code })).toEqual(bad);
  });

  it('takes mainland numbers only', async () => {
    const who = await makeApplicant();
    expect(await who.fails('filing.phone', { code: await codeFor('85261234567') })).toEqual({
      code: 'invalid',
      field: 'code',
      message: '微信绑定的不是大陆手机号，请手工填写手机号',
    });
    expect(await kept(who.openid)).toBeNull();
  });

  it('keeps the number as verified', async () => {
    const who = await makeApplicant();
    const code = await codeFor('19900005678');
    expect(await who.change('filing.phone', { code })).toEqual({ mobile: '19900005678' });
    expect(await kept(who.openid)).toBe('19900005678');
    expect(await cloud.find('audits', {})).toMatchObject([{ action: 'filing.phone', subjectId: who.openid }]);
    expect(await requestsOf('filing.phone')).toHaveLength(3);
  });

  it('answers a repeat although the code is used', async () => {
    const who = await makeApplicant();
    const code = await codeFor('19900005678');
    const id = requestId();
    await who.change('filing.phone', { code }, id);
    expect(await who.change('filing.phone', { code }, id)).toEqual({ mobile: '19900005678' });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('logs no number', async () => {
    const who = await makeApplicant();
    expectLog(/filing\.phone/);
    const fault = { errCode: -604103, errMsg: 'system error for 19900005678' };
    await cloud.script({ api: 'phonenumber.getPhoneNumber', times: 1, fault });
    expect(await who.fails('filing.phone', { code: await codeFor('19900005678') })).toMatchObject({
      code: 'busy',
    });
    expect((await cloud.invocations()).flatMap(({ logs }) => logs).join()).not.toContain('1990000');
  });
});
