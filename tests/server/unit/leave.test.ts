import { nextHandover } from '@contract/rules/handover';
import type { SeatKind } from '@contract/me';
import type { Handover } from '@server/stores/handovers';
import type { Seat } from '@server/stores/units';
import {
  cloud,
  makeFiling,
  makeLiaison,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { submitted } from '../filing/registration';
import { lent } from '../seat/lent';

const word = { on: '2026-11-20', reason: '企业注销' };

/** Main and deputy seated, each with the record behind the seat. */
async function fullUnit() {
  const bare = await makeUnit({ _id: 'unit-bare' });
  const seat = (kind: SeatKind, filingId: string, openid: string): Seat => ({
    kind,
    openid,
    name: '示例甲',
    position: '主任',
    phone: '19900001234',
    landline: '',
    filingId,
    numbers: [],
    since: new Date(NOW),
  });
  const inForce = { open: false, state: 'approved' as const, inForce: true };
  const records = [
    await makeFiling(bare, { ...inForce, unitId: 'unit-full', kind: 'main' }),
    await makeFiling(bare, { ...inForce, unitId: 'unit-full', kind: 'deputy' }),
  ];
  const unit = await makeUnit({
    _id: 'unit-full',
    seats: {
      main: seat('main', records[0]?._id ?? '', 'openid-full-main'),
      deputy: seat('deputy', records[1]?._id ?? '', 'openid-full-deputy'),
    },
    seated: true,
    vacantSince: null,
  });
  const held = (kind: SeatKind) => ({ unitId: unit._id, unitName: unit.name, kind, since: new Date(NOW) });
  const another = { unitId: 'unit-another', unitName: '另一家', kind: 'main' as const, since: new Date(NOW) };
  return {
    unit,
    records,
    liaison: await makePerson({ _id: 'openid-full-main', seats: [held('main')] }),
    deputy: await makePerson({ _id: 'openid-full-deputy', seats: [held('deputy'), another] }),
  };
}

const handover = (unitId: string, over: Partial<Handover> = {}) =>
  cloud.insert('handovers', [
    {
      _id: 'handover-1',
      unitId,
      unitName: '示例',
      kind: 'main',
      leaver: { openid: 'openid-a', name: '示例甲', filingId: 'filing-x' },
      successor: null,
      filingId: null,
      code: 'code-x',
      startedBy: 'leaver',
      leaverAgreedAt: null,
      successorAgreedAt: null,
      letterKey: null,
      changedOn: '2026-11-20',
      reason: '',
      late: false,
      state: 'open',
      slot: `${unitId}_main`,
      history: [],
      order: `${NOW}_handover-1`,
      requests: [],
      ...over,
    },
  ]);

describe('unit.leave', () => {
  beforeEach(async () => void (await makeOffice()));

  it('turns a stranger away', async () => {
    const { _id: unitId } = await makeUnit();
    expect(await stranger().fails('unit.leave', { unitId, ...word })).toMatchObject({ code: 'stranger' });
    expect(await cloud.find('units', { active: true })).toHaveLength(1);
  });

  it.each([
    [{ unitId: '' }, 'unitId', '单位不正确'],
    [{ on: '2026-02-30' }, 'on', '退会日期应为存在的日期，如2026-11-21'],
    [{ on: '2026-11-24' }, 'on', '退会日期不能晚于今天'],
    [{ reason: ' ' }, 'reason', '请填写退会原因'],
    [{ reason: '长'.repeat(101) }, 'reason', '退会原因最多100字'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const staff = await makeStaff('member');
    const { _id: unitId } = await makeUnit();
    expect(await staff.fails('unit.leave', { unitId, ...word, ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('is for staff who may edit units', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    for (const who of [liaison, await makeStaff('editor'), await makeStaff('finance')])
      expect(await who.fails('unit.leave', { unitId: unit._id, ...word })).toMatchObject({
        code: 'forbidden',
      });
    expect(await cloud.find('units', { active: true })).toHaveLength(1);
  });

  it('says so when the unit is not there or left already', async () => {
    const staff = await makeStaff('member');
    expect(await staff.fails('unit.leave', { unitId: 'unit-none', ...word })).toMatchObject({
      code: 'missing',
    });
    const { _id: unitId } = await makeUnit();
    await staff.change('unit.leave', { unitId, ...word });
    expect(await staff.fails('unit.leave', { unitId, ...word })).toEqual({
      code: 'closed',
      message: '这家单位已经退会，请刷新',
    });
  });

  it('ends seats, rights and records at that instant, within twelve requests; the file stays', async () => {
    const staff = await makeStaff('member', '示例会员部');
    const { unit, liaison, deputy, records } = await fullUnit();
    const id = requestId();
    expect(await staff.change('unit.leave', { unitId: unit._id, ...word }, id)).toEqual({ refused: 0 });
    const [row] = await cloud.find('units', { _id: unit._id });
    expect(row).toMatchObject({
      active: false,
      seated: false,
      seats: { main: null, deputy: null },
      left: { ...word, by: '示例会员部' },
      leftSlot: unit._id,
      people: '',
    });
    expect((await cloud.find('people', { _id: liaison.openid }))[0]?.seats).toEqual([]);
    expect((await cloud.find('people', { _id: deputy.openid }))[0]?.seats).toMatchObject([
      { unitId: 'unit-another' },
    ]);
    expect(await liaison.fails('directory.list', {})).toMatchObject({ code: 'stranger' });
    for (const { _id } of records) {
      const [filing] = await cloud.find('filings', { _id });
      expect(filing).toMatchObject({ state: 'closed', inForce: false, ended: '退会' });
      expect(new Date(filing?.until as string).toISOString()).toBe(NOW);
      expect(filing?.history).toMatchObject([{ event: 'close', by: '示例会员部', note: '退会' }]);
    }
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'unit.leave', collection: 'units', subjectId: unit._id, unitId: unit._id },
    ]);
    const requests = await requestsOf('unit.leave');
    const inTransaction = requests.findIndex((one) => /commit/.test(one)) + 1;
    expect(inTransaction).toBeLessThanOrEqual(12);
    expect(inTransaction).toBeGreaterThan(8);
    expect(requests.length).toBeLessThanOrEqual(18);
    expect(await staff.ask('unit.get', { unitId: unit._id })).toMatchObject({
      active: false,
      name: unit.name,
    });
  });

  it('refuses what is being registered or handed over for it, and says how much', async () => {
    const staff = await makeStaff('member');
    const { unit } = await makeSeatedUnit();
    const applicant = await makePerson({});
    const filing = await makeFiling(unit, { openid: applicant.openid });
    await handover(unit._id);
    const id = requestId();
    expect(await staff.change('unit.leave', { unitId: unit._id, ...word }, id)).toEqual({ refused: 2 });
    expect(await staff.change('unit.leave', { unitId: unit._id, ...word }, id)).toEqual({ refused: 2 });
    expect(await cloud.find('filings', { _id: filing._id })).toMatchObject([
      { state: 'refused', open: false, slot: filing._id, note: '单位已退会，登记终止办理' },
    ]);
    expect(await cloud.find('handovers', {})).toMatchObject([
      { state: nextHandover('open', 'refuse'), slot: 'handover-1' },
    ]);
  });

  it('frees the name; two of one name may both have left', async () => {
    const staff = await makeStaff('member');
    const name = '示例同名矿业有限公司';
    for (let i = 0; i < 2; i += 1) {
      const { _id: unitId } = await makeUnit({ name });
      await staff.change('unit.leave', { unitId, ...word });
    }
    await makeUnit({ name });
    expect(await cloud.find('units', { name, active: false })).toHaveLength(2);
  });

  it('has one effect when sent twice, at once or later', async () => {
    const staff = await makeStaff('member');
    const { unit } = await makeSeatedUnit();
    const bystander = await makeLiaison(await makeUnit());
    const id = requestId();
    const sent = { unitId: unit._id, ...word };
    const replies = await Promise.all([
      staff.call('unit.leave', sent, id),
      staff.call('unit.leave', sent, id),
    ]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await staff.change('unit.leave', sent, id)).toEqual({ refused: 0 });
    expect(await cloud.find('audits', {})).toHaveLength(1);
    expect((await cloud.find('people', { _id: bystander.openid }))[0]?.seats).toHaveLength(1);
  });

  it('sent again after the unit came back, leaves alone who registers and stands in there now', async () => {
    const staff = await makeStaff('member');
    const { unit, lender, code } = await lent();
    const id = requestId();
    const sent = { unitId: unit._id, ...word };
    await staff.change('unit.leave', sent, id);
    await staff.change('unit.rejoin', { unitId: unit._id });
    expect(await stranger().fails('seat.accept', { code, name: '示例', version: '2027-01' })).toMatchObject({
      code: 'expired',
    });
    const { filing } = await submitted(unit);
    await (await makeStaff()).change('filing.approve', { filingId: filing._id });
    const { filing: waiting } = await submitted(unit, { kind: 'deputy' });
    expect(await staff.change('unit.leave', sent, id)).toEqual({ refused: 0 });
    expect(await cloud.find('filings', { _id: waiting._id })).toMatchObject([{ state: 'submitted' }]);
    expect(await cloud.find('units', { _id: unit._id })).toMatchObject([{ active: true, seated: true }]);
    expect(await lender.fails('directory.list', {})).toMatchObject({ code: 'stranger' });
  });
});
