import {
  cloud,
  makeOffice,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { makeApplicant, returnedTo, submitted } from './registration';

describe('filing.correct', () => {
  const row = async () => (await cloud.find('filings', {}))[0];

  beforeEach(async () => void (await makeOffice()));

  async function ready(...keys: Parameters<typeof returnedTo> extends [unknown, ...infer K] ? K : never) {
    const { applicant, filing } = await returnedTo(await makeUnit(), ...keys);
    return { applicant, filing, filingId: filing._id };
  }

  it('is for its owner', async () => {
    const { filingId } = await ready('address');
    const input = { filingId, form: { address: '示例省示例市示例路2号' } };
    expect(await stranger().fails('filing.correct', input)).toMatchObject({ code: 'consent' });
    expect(await (await makeStaff()).fails('filing.correct', input)).toMatchObject({ code: 'consent' });
    expect(await (await makeApplicant()).fails('filing.correct', input)).toMatchObject({ code: 'missing' });
    expect(await row()).toMatchObject({ state: 'returned' });
  });

  it.each([
    [{ address: '长'.repeat(101) }, 'form.address', '通讯地址最多100字'],
    [{ address: '新地址', name: '示例丙' }, 'form.name', '姓名没有退回，不能修改'],
    [{ address: '' }, 'form.address', '请填写通讯地址'],
    [{}, 'form.address', '请填写通讯地址'],
    [{ address: '新地址', birthDate: 'x' }, 'form.birthDate', '出生日期应为存在的日期，如2026-11-21'],
  ])('names the field that is wrong in %j', async (form, field, message) => {
    const { applicant, filingId } = await ready('address');
    expect(await applicant.fails('filing.correct', { filingId, form })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await row()).toMatchObject({ state: 'returned', form: { address: '示例省示例市示例路1号' } });
  });

  it('holds the corrected form together as a whole', async () => {
    const { applicant, filingId } = await ready('unitNature', 'unitStateLevel');
    const form = { unitNature: 'state' as const };
    expect(await applicant.fails('filing.correct', { filingId, form })).toMatchObject({
      field: 'form.unitStateLevel',
    });
    await applicant.change('filing.correct', { filingId, form: { unitNature: 'private' } });
    const stored = await row();
    expect(stored?.form).toMatchObject({ unitNature: 'private' });
    expect(stored?.form).not.toHaveProperty('unitStateLevel');
  });

  it('checks corrected pictures and words', async () => {
    const { applicant, filingId } = await ready('photo', 'position');
    const foreign = await makeUpload({ use: 'photo' });
    const form = { photo: foreign._id, position: '主任' };
    expect(await applicant.fails('filing.correct', { filingId, form })).toMatchObject({
      field: 'form.photo',
    });
    const own = await makeUpload({ owner: applicant.openid, use: 'photo' });
    const risky = { photo: own._id, position: '赌博主任' };
    expect(await applicant.fails('filing.correct', { filingId, form: risky })).toMatchObject({
      code: 'risky',
      field: 'form.position',
    });
  });

  it('is not for what is being reviewed or decided', async () => {
    const unit = await makeUnit();
    const form = { address: '示例省示例市示例路2号' };
    const { applicant, filing } = await submitted(unit);
    expect(await applicant.fails('filing.correct', { filingId: filing._id, form })).toEqual({
      code: 'conflict',
      message: '这份登记正在审核，暂时不能修改',
    });
    const done = await submitted(unit, { state: 'refused', open: false, slot: 'decided' });
    expect(await done.applicant.fails('filing.correct', { filingId: done.filing._id, form })).toEqual({
      code: 'closed',
      message: '这份登记不予受理，已经办结，不能再改',
    });
  });

  it('puts the correction in, empties what was left out, and hands the turn to staff', async () => {
    const { applicant, filing, filingId } = await ready('address', 'title', 'mobile');
    const form = { address: '示例省示例市示例路2号', mobile: '199 0000 7777' };
    expect(await applicant.change('filing.correct', { filingId, form })).toEqual({
      filingId,
      turn: '秘书处审核中，您无需操作',
    });
    const stored = await row();
    expect(stored).toMatchObject({
      state: 'submitted',
      returned: [],
      note: '',
      mobileVerified: false,
      open: true,
    });
    expect(stored?.form).not.toHaveProperty('title');
    expect({ ...filing.form, ...form, mobile: '19900007777' }).toMatchObject((stored?.form ?? {}) as object);
    expect(Object.keys((stored?.form ?? {}) as object)).toHaveLength(Object.keys(filing.form).length - 1);
    expect(stored?.history).toMatchObject([{ at: new Date(NOW), event: 'correct', by: '示例乙' }]);
    expect(await cloud.find('audits', {})).toMatchObject([{ action: 'filing.correct', subjectId: filingId }]);
    expect((await requestsOf('filing.correct')).length).toBeLessThanOrEqual(6);
  });

  it('has one effect when sent twice, also when staff have acted since', async () => {
    const { applicant, filingId } = await ready('address');
    const id = requestId();
    const form = { address: '示例省示例市示例路2号' };
    const first = await applicant.change('filing.correct', { filingId, form }, id);
    const staff = await makeStaff();
    await staff.change('filing.return', {
      filingId,
      fields: [{ key: 'address', reason: '仍不对' }],
      note: '',
    });
    expect(await applicant.change('filing.correct', { filingId, form }, id)).toEqual(first);
    expect(await row()).toMatchObject({ state: 'returned', returned: [{ reason: '仍不对' }] });
    expect((await row())?.history).toHaveLength(2);
  });
});
