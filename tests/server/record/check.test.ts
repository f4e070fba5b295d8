import {
  cloud,
  makeLiaison,
  makeSeatedUnit,
  makeUnit,
  requestId,
  requestsOf,
  someForm,
  stranger,
} from '../../support';
import { asking, AT, recordNow, seatedRecord, world } from './records';

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

  it('is not for a record that lacks what the rulebook asks for, by now', async () => {
    const { unit, liaison, staff, filing } = await world(
      {},
      { form: { ...someForm(), email: '', position: undefined } },
    );
    const empty = '登记资料里“职务”、“电子邮箱”还没有填写';
    expect(await liaison.fails('record.check', { unitId: unit._id })).toEqual({
      code: 'conflict',
      message: `${empty}，请点“修改”补上`,
    });
    expect(await staff.fails('record.checkFor', { filingId: filing._id, channel: 'phone' })).toEqual({
      code: 'conflict',
      message: `${empty}，请联络员在“我的登记资料”里补上`,
    });
    expect((await recordNow(filing)).verifiedAt).toEqual(filing.verifiedAt);
  });

  it('of a round that began twice counts once, and not for who came during it', async () => {
    const { unit, liaison, staff, filing } = await world();
    await liaison.change('record.check', { unitId: unit._id });
    // The first of January opens the next round, in Shanghai; nobody has to open it, so it cannot open twice.
    await cloud.clock.set('2026-12-31T15:59:59.999Z');
    expect(await liaison.ask('record.mine', { unitId: unit._id })).toMatchObject({ due: false });
    await cloud.clock.set('2026-12-31T16:00:00.000Z');
    expect(await liaison.ask('record.mine', { unitId: unit._id })).toMatchObject({ due: true });
    await liaison.change('record.check', { unitId: unit._id });
    await cloud.clock.advance(10 * 86_400_000);
    const { filing: late } = await seatedRecord({ verifiedAt: new Date('2027-01-05T01:00:00.000Z') });
    const { records, counts } = await staff.ask('record.list', {});
    expect(records.map(({ filingId, due }) => [filingId, due])).toEqual([
      [filing._id, false],
      [late._id, false],
    ]);
    expect(counts).toEqual({ all: 2, due: 0 });
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
