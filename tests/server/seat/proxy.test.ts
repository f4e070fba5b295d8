import { makeOffice, requestsOf, stranger } from '../../support';
import { accepted, lent } from './lent';

describe('seat.proxy', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for whoever holds the code', async () => {
    const { code, unit } = await lent();
    expect(await stranger().fails('seat.proxy', { code: 'B'.repeat(18) })).toMatchObject({ code: 'missing' });
    expect(await stranger().fails('seat.proxy', { code: '?' })).toMatchObject({
      code: 'invalid',
      field: 'code',
    });
    const shown = await stranger().ask('seat.proxy', { code });
    expect(shown).toEqual({
      unitName: unit.name,
      lenderName: '示例出借',
      from: '2026-11-23',
      to: '2026-11-30',
      scopes: ['notice'],
      state: 'offered',
      officeName: '示例市煤炭工业协会',
      consentVersion: '2027-01',
      mine: false,
      name: '',
    });
    expect(await requestsOf('seat.proxy')).toHaveLength(4);
  });

  it('says that it is mine when I accepted it', async () => {
    const { code, proxy } = await accepted();
    expect(await proxy.ask('seat.proxy', { code })).toMatchObject({
      mine: true,
      state: 'active',
      name: '示例代理',
    });
    expect(await stranger().ask('seat.proxy', { code })).toMatchObject({ mine: false });
  });
});
