import {
  cloud,
  expectLog,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { submitted } from './registration';

describe('filing.get', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for staff who review', async () => {
    const { filing, applicant } = await submitted(await makeUnit());
    const { liaison } = await makeSeatedUnit();
    const input = { filingId: filing._id };
    expect(await stranger().fails('filing.get', input)).toMatchObject({ code: 'stranger' });
    expect(await applicant.fails('filing.get', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('filing.get', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('filing.get', input)).toMatchObject({ code: 'forbidden' });
  });

  it('names an id that is none, says so when there is no such registration', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('filing.get', { filingId: '' })).toMatchObject({
      code: 'invalid',
      field: 'filingId',
    });
    expect(await staff.fails('filing.get', { filingId: 'filing-nowhere' })).toMatchObject({
      code: 'missing',
    });
  });

  it('shows what was sent beside the unit’s file, with what differs', async () => {
    const unit = await makeUnit({ nature: 'private', stateLevel: null, postCode: '710001' });
    const { filing } = await submitted(unit, { mobileVerified: true });
    const shown = await (await makeStaff('member')).ask('filing.get', { filingId: filing._id });
    expect(shown).toMatchObject({
      filingId: filing._id,
      unitId: unit._id,
      state: 'submitted',
      turn: '等您：审核这份登记',
      form: filing.form,
      mobileVerified: true,
      onFile: {
        unitName: unit.name,
        unitNature: 'private',
        unitStateLevel: '',
        address: '示例省示例市示例路1号',
        postCode: '710001',
      },
      differs: ['unitNature', 'unitStateLevel', 'postCode'],
      holder: null,
      kind: 'main',
      seatName: '联络员',
      handover: null,
      handed: null,
      blocked: null,
      council: null,
      urls: {},
    });
    expect(await requestsOf('filing.get')).toHaveLength(6);
  });

  it('says who sits on the main seat now', async () => {
    const { unit } = await makeSeatedUnit({ name: '示例（集团）矿业公司' });
    const { filing } = await submitted(unit);
    await cloud.insert('filings', [
      { ...filing, _id: 'typed', slot: 'typed', form: { ...filing.form, unitName: '示例(集团)矿业公司' } },
    ] as never);
    const shown = await (await makeStaff()).ask('filing.get', { filingId: 'typed' });
    expect(shown).toMatchObject({
      holder: '示例联络员',
      differs: [],
      blocked: '示例（集团）矿业公司的联络员现在是示例联络员，请先办理交接',
    });
  });

  it('tells the person who saw the number, once a viewer and day, at no more than one request a look', async () => {
    const { filing, applicant } = await submitted(await makeUnit());
    const first = await makeStaff('member', '示例会员部');
    const second = await makeStaff('secretary-general', '示例秘书长');
    const seen = async () => (await applicant.ask('privacy.views', {})).views;
    const look = (who: typeof first) => who.ask('filing.get', { filingId: filing._id });
    expect(await seen()).toEqual([]);
    await look(first);
    await cloud.clock.advance(60_000);
    for (let i = 0; i < 3; i += 1) await look(first);
    expect(await seen()).toMatchObject([{ who: '示例会员部', how: '审核时看到了您的手机号', at: NOW }]);
    await cloud.clock.advance(60_000);
    await look(second);
    await cloud.clock.advance(86_400_000);
    await look(first);
    expect(await requestsOf('filing.get')).toHaveLength(6);
    expect((await seen()).map(({ who }) => who)).toEqual(['示例会员部', '示例秘书长', '示例会员部']);
    expect((await first.ask('unit.timeline', { unitId: filing.unitId })).events).toEqual([]);
  });

  it('writes nothing of a registration without a number, nor of one that is not there', async () => {
    const unit = await makeUnit();
    const { filing } = await submitted(unit);
    await cloud.insert('filings', [
      { ...filing, _id: 'erased', slot: 'erased', form: { unitName: unit.name, name: '示例乙' } },
    ] as never);
    const staff = await makeStaff('member');
    await staff.ask('filing.get', { filingId: 'erased' });
    await staff.fails('filing.get', { filingId: 'nowhere' });
    await (await makeStaff('finance')).fails('filing.get', { filingId: filing._id });
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('shows no number when it cannot be written down', async () => {
    expectLog(/filing\.get/);
    const { filing } = await submitted(await makeUnit());
    const staff = await makeStaff('member');
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      skip: 0,
      times: 1,
      fault: { errCode: 'SYS_ERR', errMsg: 'down' },
    });
    expect(await staff.fails('filing.get', { filingId: filing._id })).toMatchObject({ code: 'busy' });
  });
});
