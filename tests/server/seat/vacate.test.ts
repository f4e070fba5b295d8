import { cloud, makeOffice, makeSeatedUnit, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { CHANGED, officeWith, seated } from '../handover/parties';

describe('seat.vacate', () => {
  const one = async (collection: string, _id: string) => (await cloud.find(collection, { _id }))[0];
  const leaving = { kind: 'main' as const, on: '2026-11-20', reason: '退休' };

  it('is for staff who review', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const { liaison } = await makeSeatedUnit();
    const input = { unitId: unit._id, ...leaving };
    expect(await stranger().fails('seat.vacate', input)).toMatchObject({ code: 'stranger' });
    for (const one of [leaver, liaison])
      expect(await one.fails('seat.vacate', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('seat.vacate', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(await one('units', unit._id)).toMatchObject({ seated: true });
  });

  it.each([
    [{ on: '2026-11-24' }, 'on', '离任日期不能晚于今天'],
    [{ on: '2026-01-01' }, 'on', '离任日期不能早于备案的日期'],
    [{ reason: '' }, 'reason', '请填写离任原因'],
    [{ kind: 'deputy' }, 'kind', '这个席位现在没有人，请刷新'],
    [{ unitId: '?' }, 'unitId', '单位不正确'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    await makeOffice();
    const { unit } = await seated();
    const input = { unitId: unit._id, ...leaving, ...wrong };
    expect(await (await makeStaff()).fails('seat.vacate', input)).toMatchObject({ field, message });
  });

  it('says so when there is no such unit', async () => {
    const input = { unitId: 'nowhere', ...leaving };
    expect(await (await makeStaff()).fails('seat.vacate', input)).toMatchObject({ code: 'missing' });
  });

  it('empties the seat, closes the record, takes the rights; the unit is on the vacant list', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const staff = await makeStaff();
    await staff.change('seat.vacate', { unitId: unit._id, ...leaving });
    const requests = await requestsOf('seat.vacate');
    expect(await one('units', unit._id)).toMatchObject({
      seated: false,
      vacantSince: expect.any(Date),
      seats: { main: null },
      people: '',
    });
    expect(await one('people', leaver.openid)).toMatchObject({ seats: [] });
    expect(await one('filings', `${unit._id}-main`)).toMatchObject({
      state: 'closed',
      inForce: false,
      until: new Date('2026-11-19T16:00:00.000Z'),
      ended: '退休',
    });
    expect(await leaver.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect((await staff.ask('unit.list', { vacant: true })).units).toMatchObject([{ unitId: unit._id }]);
    expect(await cloud.find('audits', {})).toMatchObject([{ action: 'seat.vacate', unitId: unit._id }]);
    expect(requests.length).toBeLessThanOrEqual(13);
  });

  it('leaves the main seat alone when the deputy goes', async () => {
    await officeWith({ deputy: 1 });
    const { unit, deputy, leaver } = await seated({ deputy: '示例副手' });
    await (await makeStaff()).change('seat.vacate', { unitId: unit._id, ...leaving, kind: 'deputy' });
    expect(await one('units', unit._id)).toMatchObject({
      seated: true,
      people: '示例离任',
      seats: { main: { openid: leaver.openid }, deputy: null },
    });
    expect(await deputy.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await leaver.ask('home.liaison', { unitId: unit._id })).toMatchObject({ total: 0 });
  });

  it('ends a handover nobody registered for', async () => {
    await makeOffice();
    const { unit, leaver } = await seated();
    const { handoverId } = await leaver.change('handover.start', {
      unitId: unit._id,
      kind: 'main',
      ...CHANGED,
    });
    await (await makeStaff()).change('seat.vacate', { unitId: unit._id, ...leaving });
    expect(await one('handovers', handoverId)).toMatchObject({ state: 'cancelled', slot: handoverId });
  });

  it('is done once however often it is sent', async () => {
    await makeOffice();
    const { unit } = await seated();
    const staff = await makeStaff();
    const id = requestId();
    const input = { unitId: unit._id, ...leaving };
    const first = await staff.change('seat.vacate', input, id);
    expect(await staff.change('seat.vacate', input, id)).toEqual(first);
    expect(await staff.fails('seat.vacate', input)).toMatchObject({ code: 'conflict' });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
