import {
  cloud,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { begun, CHANGED, codeOf, officeWith, seated, successorOf } from './parties';

describe('handover.start', () => {
  const rows = () => cloud.find('handovers', {});

  it('is for who sits on a seat of the unit', async () => {
    await makeOffice();
    const { unit } = await seated();
    const { liaison } = await makeSeatedUnit();
    const input = { unitId: unit._id, kind: 'main', ...CHANGED };
    expect(await stranger().fails('handover.start', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('handover.start', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('handover.start', input)).toMatchObject({ code: 'forbidden' });
    expect(await rows()).toEqual([]);
  });

  it.each([
    [{ changedOn: '' }, 'changedOn', '请选择变更日期'],
    [{ changedOn: '2027-06-01' }, 'changedOn', '变更日期最多提前90天填报'],
    [{ reason: ' ' }, 'reason', '请填写变更原因'],
    [{ kind: 'third' }, 'kind', '席位不正确'],
    [{ kind: 'deputy' }, 'kind', '您不在这个席位上，请刷新后再试'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const input = { unitId: unit._id, kind: 'main', ...CHANGED, ...wrong };
    expect(await leaver.fails('handover.start', input)).toEqual({ code: 'invalid', field, message });
  });

  it('begins and issues a code of the unit the successor registers with', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const id = requestId();
    const input = { unitId: unit._id, kind: 'main' as const, ...CHANGED };
    expect(await leaver.change('handover.start', input, id)).toEqual({ handoverId: id });
    const requests = await requestsOf('handover.start');
    const [row] = await rows();
    expect(row).toMatchObject({
      _id: id,
      unitId: unit._id,
      kind: 'main',
      leaver: { openid: leaver.openid, name: '示例离任', filingId: `${unit._id}-main` },
      successor: null,
      startedBy: 'leaver',
      state: 'open',
      slot: `${unit._id}_main`,
      late: false,
    });
    expect(await cloud.find('codes', {})).toMatchObject([
      { _id: row?.code, unitId: unit._id, revokedAt: null },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'handover.start', unitId: unit._id },
    ]);
    expect(requests.length).toBeLessThanOrEqual(8);

    const { who, input: sent } = await successorOf(unit);
    const { handoverId } = await who.change('filing.submit', { ...sent, codeId: await codeOf(id) });
    expect(handoverId).toBe(id);
    expect(await rows()).toMatchObject([
      { successor: { openid: who.openid, name: '示例接任' }, state: 'open' },
    ]);
  });

  it('counts the working days after the rulebook’s limit', async () => {
    await officeWith({}, 2);
    const { unit, leaver } = await seated();
    // Monday 16 to Monday 23: five working days later, two are allowed.
    const input = { unitId: unit._id, kind: 'main' as const, reason: '离职', changedOn: '2026-11-16' };
    const { handoverId } = await leaver.change('handover.start', input);
    expect(await rows()).toMatchObject([{ late: true, lateBy: 3 }]);
    expect(await leaver.ask('handover.get', { handoverId })).toMatchObject({ lateBy: 3 });
  });

  it('gives the one that is open already, whoever began it', async () => {
    await makeOffice();
    const { unit, leaver, handoverId } = await begun();
    const input = { unitId: unit._id, kind: 'main' as const, ...CHANGED };
    expect(await leaver.change('handover.start', input)).toEqual({ handoverId });
    expect(await rows()).toHaveLength(1);
    expect(await cloud.find('codes', { unitId: unit._id })).toEqual([]);
  });

  it('makes one handover and one code of a request sent twice', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const id = requestId();
    const input = { unitId: unit._id, kind: 'main' as const, ...CHANGED };
    const answers = await Promise.all([1, 2, 3].map(() => leaver.change('handover.start', input, id)));
    expect(new Set(answers.map(({ handoverId }) => handoverId)).size).toBe(1);
    expect(await rows()).toHaveLength(1);
    expect(await cloud.find('codes', {})).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('issues the code on the repeat when it died before', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const id = requestId();
    const input = { unitId: unit._id, kind: 'main' as const, ...CHANGED };
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      skip: 1,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.call('api', { action: 'handover.start', input, requestId: id }, { openid: leaver.openid });
    expect(await cloud.find('codes', {})).toEqual([]);
    await cloud.clock.set(NOW);
    await leaver.change('handover.start', input, id);
    expect(await cloud.find('codes', {})).toHaveLength(1);
  });
});
