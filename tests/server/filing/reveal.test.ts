import { sealForm } from '@server/kit/id-number';
import {
  cloud,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { ID_NUMBER, idNumberKey } from './id-number';
import { submitted } from './registration';

describe('filing.reveal', () => {
  const withIdNumber = async () => {
    const { filing, applicant } = await submitted(await makeUnit());
    const row = {
      ...filing,
      _id: 'with-id',
      slot: 'with-id',
      form: sealForm({ ...filing.form, idNumber: ID_NUMBER }),
    };
    await cloud.insert('filings', [row] as never);
    return { filing: row, applicant, input: { filingId: 'with-id' } };
  };
  beforeEach(async () => void (await makeOffice()));
  beforeEach(() => void (process.env.ID_NUMBER_KEY = idNumberKey));
  afterEach(() => void delete process.env.ID_NUMBER_KEY);

  it('is for staff who review, not for a stranger nor for whose number it is', async () => {
    const { input, applicant } = await withIdNumber();
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('filing.reveal', input)).toMatchObject({ code: 'stranger' });
    expect(await applicant.fails('filing.reveal', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('filing.reveal', input)).toMatchObject({ code: 'forbidden' });
    for (const role of ['editor', 'meeting', 'finance'] as const)
      expect(await (await makeStaff(role)).fails('filing.reveal', input)).toMatchObject({
        code: 'forbidden',
      });
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('names an id that is none, says so when there is no such registration or no number', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('filing.reveal', { filingId: '' })).toMatchObject({
      code: 'invalid',
      field: 'filingId',
    });
    expect(await staff.fails('filing.reveal', { filingId: 'nowhere' })).toMatchObject({ code: 'missing' });
    const { filing } = await submitted(await makeUnit());
    expect(await staff.fails('filing.reveal', { filingId: filing._id })).toEqual({
      code: 'missing',
      message: '这份登记没有填写身份证号',
    });
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('gives the number whole and writes down who saw whose', async () => {
    const { input, filing } = await withIdNumber();
    const staff = await makeStaff('member');
    const id = requestId();
    expect(await staff.change('filing.reveal', input, id)).toEqual({ idNumber: ID_NUMBER });
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        _id: id,
        action: 'filing.reveal',
        openid: staff.openid,
        collection: 'people',
        subjectId: filing.openid,
        unitId: filing.unitId,
      },
    ]);
    expect(JSON.stringify(await cloud.find('audits', {}))).not.toContain(ID_NUMBER);
    const shown = await staff.ask('filing.get', input);
    expect(shown.form.idNumber).toBe('610***********007X');
  });

  it('is one look when sent twice', async () => {
    const { input } = await withIdNumber();
    const staff = await makeStaff();
    const id = requestId();
    await staff.change('filing.reveal', input, id);
    expect((await requestsOf('filing.reveal')).length).toBeLessThanOrEqual(4);
    await staff.change('filing.reveal', input, id);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('says what to do when the key that sealed it is gone, and shows the rest of the form', async () => {
    process.env.ID_NUMBER_KEY = 'f'.repeat(64);
    const { input } = await withIdNumber();
    const staff = await makeStaff();
    expect(await staff.fails('filing.reveal', input)).toEqual({
      code: 'conflict',
      message: '身份证号的加密密钥不对，暂时打不开，请联系系统管理员',
    });
    expect(await staff.ask('filing.get', input)).toMatchObject({
      form: { name: '示例乙', idNumber: '***********' },
    });
  });
});
