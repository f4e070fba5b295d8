import { cloud, makeOffice, makeSeatedUnit, makeStaff, makeUnit, requestsOf, stranger } from '../../support';
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
    expect(await requestsOf('filing.get')).toHaveLength(5);
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
});
