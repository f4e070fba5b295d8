import {
  cloud,
  later,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { officeCode } from '../office/codes';

describe('staff.invitations', () => {
  it('is for the right to manage staff', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('staff.invitations', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('staff.invitations', {})).toMatchObject({ code: 'forbidden' });
    for (const role of ['secretary-general', 'member', 'editor', 'meeting', 'finance'] as const)
      expect(await (await makeStaff(role)).fails('staff.invitations', {})).toMatchObject({
        code: 'forbidden',
      });
  });

  it('lists what can still be used, the next to expire first, and never a code', async () => {
    await makeOffice();
    const admin = await makeStaff('admin', '示例甲');
    await officeCode('admin', { expiresAt: new Date(NOW) });
    await officeCode('admin', { usedAt: new Date(NOW) });
    await officeCode('finance', { expiresAt: later(1) });
    const { code } = await admin.change('staff.invite', { role: 'editor', name: '示例新人' });
    const revoked = await admin.change('staff.invite', { role: 'meeting' });
    const { invitations } = await admin.ask('staff.invitations', {});
    const gone = invitations.find(({ role }) => role === 'meeting');
    await admin.change('staff.revoke', { invitationId: gone?.invitationId ?? '' });
    const reply = await admin.ask('staff.invitations', {});
    expect(reply.invitations).toMatchObject([
      { role: 'finance', name: '', by: '', expiresAt: later(1).toISOString() },
      { role: 'editor', name: '示例新人', by: '示例甲', expiresAt: later(7).toISOString() },
    ]);
    for (const one of [code, revoked.code]) {
      expect(JSON.stringify(reply)).not.toContain(one);
      expect(JSON.stringify(reply)).not.toContain(one.replace(/-/g, ''));
    }
    expect(await requestsOf('staff.invitations')).toHaveLength(2);
    await cloud.clock.set(later(8).toISOString());
    expect(await admin.ask('staff.invitations', {})).toEqual({ invitations: [] });
  });
});
