import { cloud, makeLiaison, makeSeatedUnit, makeUnit, requestId, requestsOf, stranger } from '../../support';
import { asking, AT, recordNow, world } from './records';

describe('record.check', () => {
  it('turns strangers away, names a wrong field, and is for the seat of that unit', async () => {
    const { unit, liaison, staff } = await world();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const { liaison: other } = await makeSeatedUnit();
    for (const who of [stranger(), former])
      expect(await who.fails('record.check', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    for (const who of [other, staff])
      expect(await who.fails('record.check', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
    expect(await liaison.fails('record.check', {})).toMatchObject({ code: 'invalid', field: 'unitId' });
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('verifies every asked field now, in one tap and few requests', async () => {
    const { unit, liaison, filing } = await world();
    expect(await liaison.change('record.check', { unitId: unit._id })).toEqual({
      verifiedAt: AT.toISOString(),
    });
    expect((await requestsOf('record.check')).length).toBeLessThanOrEqual(6);
    const row = await recordNow(filing);
    expect(row.verifiedAt).toEqual(AT);
    expect(Object.values(row.verified).every((at) => at.getTime() === AT.getTime())).toBe(true);
    expect(Object.keys(row.verified)).toHaveLength(20);
    expect(row.form).toEqual(filing.form);
    expect(row.history).toEqual([{ at: AT, event: 'record-check', by: '示例乙', note: '本人核对，无变更' }]);
    expect(await liaison.ask('record.mine', { unitId: unit._id })).toMatchObject({ due: false });
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'record.check', collection: 'filings', subjectId: filing._id, unitId: unit._id },
    ]);
  });

  it('said twice is one check with the same answer', async () => {
    const { unit, liaison, filing } = await world();
    const id = requestId();
    const first = await liaison.change('record.check', { unitId: unit._id }, id);
    await cloud.clock.advance(60_000);
    expect(await liaison.change('record.check', { unitId: unit._id }, id)).toEqual(first);
    expect((await recordNow(filing)).history).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('at the same moment twice is once', async () => {
    const { unit, liaison, filing } = await world();
    const id = requestId();
    const both = await Promise.all([
      liaison.change('record.check', { unitId: unit._id }, id),
      liaison.change('record.check', { unitId: unit._id }, id),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect((await recordNow(filing)).history).toHaveLength(1);
  });

  it('waits for an open change', async () => {
    const { unit, liaison, filing } = await world();
    await liaison.change('record.correct', asking(unit, { position: '副总经理' }));
    expect(await liaison.fails('record.check', { unitId: unit._id })).toEqual({
      code: 'conflict',
      message: '您申请的变更正在审核，办结后再核对；也可以先撤回变更',
    });
    expect((await recordNow(filing)).verifiedAt).toEqual(filing.verifiedAt);
  });
});
