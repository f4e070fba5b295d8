import {
  cloud,
  makeCode,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { returnedTo, submitted } from './registration';

describe('filing.refuse', () => {
  const row = async () => (await cloud.find('filings', {}))[0];
  const reason = '不是会员单位的在职人员';

  it('is for staff who review', async () => {
    const { filing, applicant } = await submitted(await makeUnit());
    const { liaison } = await makeSeatedUnit();
    const input = { filingId: filing._id, reason };
    expect(await stranger().fails('filing.refuse', input)).toMatchObject({ code: 'stranger' });
    expect(await applicant.fails('filing.refuse', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('filing.refuse', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('filing.refuse', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(await row()).toMatchObject({ state: 'submitted' });
  });

  it.each([
    [{ reason: ' ' }, 'reason', '请填写不予受理的原因'],
    [{ reason: '长'.repeat(5000) }, 'reason', '不予受理的原因最多200字'],
    [{ filingId: null }, 'filingId', '缺少登记'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const { filing } = await submitted(await makeUnit());
    const input = { filingId: filing._id, reason, ...wrong };
    expect(await (await makeStaff()).fails('filing.refuse', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('refuses words WeChat calls risky', async () => {
    const { filing } = await submitted(await makeUnit());
    const input = { filingId: filing._id, reason: '赌博' };
    expect(await (await makeStaff()).fails('filing.refuse', input)).toMatchObject({
      code: 'risky',
      field: 'reason',
    });
  });

  it('is not for what is decided or not there', async () => {
    const { filing } = await submitted(await makeUnit(), { state: 'approved', open: false, slot: 'decided' });
    const staff = await makeStaff();
    expect(await staff.fails('filing.refuse', { filingId: filing._id, reason })).toEqual({
      code: 'closed',
      message: '这份登记已备案，已经办结，不能再改',
    });
    expect(await staff.fails('filing.refuse', { filingId: 'filing-nowhere', reason })).toMatchObject({
      code: 'missing',
    });
  });

  it.each(['submitted', 'returned'])(
    'ends one that is %s; the liaison reads why and may register again',
    async (state) => {
      await makeOffice();
      const unit = await makeUnit();
      const { filing, applicant } =
        state === 'returned' ? await returnedTo(unit, 'name') : await submitted(unit);
      const staff = await makeStaff();
      expect(await staff.change('filing.refuse', { filingId: filing._id, reason })).toEqual({
        filingId: filing._id,
      });
      expect(await requestsOf('filing.refuse')).toHaveLength(4);
      expect(await row()).toMatchObject({
        state: 'refused',
        open: false,
        slot: filing._id,
        note: reason,
        returned: [],
      });
      expect((await applicant.ask('filing.mine', {})).filings).toMatchObject([
        { state: 'refused', turn: '不予受理，办结', note: reason },
      ]);
      const { _id: codeId } = await makeCode();
      await applicant.change('filing.submit', { codeId, unitId: unit._id, form: applicant.form });
    },
  );

  it('has one effect when sent twice', async () => {
    const { filing } = await submitted(await makeUnit());
    const staff = await makeStaff();
    const id = requestId();
    const input = { filingId: filing._id, reason };
    await staff.change('filing.refuse', input, id);
    expect(await staff.change('filing.refuse', input, id)).toEqual({ filingId: filing._id });
    expect((await row())?.history).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
