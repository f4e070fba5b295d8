import type { SeatKind } from '@contract/me';
import type { Filing } from '@server/stores/filings';
import type { Handover } from '@server/stores/handovers';
import type { Unit } from '@server/stores/units';
import { as, cloud, makeOffice, makeStaff, makeUpload, requestId } from '../../support';
import { CONSENT } from '../filing/registration';
import { makeCorrection } from '../record/records';
import { begun, CHANGED, letterOf, officeWith, ready, seated, successorOf } from './parties';

/** Handovers as they go in an office: at once, twice, half-way, with people who come from elsewhere or come back. */
describe('a handover', () => {
  const one = async <T>(collection: string, _id: string) =>
    (await cloud.find(collection, { _id }))[0] as unknown as T;
  const recordOf = (unit: Unit, kind: SeatKind) => one<Filing>('filings', `${unit._id}-${kind}`);

  /** What somebody known already sends to take the main seat, with the unit's letter in place of the leaver's word. */
  async function takingOver(who: ReturnType<typeof as>, unit: Unit) {
    const { input } = await successorOf(unit, '示例接手');
    const version = CONSENT.version as '2027-01';
    await who.change('filing.consent', { codeId: input.codeId, version });
    const own = async (use: 'photo' | 'recommendation') => (await makeUpload({ owner: who.openid, use }))._id;
    const form = { ...input.form, photo: await own('photo'), recommendation: await own('recommendation') };
    const letterKey = (await letterOf(who.openid))._id;
    return { ...input, form, handover: { ...CHANGED, letterKey } };
  }

  it('is ready however both sides say their word: either first, both at once, each several times', async () => {
    await makeOffice();
    for (const order of ['leaver first', 'successor first', 'at once'] as const) {
      const { handoverId, leaver, successor } = await begun();
      const sides = order === 'successor first' ? [successor, leaver] : [leaver, successor];
      const say = (side: (typeof sides)[number]) => side.call('handover.agree', { handoverId }, requestId());
      if (order === 'at once') await Promise.all([...sides, ...sides].map(say));
      else for (const side of sides) await say(side);
      const row = await one<Handover>('handovers', handoverId);
      expect([order, row.state]).toEqual([order, 'ready']);
      expect(row.history.filter(({ event }) => event === 'leaver-agree').length).toBeGreaterThanOrEqual(1);
      // Said again it changes nothing, and says what it waits for.
      for (const side of sides)
        expect(await side.fails('handover.agree', { handoverId })).toMatchObject({ code: 'closed' });
    }
  });

  it('approved twice at once passes the seat once, with one new number and one closed record', async () => {
    await makeOffice();
    const { unit, filingId, handoverId, leaver, successor } = await ready();
    const [a, b] = [await makeStaff('admin', '示例甲'), await makeStaff('member', '示例丁')];
    const replies = await Promise.all(
      [a, b].map((staff) => staff.call('filing.approve', { filingId }, requestId())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await cloud.find('filings', { unitId: unit._id, inForce: true })).toHaveLength(1);
    expect(await one('filings', `${unit._id}-main`)).toMatchObject({ state: 'closed', ended: '交接' });
    const filing = await one<{ numbers: string[] }>('filings', filingId);
    expect(filing.numbers).toHaveLength(1);
    expect(await one('people', leaver.openid)).toMatchObject({ seats: [] });
    expect(await one('people', successor.openid)).toMatchObject({ seats: [{ unitId: unit._id }] });
    expect(await one('handovers', handoverId)).toMatchObject({ state: 'approved' });
    expect(await a.change('paper.letter', { handoverId })).toMatchObject({
      name: expect.stringContaining('.docx'),
    });
  });

  it('goes to somebody who is the liaison of another unit: both seats, each for itself', async () => {
    await makeOffice();
    const { unit } = await seated();
    const other = await seated();
    const both = other.leaver;
    const sent = await both.change('filing.submit', await takingOver(both, unit));
    await both.change('handover.agree', { handoverId: sent.handoverId ?? '' });
    await (await makeStaff()).change('filing.approve', { filingId: sent.filingId });
    expect((await both.ask('me.get', {})).person?.seats).toMatchObject([
      { unitId: other.unit._id, kind: 'main' },
      { unitId: unit._id, kind: 'main' },
    ]);
    expect(await cloud.find('filings', { openid: both.openid, inForce: true })).toHaveLength(2);
    for (const { _id: unitId } of [unit, other.unit])
      expect(await both.ask('home.liaison', { unitId })).toMatchObject({ total: 0 });
  });

  it('goes back to who handed it over before: another record, another number, the old one stays closed', async () => {
    await makeOffice();
    const { unit, filingId, leaver, successor } = await ready();
    const staff = await makeStaff();
    await staff.change('filing.approve', { filingId });
    const back = await leaver.change('filing.submit', await takingOver(leaver, unit));
    await leaver.change('handover.agree', { handoverId: back.handoverId ?? '' });
    await staff.change('filing.approve', { filingId: back.filingId });
    const records = await cloud.find('filings', { openid: leaver.openid, unitId: unit._id });
    expect(records.map(({ _id, state }) => [_id === back.filingId, state]).sort()).toEqual([
      [false, 'closed'],
      [true, 'approved'],
    ]);
    expect(new Set(records.flatMap((row) => row.numbers as string[])).size).toBe(2);
    const sitting = await cloud.find('people', { 'seats.unitId': unit._id });
    expect(sitting.map(({ _id }) => _id)).toEqual([leaver.openid]);
    expect(await successor.fails('home.liaison', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
  });

  it('to the unit’s own deputy ends the deputy’s record and its changes under review, and nobody else’s', async () => {
    await officeWith({ deputy: 1 });
    const { unit, deputy } = await seated({ deputy: '示例副手' });
    const [main, own] = [await recordOf(unit, 'main'), await recordOf(unit, 'deputy')];
    const [left, moved] = [await makeCorrection(main), await makeCorrection(own)];
    const elsewhere = await seated();
    const untouched = await makeCorrection(await recordOf(elsewhere.unit, 'main'));
    const sent = await deputy.change('filing.submit', await takingOver(deputy, unit));
    await deputy.change('handover.agree', { handoverId: sent.handoverId ?? '' });
    await (await makeStaff()).change('filing.approve', { filingId: sent.filingId });
    expect(await one('units', unit._id)).toMatchObject({
      seats: { main: { openid: deputy.openid }, deputy: null },
    });
    expect(await one('filings', own._id)).toMatchObject({ state: 'closed', ended: '转任' });
    expect(await one('corrections', left._id)).toMatchObject({
      lapsed: '联络员已交接，这份变更申请终止办理；仍需变更的，由接任人另行申报',
    });
    expect(await one('corrections', moved._id)).toMatchObject({
      lapsed: '联络员已转任本单位的另一席位，这份变更申请终止办理；仍需变更的，请在新的登记资料上申报',
    });
    expect(await one('corrections', untouched._id)).toMatchObject({ state: 'submitted' });
  });

  it('refused or cancelled leaves seat, record, changes and proxies as they were', async () => {
    await makeOffice();
    const staff = await makeStaff();
    for (const how of ['refused', 'cancelled'] as const) {
      const { unit, filingId, handoverId, leaver, successor } = await ready();
      const correction = await makeCorrection(await recordOf(unit, 'main'));
      const lent = { unitId: unit._id, from: '2026-11-23', to: '2026-11-30', scopes: ['notice' as const] };
      await leaver.change('seat.lend', lent);
      const before = await one('units', unit._id);
      if (how === 'refused') await staff.change('filing.refuse', { filingId, reason: '材料不符' });
      else await successor.change('handover.cancel', { handoverId });
      expect(await one('handovers', handoverId)).toMatchObject({ state: how, slot: handoverId });
      expect(await one('units', unit._id)).toEqual(before);
      expect(await one('filings', `${unit._id}-main`)).toMatchObject({ inForce: true, state: 'approved' });
      expect(await one('filings', filingId)).toMatchObject({ inForce: false, open: false, state: 'refused' });
      expect(await one('corrections', correction._id)).toMatchObject({ state: 'submitted' });
      expect(await leaver.ask('seat.proxies', { unitId: unit._id })).toMatchObject({
        proxies: [{ state: 'offered' }],
      });
      expect(await one('people', successor.openid)).toMatchObject({ seats: [] });
      // The seat may be handed over anew.
      const next = { unitId: unit._id, kind: 'main' as const, ...CHANGED };
      expect((await leaver.change('handover.start', next)).handoverId).not.toBe(handoverId);
    }
  });

  it('is late by working days of the office’s calendar, two for an information-security liaison', async () => {
    await officeWith({}, 2);
    // The mid-autumn week of 2026: 9-20 is a working Sunday (调休), 9-25 to 9-27 are off.
    for (const [now, changedOn, lateBy] of [
      ['2026-09-22T01:00:00.000Z', '2026-09-18', 1],
      ['2026-09-28T01:00:00.000Z', '2026-09-24', 0],
      ['2026-09-29T01:00:00.000Z', '2026-09-24', 0],
      ['2026-09-30T01:00:00.000Z', '2026-09-24', 1],
    ] as const) {
      await cloud.clock.set(now);
      const { unit, leaver } = await seated();
      const sent = { unitId: unit._id, kind: 'main' as const, reason: '调岗', changedOn };
      const { handoverId } = await leaver.change('handover.start', sent);
      const { lateBy: shown } = await leaver.ask('handover.get', { handoverId });
      expect([now, changedOn, shown]).toEqual([now, changedOn, lateBy]);
    }
  });

  it('fills a seat the alarm rang for, and the alarm is silent', async () => {
    await makeOffice();
    const { unit } = await seated();
    const staff = await makeStaff();
    await staff.change('seat.vacate', { unitId: unit._id, kind: 'main', on: '2026-11-23', reason: '离职' });
    expect(await staff.ask('home.office', {})).toMatchObject({ vacant: 1, vacantLong: 0 });
    await cloud.clock.advance(31 * 86_400_000);
    expect(await staff.ask('home.office', {})).toMatchObject({ vacant: 1, vacantLong: 1, alarmDays: 30 });
    const { codeId } = await staff.change('code.issue', { unitId: unit._id, days: 7 });
    const { who, input } = await successorOf(unit);
    const { filingId } = await who.change('filing.submit', { ...input, codeId });
    await staff.change('filing.approve', { filingId });
    expect(await staff.ask('home.office', {})).toMatchObject({ vacant: 0, vacantLong: 0 });
  });
});
