import {
  cloud,
  makeCode,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  NOW,
  requestId,
  stranger,
} from '../../support';

describe('code.revoke', () => {
  const row = async () => (await cloud.find('codes', {}))[0];

  it('is for staff who may issue codes', async () => {
    const { _id: codeId } = await makeCode();
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('code.revoke', { codeId })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('code.revoke', { codeId })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('code.revoke', { codeId })).toMatchObject({
      code: 'forbidden',
    });
    expect(await row()).toMatchObject({ revokedAt: null });
  });

  it('names a code that is none, says so when it is not there', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('code.revoke', { codeId: '' })).toMatchObject({
      code: 'invalid',
      field: 'codeId',
    });
    expect(await staff.fails('code.revoke', { codeId: 'Code99999999999999' })).toMatchObject({
      code: 'missing',
    });
  });

  it('ends the code at once, and the first time stays', async () => {
    await makeOffice();
    const { _id: codeId } = await makeCode();
    const staff = await makeStaff('secretary-general');
    expect(await staff.change('code.revoke', { codeId })).toEqual({ codeId });
    expect(await row()).toMatchObject({ revokedAt: new Date(NOW) });
    expect(await stranger().fails('code.open', { codeId })).toMatchObject({ code: 'expired' });
    expect(await cloud.find('audits', {})).toMatchObject([{ action: 'code.revoke', subjectId: codeId }]);

    await cloud.clock.advance(60_000);
    expect(await staff.change('code.revoke', { codeId })).toEqual({ codeId });
    expect(await row()).toMatchObject({ revokedAt: new Date(NOW) });
  });

  it('has one effect when sent twice', async () => {
    const { _id: codeId } = await makeCode();
    const staff = await makeStaff();
    const id = requestId();
    await staff.change('code.revoke', { codeId }, id);
    expect(await staff.change('code.revoke', { codeId }, id)).toEqual({ codeId });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
