import { cloud, makeOffice, makeStaff, requestId } from '../../support';
import { begun, CHANGED, successorOf } from '../handover/parties';

describe('filing.refuse with a handover', () => {
  const one = async (collection: string, _id: string) => (await cloud.find(collection, { _id }))[0];
  beforeEach(async () => void (await makeOffice()));

  it('ends the handover with it, once, and the seat may be handed over anew', async () => {
    const { unit, filingId, handoverId, leaver } = await begun();
    const staff = await makeStaff();
    const id = requestId();
    const input = { filingId, reason: '单位没有推荐此人' };
    await staff.change('filing.refuse', input, id);
    await staff.change('filing.refuse', input, id);
    expect(await one('filings', filingId)).toMatchObject({ state: 'refused', open: false, slot: filingId });
    expect(await one('handovers', handoverId)).toMatchObject({ state: 'refused', slot: handoverId });
    expect(await cloud.find('audits', { action: 'filing.refuse' })).toHaveLength(1);
    expect(await leaver.ask('handover.get', { handoverId })).toMatchObject({
      turn: '不予受理，办结',
      open: null,
    });
    const { who, input: again } = await successorOf(unit, '示例另一位');
    await who.change('filing.submit', { ...again, handover: CHANGED });
  });

  it('keeps the handover while the registration is sent back and corrected', async () => {
    const { filingId, handoverId, leaver, successor } = await begun();
    const staff = await makeStaff();
    await leaver.change('handover.agree', { handoverId });
    await staff.change('filing.return', { filingId, fields: [{ key: 'title', reason: '请核对' }] });
    await successor.change('handover.agree', { handoverId });
    expect((await staff.fails('filing.approve', { filingId })).code).toBe('conflict');
    await successor.change('filing.correct', { filingId, form: { title: '高级工程师' } });
    await staff.change('filing.approve', { filingId });
    expect(await one('handovers', handoverId)).toMatchObject({ state: 'approved' });
  });
});
