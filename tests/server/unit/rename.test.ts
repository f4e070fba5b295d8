import { cloud, makeOffice, makeStaff, requestId } from '../../support';
import { accepted } from '../seat/lent';
import { begun, owed } from '../handover/parties';

/** A unit gets another name while things are under way. */
describe('unit.save with another name', () => {
  beforeEach(async () => void (await makeOffice()));

  const NAME = '示例更名矿业集团有限公司';

  async function rename(staff: Awaited<ReturnType<typeof makeStaff>>, unitId: string, id = requestId()) {
    const file = await staff.ask('unit.get', { unitId });
    const typed = {
      ...Object.fromEntries(
        [
          'short',
          'nature',
          'stateLevel',
          'address',
          'postCode',
          'region',
          'industry',
          'post',
          'hosts',
          'tags',
        ]
          .concat(['creditCode', 'legalRep', 'landline', 'fax', 'email', 'website', 'joinedOn', 'contacts'])
          .flatMap((key) => (key in file ? [[key, file[key as keyof typeof file]]] : [])),
      ),
      name: NAME,
    };
    await staff.change('unit.save', { unitId, ...typed } as never, id);
  }

  it('reaches everything that shows the name of today', async () => {
    const staff = await makeStaff('admin');
    const { unit, leaver, successor, filingId, handoverId } = await begun();
    const unitId = unit._id;
    const notice = await owed(unit);
    const { codeId } = await staff.change('code.issue', { unitId, days: 30 });
    const asked = { unitId, changes: { position: '副总经理' }, changedOn: '2026-11-20' };
    const { correctionId } = await leaver.change('record.correct', asked);
    await rename(staff, unitId);

    expect((await leaver.ask('me.get', {})).person?.seats).toMatchObject([{ unitName: NAME }]);
    expect((await staff.ask('code.list', {})).codes.find((one) => one.codeId === codeId)).toMatchObject({
      unitName: NAME,
    });
    expect(await staff.ask('handover.get', { handoverId })).toMatchObject({ unitName: NAME });
    expect((await staff.ask('handover.list', { state: 'open' })).handovers).toMatchObject([
      { unitName: NAME },
    ]);
    expect((await staff.ask('filing.list', {})).filings).toMatchObject([{ filingId, unitName: NAME }]);
    expect((await successor.ask('filing.mine', {})).filings).toMatchObject([{ unitName: NAME }]);
    expect(await leaver.ask('record.mine', { unitId })).toMatchObject({ unitName: NAME });
    expect((await staff.ask('record.corrections', {})).corrections).toMatchObject([{ unitName: NAME }]);
    expect(await staff.ask('record.correction', { correctionId })).toMatchObject({ unitName: NAME });
    // A snapshot on purpose (decision D6): whom the notice was sent to, under the name of that day.
    expect((await staff.ask('notice.receipts', { noticeId: notice._id })).receipts).toMatchObject([
      { unitName: unit.name },
    ]);
  });

  it('reaches who stands in for the liaison, also who was lent to twice', async () => {
    const staff = await makeStaff('admin');
    const { unit, lender, proxy } = await accepted(['notice']);
    const days = { from: '2026-11-23', to: '2026-11-24' };
    const again = await lender.change('seat.lend', { unitId: unit._id, ...days, scopes: ['meeting'] });
    const { code } = await lender.ask('seat.proxyCode', { unitId: unit._id, proxyId: again.proxyId });
    await proxy.change('seat.accept', { code, name: '示例代理', version: '2027-01' });
    await rename(staff, unit._id);
    expect((await proxy.ask('me.get', {})).person?.proxies.map(({ unitName }) => unitName)).toEqual([
      NAME,
      NAME,
    ]);
    expect(await lender.ask('seat.proxies', { unitId: unit._id })).toMatchObject({
      proxies: [{ unitName: NAME }, { unitName: NAME }],
    });
  });

  it('leaves what is over under the name of its day', async () => {
    const staff = await makeStaff('admin');
    const { unit, filingId, handoverId } = await begun();
    await staff.change('filing.refuse', { filingId, reason: '材料不符' });
    await rename(staff, unit._id);
    expect(await cloud.find('handovers', { _id: handoverId })).toMatchObject([{ unitName: unit.name }]);
    expect(await cloud.find('filings', { _id: filingId })).toMatchObject([{ unitName: unit.name }]);
  });
});
