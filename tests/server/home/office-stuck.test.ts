import {
  cloud,
  later,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { makeCheck } from '../check/contents';
import { asking, LONG_AGO, RECENT, seatedRecord } from '../record/records';
import { makeHandover } from './handovers';

const home = async () => (await makeStaff('editor')).ask('home.office', {});

describe('home.office', () => {
  it('raises the alarm for units without liaison longer than the rulebook allows', async () => {
    await makeOffice();
    await makeUnit({ vacantSince: later(-29) });
    await makeUnit({ vacantSince: later(-31) });
    await makeUnit({ vacantSince: later(-300) });
    await makeUnit({ vacantSince: later(-300), active: false });
    await makeSeatedUnit();
    expect(await home()).toMatchObject({ vacant: 3, vacantLong: 2, alarmDays: 30 });
  });

  it('takes the days from the rulebook in force', async () => {
    await makeOffice({ preset: 'business-registry' });
    await makeUnit({ vacantSince: later(-14) });
    await makeUnit({ vacantSince: later(-16) });
    expect(await home()).toMatchObject({ vacant: 2, vacantLong: 1, alarmDays: 15 });
  });

  it('counts records a check fell due of, and changes that wait', async () => {
    await makeOffice();
    const { unit, liaison } = await seatedRecord({ verifiedAt: LONG_AGO });
    await seatedRecord({ verifiedAt: LONG_AGO });
    await seatedRecord({ verifiedAt: RECENT });
    await seatedRecord({ verifiedAt: LONG_AGO, inForce: false, state: 'closed' });
    await liaison.change('record.correct', asking(unit, { position: '副总经理' }));
    expect(await home()).toMatchObject({ check: 2, corrections: 1 });
    await cloud.clock.set('2026-06-30T15:00:00.000Z');
    expect(await home()).toMatchObject({ check: 0 });
  });

  it('counts handovers that wait for the secretariat, not those still with the unit', async () => {
    await makeOffice();
    await makeHandover({ state: 'ready' });
    await makeHandover({ state: 'open' });
    await makeHandover({ state: 'approved' });
    expect(await home()).toMatchObject({ handovers: 1 });
    expect((await requestsOf('home.office')).length).toBeLessThanOrEqual(12);
  });

  it('counts words and pictures a person has to look at', async () => {
    await makeOffice();
    await makeCheck();
    await makeCheck();
    await makeCheck({ state: 'passed', open: false });
    expect(await home()).toMatchObject({ checks: 2 });
  });

  it('tells a stranger nothing, whatever field is sent', async () => {
    expect(await stranger().fails('home.office', {})).toMatchObject({ code: 'stranger' });
  });
});
