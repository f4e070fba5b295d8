import { cloud, makeOffice, makeSeatedUnit, makeStaff, requestsOf, stranger } from '../../support';
import { lent } from './lent';

describe('seat.proxyCode', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for the unit’s liaisons, and of their own unit', async () => {
    const { unit, proxyId } = await lent();
    const other = await makeSeatedUnit();
    const input = { unitId: unit._id, proxyId };
    expect(await stranger().fails('seat.proxyCode', input)).toMatchObject({ code: 'stranger' });
    expect(await other.liaison.fails('seat.proxyCode', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('seat.proxyCode', input)).toMatchObject({ code: 'forbidden' });
    const foreign = { unitId: other.unit._id, proxyId };
    expect(await other.liaison.fails('seat.proxyCode', foreign)).toMatchObject({ code: 'missing' });
    expect(await other.liaison.fails('seat.proxyCode', { ...foreign, proxyId: '' })).toMatchObject({
      field: 'proxyId',
    });
  });

  it('draws the code once and keeps it', async () => {
    const { unit, lender, proxyId, code } = await lent();
    const shown = await lender.ask('seat.proxyCode', { unitId: unit._id, proxyId });
    expect(shown).toMatchObject({ code, pictureUrl: expect.stringMatching(/^http/), state: 'offered' });
    const again = await lender.ask('seat.proxyCode', { unitId: unit._id, proxyId });
    expect((await requestsOf('seat.proxyCode')).length).toBeLessThanOrEqual(4);
    expect(again.pictureUrl.split('?')[0]).toBe(shown.pictureUrl.split('?')[0]);
    expect(await cloud.find('proxies', {})).toMatchObject([{ pictureId: expect.stringMatching(/^cloud:/) }]);
  });
});
