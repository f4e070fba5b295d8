import { cloud, makeOffice, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { begun, CHANGED, letterOf, ready, seated } from './parties';

describe('handover.agree', () => {
  const row = async (_id: string) => (await cloud.find('handovers', { _id }))[0];
  beforeEach(async () => void (await makeOffice()));

  it('is for the two sides', async () => {
    const { handoverId } = await begun();
    const other = await seated();
    expect(await stranger().fails('handover.agree', { handoverId })).toMatchObject({ code: 'stranger' });
    expect(await other.leaver.fails('handover.agree', { handoverId })).toMatchObject({ code: 'missing' });
    expect(await (await makeStaff()).fails('handover.agree', { handoverId })).toMatchObject({
      code: 'forbidden',
    });
    expect(await row(handoverId)).toMatchObject({ state: 'open', leaverAgreedAt: null });
  });

  it('names the field that is wrong', async () => {
    const { leaver } = await begun();
    expect(await leaver.fails('handover.agree', { handoverId: '$' })).toMatchObject({ field: 'handoverId' });
  });

  it('waits for somebody to hand over to', async () => {
    const { unit, leaver } = await seated();
    const { handoverId } = await leaver.change('handover.start', {
      unitId: unit._id,
      kind: 'main',
      ...CHANGED,
    });
    expect(await leaver.fails('handover.agree', { handoverId })).toEqual({
      code: 'conflict',
      message: '还没有接任人扫码登记，请先把交接码给接任人',
    });
  });

  it('is ready when both have said so, in either order, and says whose turn it is', async () => {
    const { handoverId, leaver, successor } = await begun();
    expect(await successor.change('handover.agree', { handoverId })).toEqual({
      handoverId,
      state: 'open',
      turn: '等原联络员确认或单位来函，您无需操作',
    });
    expect(await leaver.ask('handover.get', { handoverId })).toMatchObject({
      mine: true,
      turn: '等您：核对未办事项，确认交出',
    });
    expect(await leaver.change('handover.agree', { handoverId })).toMatchObject({
      state: 'ready',
      turn: '秘书处审核中，您无需操作',
    });
    expect((await requestsOf('handover.agree')).length).toBeLessThanOrEqual(6);
    expect(await row(handoverId)).toMatchObject({
      leaverAgreedAt: expect.any(Date),
      successorAgreedAt: expect.any(Date),
    });
    expect(await (await makeStaff()).ask('handover.list', {})).toMatchObject({
      handovers: [{ handoverId, turn: '等您：审核接任人的登记' }],
    });
    expect((await cloud.find('audits', { action: 'handover.agree' })).length).toBe(2);
  });

  it('is ready too when both say so at the same moment', async () => {
    const { handoverId, leaver, successor } = await begun();
    await Promise.all([leaver, successor].map((one) => one.change('handover.agree', { handoverId })));
    expect(await row(handoverId)).toMatchObject({ state: 'ready' });
  });

  it('needs no leaver when the unit’s letter is there', async () => {
    const { handoverId, successor } = await begun();
    await successor.change('handover.letter', {
      handoverId,
      letterKey: (await letterOf(successor.openid))._id,
    });
    expect(await successor.change('handover.agree', { handoverId })).toMatchObject({ state: 'ready' });
  });

  it('is closed once both have, and for a leaver whose seat ended some other way', async () => {
    const done = await ready();
    expect(await done.leaver.fails('handover.agree', { handoverId: done.handoverId })).toEqual({
      code: 'closed',
      message: '双方已经确认，正在等秘书处审核，不用再操作',
    });
    const { handoverId, leaver, unit } = await begun();
    const input = { unitId: unit._id, kind: 'main' as const, on: '2026-11-22', reason: '离职' };
    await (await makeStaff()).change('seat.vacate', input);
    expect(await leaver.fails('handover.agree', { handoverId })).toMatchObject({ code: 'closed' });
  });

  it('is one word however often it is sent', async () => {
    const { handoverId, leaver } = await begun();
    const id = requestId();
    const first = await leaver.change('handover.agree', { handoverId }, id);
    expect(await leaver.change('handover.agree', { handoverId }, id)).toEqual(first);
    expect(((await row(handoverId))?.history as unknown[]).length).toBe(2);
    expect(await cloud.find('audits', { _id: id })).toHaveLength(1);
  });
});
