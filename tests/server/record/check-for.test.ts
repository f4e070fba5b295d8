import { cloud, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { asking, AT, recordNow, world } from './records';

describe('record.checkFor', () => {
  const told = (filingId: string) => ({ filingId, channel: 'phone' });

  it('turns strangers, liaisons and staff without the right away', async () => {
    const { liaison, filing } = await world();
    expect(await stranger().fails('record.checkFor', told(filing._id))).toMatchObject({ code: 'stranger' });
    for (const who of [liaison, await makeStaff('editor')])
      expect(await who.fails('record.checkFor', told(filing._id))).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [{ channel: 'phone' }, 'filingId'],
    [{ filingId: 'record-x', channel: 'pigeon' }, 'channel'],
    [{ filingId: 'record-x' }, 'channel'],
  ])('names the wrong field of %j', async (input, field) => {
    const { staff } = await world();
    expect(await staff.fails('record.checkFor', input)).toMatchObject({ code: 'invalid', field });
  });

  it('says when there is no such record, or it is no longer in force', async () => {
    const { staff, filing } = await world({}, { inForce: false, state: 'closed' });
    expect(await staff.fails('record.checkFor', told('nobody'))).toMatchObject({
      code: 'missing',
      field: 'filingId',
    });
    expect(await staff.fails('record.checkFor', told(filing._id))).toMatchObject({
      code: 'conflict',
      message: '这份备案已经终止（联络员已交接或离任），不用再核对',
    });
  });

  it('verifies the record and says who noted it and how it was told', async () => {
    const { staff, filing, unit, liaison } = await world();
    const id = requestId();
    const first = await staff.change('record.checkFor', { filingId: filing._id, channel: 'paper' }, id);
    expect(first).toEqual({ verifiedAt: AT.toISOString() });
    expect((await requestsOf('record.checkFor')).length).toBeLessThanOrEqual(7);
    expect((await recordNow(filing)).history).toEqual([
      { at: AT, event: 'record-check', by: '示例审核员', note: '书面核对，无变更（秘书处代录）' },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'record.checkFor', openid: staff.openid, subjectId: filing._id },
    ]);
    expect(await liaison.ask('record.mine', { unitId: unit._id })).toMatchObject({ due: false });
    expect(await staff.change('record.checkFor', { filingId: filing._id, channel: 'paper' }, id)).toEqual(
      first,
    );
    expect((await recordNow(filing)).history).toHaveLength(1);
  });

  it('waits for an open change', async () => {
    const { staff, liaison, filing, unit } = await world();
    await liaison.change('record.correct', asking(unit, { position: '副总经理' }));
    expect(await staff.fails('record.checkFor', told(filing._id))).toMatchObject({ code: 'conflict' });
  });
});
