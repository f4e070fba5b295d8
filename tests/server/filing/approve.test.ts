import {
  cloud,
  expectLog,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { returnedTo, submitted, YEAR } from './registration';

describe('filing.approve', () => {
  const filings = () => cloud.find('filings', {});
  const unitOf = async (_id: string) => (await cloud.find('units', { _id }))[0];

  beforeEach(async () => void (await makeOffice()));

  it('is for staff who review', async () => {
    const { filing, applicant } = await submitted(await makeUnit());
    const { liaison } = await makeSeatedUnit();
    const input = { filingId: filing._id };
    expect(await stranger().fails('filing.approve', input)).toMatchObject({ code: 'stranger' });
    expect(await applicant.fails('filing.approve', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('filing.approve', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('filing.approve', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(await filings()).toMatchObject([{ state: 'submitted' }]);
  });

  it.each([
    [{ filingId: '$' }, 'filingId', '登记不正确'],
    [{ take: ['mobile'] }, 'take.0', '这个项目不在单位档案里'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const { filing } = await submitted(await makeUnit());
    const input = { filingId: filing._id, ...wrong };
    expect(await (await makeStaff()).fails('filing.approve', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('is not for what is returned, decided or not there', async () => {
    const staff = await makeStaff();
    const unit = await makeUnit();
    const { filing: back } = await returnedTo(unit, 'name');
    const { filing: refused } = await submitted(unit, { state: 'refused', open: false, slot: 'decided' });
    expect(await staff.fails('filing.approve', { filingId: back._id })).toMatchObject({ code: 'conflict' });
    expect(await staff.fails('filing.approve', { filingId: refused._id })).toEqual({
      code: 'closed',
      message: '这份登记不予受理，已经办结，不能再改',
    });
    expect(await staff.fails('filing.approve', { filingId: 'filing-nowhere' })).toEqual({
      code: 'missing',
      message: '没有找到这份登记',
    });
    expect(await cloud.find('counters', {})).toEqual([]);
  });

  it('says who holds the seat when it is taken', async () => {
    const { unit } = await makeSeatedUnit();
    const { filing } = await submitted(unit);
    expect(await (await makeStaff()).fails('filing.approve', { filingId: filing._id })).toEqual({
      code: 'conflict',
      message: `${unit.name}的联络员现在是示例联络员，请先办理交接`,
    });
    expect(await filings()).toMatchObject([{ state: 'submitted', open: true, numbers: [] }]);
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('says so when the unit is gone or has no host', async () => {
    const staff = await makeStaff();
    const { filing } = await submitted(await makeUnit({ active: false }));
    expect(await staff.fails('filing.approve', { filingId: filing._id })).toMatchObject({ code: 'conflict' });
    const { filing: hostless } = await submitted(await makeUnit({ hosts: ['closed-host'] }));
    expect(await staff.fails('filing.approve', { filingId: hostless._id })).toEqual({
      code: 'conflict',
      message: '单位没有所属主办方，请先完善单位档案',
    });
  });

  it('seats the liaison, numbers the filing for each host and tells everybody', async () => {
    const unit = await makeUnit({ hosts: ['association', 'society'] });
    const { filing, applicant } = await submitted(unit);
    const staff = await makeStaff('secretary-general', '示例秘书长');
    const id = requestId();
    const numbers = [`协会联备〔${YEAR}〕1号`, `学会联备〔${YEAR}〕1号`];
    expect(await staff.change('filing.approve', { filingId: filing._id }, id)).toEqual({ numbers });

    expect(await filings()).toMatchObject([
      {
        state: 'approved',
        open: false,
        slot: filing._id,
        numbers,
        history: [{ at: new Date(NOW), event: 'approve', by: '示例秘书长', note: '' }],
        requests: [id],
      },
    ]);
    expect(await unitOf(unit._id)).toMatchObject({
      seated: true,
      name: unit.name,
      seats: {
        main: {
          kind: 'main',
          openid: applicant.openid,
          name: '示例乙',
          position: '综合办公室主任',
          phone: '19900005678',
          landline: '029-88880000',
          filingId: filing._id,
          numbers,
          since: new Date(NOW),
        },
        deputy: null,
      },
    });
    const { person } = await applicant.ask('me.get', {});
    expect(person).toMatchObject({
      name: '示例乙',
      seats: [{ unitId: unit._id, unitName: unit.name, kind: 'main' }],
    });
    expect((await applicant.ask('filing.mine', {})).filings).toMatchObject([
      { turn: '已备案，办结', numbers },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'filing.approve', subjectId: filing._id, unitId: unit._id, openid: staff.openid },
    ]);
  });

  it('takes at most 12 database requests, start and commit included', async () => {
    const staff = await makeStaff();
    const requests: string[][] = [];
    for (let i = 0; i < 2; i += 1) {
      const { filing } = await submitted(await makeUnit());
      await staff.change('filing.approve', { filingId: filing._id, take: ['unitName', 'address'] });
      requests.push(await requestsOf('filing.approve'));
    }
    expect(requests[0]).toEqual([
      'database.getDocument people',
      'database.getDocument offices',
      'database.startTransaction',
      'database.getDocument filings',
      'database.getDocument units',
      'database.getDocument counters',
      'database.insertDocument counters',
      'database.modifyDocument filings',
      'database.modifyDocument units',
      'database.modifyDocument people',
      'database.insertDocument audits',
      'database.commitTransaction',
    ]);
    expect(requests[1]).toHaveLength(12);
  });

  it('copies into the unit’s file only what the reviewer takes', async () => {
    const unit = await makeUnit({
      nature: 'private',
      stateLevel: null,
      postCode: '710001',
      address: '旧地址',
    });
    const { filing, applicant } = await submitted(unit);
    const form = { ...filing.form, unitName: '示例(新名) 煤业有限公司' };
    const { filing: renamed } = await submitted(unit, { form, openid: applicant.openid, slot: 'other' });
    await (
      await makeStaff()
    ).change('filing.approve', { filingId: renamed._id, take: ['unitName', 'unitNature'] });
    expect(await unitOf(unit._id)).toMatchObject({
      name: '示例（新名） 煤业有限公司',
      nature: 'state',
      stateLevel: 'province',
      address: '旧地址',
      postCode: '710001',
      initials: expect.stringContaining('slxmmyyxgs') as string,
      sortKey: `shi li xin ming mei ye you xian gong si #${unit._id}`,
    });
    const { person } = await applicant.ask('me.get', {});
    expect(person?.seats).toMatchObject([{ unitName: '示例（新名） 煤业有限公司' }]);
  });

  it('takes no name another unit has', async () => {
    const other = await makeUnit();
    const unit = await makeUnit();
    const { filing } = await submitted(unit, {});
    const { filing: taking } = await submitted(unit, {
      form: { ...filing.form, unitName: other.name },
      slot: 'other',
    });
    const staff = await makeStaff();
    expect(await staff.fails('filing.approve', { filingId: taking._id, take: ['unitName'] })).toEqual({
      code: 'conflict',
      field: 'take',
      message: '已有同名单位，请先核对单位全称',
    });
    expect(await unitOf(unit._id)).toMatchObject({ name: unit.name, seated: false });
  });

  it('gives the same numbers when sent twice, and a second reviewer is told that it is done', async () => {
    const { filing } = await submitted(await makeUnit());
    const staff = await makeStaff();
    const id = requestId();
    const first = await staff.change('filing.approve', { filingId: filing._id }, id);
    expect(await staff.change('filing.approve', { filingId: filing._id }, id)).toEqual(first);
    expect(await (await makeStaff()).fails('filing.approve', { filingId: filing._id })).toEqual({
      code: 'closed',
      message: '这份登记已备案，已经办结，不能再改',
    });
    expect(await cloud.find('counters', {})).toMatchObject([
      { _id: `filing_${YEAR}`, last: { association: 1 } },
    ]);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('logs nothing of the person when the database fails', async () => {
    const { filing } = await submitted(await makeUnit());
    expectLog(/filing\.approve/);
    const fault = { errCode: 'DATABASE_REQUEST_FAILED', errMsg: '示例乙 19900005678' };
    await cloud.script({ api: 'database.commitTransaction', times: 1, fault });
    expect(await (await makeStaff()).fails('filing.approve', { filingId: filing._id })).toMatchObject({
      code: 'busy',
    });
    expect((await cloud.invocations()).flatMap(({ logs }) => logs).join()).not.toMatch(/示例乙|1990000/);
  });
});
