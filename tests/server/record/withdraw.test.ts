import { cloud, makeSeatedUnit, requestId, requestsOf, stranger } from '../../support';
import { asking, correctionsNow, recordNow, world } from './records';

describe('record.withdraw', () => {
  async function asked() {
    const all = await world();
    const { correctionId } = await all.liaison.change(
      'record.correct',
      asking(all.unit, { position: '副总经理' }),
    );
    return { ...all, correctionId, input: { unitId: all.unit._id, correctionId } };
  }

  it('is for the liaison who asked, and names a wrong field', async () => {
    const { input, staff, liaison, correctionId } = await asked();
    const { liaison: other, unit: theirs } = await makeSeatedUnit();
    expect(await stranger().fails('record.withdraw', input)).toMatchObject({ code: 'stranger' });
    for (const who of [staff, other])
      expect(await who.fails('record.withdraw', input)).toMatchObject({ code: 'forbidden' });
    expect(await other.fails('record.withdraw', { unitId: theirs._id, correctionId })).toMatchObject({
      code: 'missing',
      field: 'correctionId',
    });
    expect(await liaison.fails('record.withdraw', { ...input, correctionId: 'a b' })).toMatchObject({
      code: 'invalid',
      field: 'correctionId',
    });
    expect(await correctionsNow()).toMatchObject([{ state: 'submitted' }]);
  });

  it('frees the record for another request, once however often', async () => {
    const { input, liaison, unit, filing, correctionId } = await asked();
    const id = requestId();
    expect(await liaison.change('record.withdraw', input, id)).toEqual({ correctionId });
    expect((await requestsOf('record.withdraw')).length).toBeLessThanOrEqual(7);
    expect(await liaison.change('record.withdraw', input, id)).toEqual({ correctionId });
    expect(await correctionsNow()).toMatchObject([{ state: 'withdrawn', slot: correctionId }]);
    expect((await recordNow(filing)).history.map(({ event }) => event)).toEqual([
      'record-correct',
      'record-withdraw',
    ]);
    expect(await cloud.find('audits', { action: 'record.withdraw' })).toHaveLength(1);
    await liaison.change('record.correct', asking(unit, { position: '总经理助理' }));
    expect(await correctionsNow()).toHaveLength(2);
  });

  it('comes too late once it is decided', async () => {
    const { input, liaison, staff, correctionId } = await asked();
    const decisions = [{ key: 'position' as const, agreed: true }];
    await staff.change('record.decide', { correctionId, decisions });
    expect(await liaison.fails('record.withdraw', input)).toEqual({
      code: 'closed',
      message: '这份变更申请已经办结或终止，不能撤回',
    });
  });
});
