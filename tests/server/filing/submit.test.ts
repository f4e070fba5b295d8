import { notInForce } from '@server/stores/filings';
import {
  cloud,
  makeCode,
  makeLiaison,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { CONSENT, makeApplicant } from './registration';

describe('filing.submit', () => {
  const rows = () => cloud.find('filings', {});

  async function ready() {
    await makeOffice();
    const unit = await makeUnit();
    const { _id: codeId } = await makeCode();
    const applicant = await makeApplicant();
    return { unit, codeId, applicant, input: { codeId, unitId: unit._id, form: applicant.form } };
  }

  it('wants consent first, of a stranger as of a liaison', async () => {
    const { input } = await ready();
    const { liaison } = await makeSeatedUnit();
    const consent = { code: 'consent', message: '请先阅读并同意个人信息处理说明' };
    for (const who of [stranger(), await makePerson(), liaison])
      expect(await who.fails('filing.submit', input)).toEqual(consent);
    expect(await rows()).toEqual([]);
  });

  it('wants a valid code, and a bound one for its own unit', async () => {
    const { input, applicant } = await ready();
    const ask = (codeId: string) => applicant.fails('filing.submit', { ...input, codeId });
    const at = new Date(NOW);
    expect(await ask('Code99999999999999')).toMatchObject({ code: 'missing', field: 'codeId' });
    expect(await ask((await makeCode({ expiresAt: at }))._id)).toMatchObject({
      code: 'expired',
      field: 'codeId',
    });
    expect(await ask((await makeCode({ revokedAt: at }))._id)).toMatchObject({
      code: 'expired',
      field: 'codeId',
    });
    const other = await makeUnit({ name: '示例别家矿业公司' });
    expect(await ask((await makeCode({ unitId: other._id, unitName: other.name }))._id)).toEqual({
      code: 'invalid',
      field: 'unitId',
      message: '这张登记码是发给示例别家矿业公司的，请为该单位登记',
    });
    expect(await rows()).toEqual([]);
  });

  it('wants a unit that is there and where one has no seat yet', async () => {
    const { input, applicant } = await ready();
    const left = await makeUnit({ active: false });
    for (const unitId of [left._id, 'unit-nowhere'])
      expect(await applicant.fails('filing.submit', { ...input, unitId })).toMatchObject({
        code: 'missing',
        field: 'unitId',
      });
    const unit = await makeUnit();
    const liaison = await makeLiaison(unit, { consents: [CONSENT] });
    expect(await liaison.fails('filing.submit', { ...input, unitId: unit._id })).toEqual({
      code: 'conflict',
      field: 'unitId',
      message: '您已经是这家单位的联络员，不用再登记',
    });
  });

  it('stores the registration, counts the use and says whose turn it is', async () => {
    const { input, applicant, unit, codeId } = await ready();
    const id = requestId();
    expect(await applicant.change('filing.submit', input, id)).toEqual({
      filingId: id,
      turn: '秘书处审核中，您无需操作',
      handoverId: null,
    });
    expect(await rows()).toEqual([
      {
        _id: id,
        ...notInForce,
        kind: 'main',
        unitId: unit._id,
        unitName: unit.name,
        hosts: ['association'],
        openid: applicant.openid,
        codeId,
        form: applicant.form,
        mobileVerified: false,
        state: 'submitted',
        open: true,
        slot: `${applicant.openid}_${unit._id}`,
        numbers: [],
        returned: [],
        note: '',
        history: [{ at: new Date(NOW), event: 'submit', by: '示例乙', note: '' }],
        submittedAt: new Date(NOW),
        order: `${NOW}_${id}`,
        requests: [id],
      },
    ]);
    expect(await cloud.find('codes', {})).toMatchObject([{ uses: 1 }]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'filing.submit', subjectId: id, unitId: unit._id },
    ]);
    expect(await requestsOf('filing.submit')).toHaveLength(9);
  });

  it('says that the number came from WeChat’s button when it is that one', async () => {
    const { input } = await ready();
    const other = await makeApplicant({ verifiedMobile: '19900005678' });
    await other.change('filing.submit', { ...input, form: other.form });
    const third = await makeApplicant({ verifiedMobile: '19900009999' });
    await third.change('filing.submit', { ...input, form: third.form });
    expect(await cloud.find('filings', { openid: other.openid })).toMatchObject([{ mobileVerified: true }]);
    expect(await cloud.find('filings', { openid: third.openid })).toMatchObject([{ mobileVerified: false }]);
  });

  it('has one effect when sent five times at once and again later', async () => {
    const { input, applicant } = await ready();
    const id = requestId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => applicant.change('filing.submit', input, id)),
    );
    answers.push(await applicant.change('filing.submit', input, id));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await rows()).toHaveLength(1);
    expect(await cloud.find('codes', {})).toMatchObject([{ uses: 1 }]);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('keeps one open registration per person and unit, also when two are sent at once', async () => {
    const { input, applicant } = await ready();
    const replies = await Promise.all(
      [1, 2, 3].map(() => applicant.call('filing.submit', input, requestId())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies)
      if (!reply.ok)
        expect(reply.error).toEqual({
          code: 'conflict',
          field: 'unitId',
          message: '您为这家单位提交的登记还没有办结，请在“我的登记”里查看',
        });
    const second = await makeUnit();
    await applicant.change('filing.submit', { ...input, unitId: second._id });
    expect(await rows()).toHaveLength(2);
  });

  it('takes nobody else’s request for its own', async () => {
    const { input, applicant } = await ready();
    const id = requestId();
    await applicant.change('filing.submit', input, id);
    const other = await makeApplicant();
    const answer = await other.fails('filing.submit', { ...input, form: other.form }, id);
    expect(answer).toMatchObject({ code: 'conflict' });
    expect(JSON.stringify(answer)).not.toMatch(/示例乙|1990000/);
  });

  it('loses nothing when the function dies between its writes', async () => {
    const { input, applicant } = await ready();
    const id = requestId();
    await cloud.script({ api: 'database.modifyDocument', function: 'api', times: 1, fault: 'kill-function' });
    await cloud.call('api', { action: 'filing.submit', input, requestId: id }, { openid: applicant.openid });
    expect(await rows()).toHaveLength(1);
    expect(await applicant.change('filing.submit', input, id)).toMatchObject({ filingId: id });
    expect(await rows()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
