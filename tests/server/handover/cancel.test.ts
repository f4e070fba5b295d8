import { cloud, makeOffice, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { begun, CHANGED, codeOf, ready, seated, successorOf } from './parties';

describe('handover.cancel', () => {
  const row = async (_id: string) => (await cloud.find('handovers', { _id }))[0];
  const startedByLeaver = async () => {
    const { unit, leaver } = await seated();
    const { handoverId } = await leaver.change('handover.start', {
      unitId: unit._id,
      kind: 'main',
      ...CHANGED,
    });
    return { unit, leaver, handoverId };
  };
  beforeEach(async () => void (await makeOffice()));

  it('is for the side that began it', async () => {
    const { handoverId, leaver } = await begun();
    const other = await seated();
    expect(await stranger().fails('handover.cancel', { handoverId })).toMatchObject({ code: 'stranger' });
    expect(await other.leaver.fails('handover.cancel', { handoverId })).toMatchObject({ code: 'missing' });
    expect(await leaver.fails('handover.cancel', { handoverId })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('handover.cancel', { handoverId })).toEqual({
      code: 'forbidden',
      message: '接任人已提交登记，请在登记审核里办理',
    });
    expect(await leaver.fails('handover.cancel', { handoverId: '' })).toMatchObject({ field: 'handoverId' });
    expect(await row(handoverId)).toMatchObject({ state: 'open' });
  });

  it('ends the registration with it, and the seat may be handed over anew', async () => {
    const { handoverId, filingId, successor, unit } = await ready();
    expect(await successor.change('handover.cancel', { handoverId })).toEqual({
      handoverId,
      state: 'cancelled',
      turn: '已撤销，办结',
    });
    expect((await requestsOf('handover.cancel')).length).toBeLessThanOrEqual(9);
    expect(await row(handoverId)).toMatchObject({ state: 'cancelled', slot: handoverId });
    expect(await cloud.find('filings', { _id: filingId })).toMatchObject([
      { state: 'refused', open: false, note: '交接已撤销' },
    ]);
    expect(await cloud.find('audits', { action: 'handover.cancel' })).toHaveLength(1);
    expect(await successor.fails('handover.cancel', { handoverId })).toMatchObject({ code: 'closed' });
    const { who, input } = await successorOf(unit, '示例另一位');
    const again = await who.change('filing.submit', { ...input, handover: CHANGED });
    expect(again.handoverId).not.toBe(handoverId);
  });

  it('ends the code the leaver gave out', async () => {
    const { unit, leaver, handoverId } = await startedByLeaver();
    const code = await codeOf(handoverId);
    await leaver.change('handover.cancel', { handoverId });
    const { who, input } = await successorOf(unit);
    expect(await who.fails('filing.submit', { ...input, codeId: code })).toMatchObject({
      code: 'expired',
      field: 'codeId',
    });
  });

  it('is for staff too while nobody has registered', async () => {
    const { handoverId } = await startedByLeaver();
    expect(await (await makeStaff('editor')).fails('handover.cancel', { handoverId })).toMatchObject({
      code: 'forbidden',
    });
    expect(await (await makeStaff()).change('handover.cancel', { handoverId })).toMatchObject({
      state: 'cancelled',
    });
  });

  it('is cancelled once however often it is sent', async () => {
    const { handoverId, leaver } = await startedByLeaver();
    const id = requestId();
    const first = await leaver.change('handover.cancel', { handoverId }, id);
    expect(await leaver.change('handover.cancel', { handoverId }, id)).toEqual(first);
    expect(await cloud.find('audits', { _id: id })).toHaveLength(1);
  });
});
