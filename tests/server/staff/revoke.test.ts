import { cloud, makeOffice, makeSeatedUnit, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { officeCode } from '../office/codes';

async function invited() {
  await makeOffice();
  const admin = await makeStaff();
  const { code } = await admin.change('staff.invite', { role: 'editor' });
  const [one] = (await admin.ask('staff.invitations', {})).invitations;
  return { admin, code, invitationId: one?.invitationId ?? '' };
}
const ofRevoke = () => cloud.find('audits', { action: 'staff.revoke' });

describe('staff.revoke', () => {
  it('is for the right to manage staff', async () => {
    const { invitationId } = await invited();
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('staff.revoke', { invitationId })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('staff.revoke', { invitationId })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('member')).fails('staff.revoke', { invitationId })).toMatchObject({
      code: 'forbidden',
    });
    expect(await cloud.find('claims', {})).toMatchObject([{ revokedAt: null }]);
  });

  it.each([
    [{}, 'invitationId', '缺少邀请'],
    [{ invitationId: '你好' }, 'invitationId', '邀请不正确'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('staff.revoke', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('says so when there is none, or it was used already', async () => {
    const { admin, code, invitationId } = await invited();
    expect(await admin.fails('staff.revoke', { invitationId: 'nowhere' })).toMatchObject({ code: 'missing' });
    await stranger().change('office.claim', { code, name: '示例新人' });
    expect(await admin.fails('staff.revoke', { invitationId })).toMatchObject({
      code: 'closed',
      message: expect.stringContaining('已经用过'),
    });
    expect(await ofRevoke()).toEqual([]);
  });

  it('takes the code back; twice is once', async () => {
    const { admin, code, invitationId } = await invited();
    const id = requestId();
    for (let i = 0; i < 2; i += 1)
      expect(await admin.change('staff.revoke', { invitationId }, id)).toEqual({ invitationId });
    expect(await admin.ask('staff.invitations', {})).toEqual({ invitations: [] });
    expect(await stranger().fails('office.claim', { code, name: '示例新人' })).toMatchObject({
      field: 'code',
      message: '验证码不正确或已用过，请向管理员索取新的验证码',
    });
    expect(await ofRevoke()).toMatchObject([{ _id: id, collection: 'claims', subjectId: invitationId }]);
    expect((await requestsOf('staff.revoke')).length).toBeLessThanOrEqual(6);
  });

  it('takes back a code made on the command line', async () => {
    await makeOffice();
    const admin = await makeStaff();
    const code = await officeCode('editor');
    const [one] = (await admin.ask('staff.invitations', {})).invitations;
    await admin.change('staff.revoke', { invitationId: one?.invitationId ?? '' });
    expect(await stranger().fails('office.claim', { code, name: '示例' })).toMatchObject({ field: 'code' });
  });

  it('and the use of the same code at the same moment: one of them wins', async () => {
    const { admin, code, invitationId } = await invited();
    const who = stranger();
    const [revoked, used] = await Promise.all([
      admin.call('staff.revoke', { invitationId }, requestId()),
      who.call('office.claim', { code, name: '示例新人' }, requestId()),
    ]);
    expect([revoked.ok, used.ok].filter(Boolean)).toHaveLength(1);
    expect((await admin.ask('staff.list', {})).staff).toHaveLength(used.ok ? 2 : 1);
  });
});
