import { cloud, makeOffice, makeStaff, NOW, requestId } from '../../support';
import { officeCode } from '../office/codes';
import { makeErasure, makeFormer } from '../privacy/persons';
import { admins, idOf, roleOf } from './posts';

/** The last admin stays one also where his own data are to be deleted (个人信息 · 申请删除). */

describe('the office’s only admin', () => {
  it('is told to give the post away first, and keeps it', async () => {
    await makeOffice();
    const only = await makeStaff('admin', '示例管理');
    expect(await only.fails('privacy.requestErasure', { reason: '' })).toMatchObject({ code: 'conflict' });
    const staffId = await idOf(only, '示例管理');
    for (const [action, input] of [
      ['staff.remove', { staffId }],
      ['staff.appoint', { staffId, role: 'finance' }],
    ] as const)
      expect(await only.fails(action, input)).toEqual({
        code: 'conflict',
        message: '协会至少要有一位管理员，请先把另一位工作人员改任管理员',
      });
    expect(await admins()).toBe(1);
  });

  it('who asked before he became admin is not deleted: not by himself, nor by another', async () => {
    await makeOffice();
    const { person } = await makeFormer();
    const { erasureId } = await person.change('privacy.requestErasure', { reason: '' });
    await person.change('office.claim', { code: await officeCode('admin'), name: '示例乙' });
    const chief = await makeStaff('secretary-general');
    for (const who of [person, chief])
      expect(await who.fails('privacy.decide', { erasureId, decision: 'agree' })).toMatchObject({
        code: 'conflict',
      });
    expect(await roleOf(person)).toBe('admin');
    expect(await admins()).toBe(1);
  });

  it('who became admin while a deletion was under way keeps the post and its rights', async () => {
    await makeOffice();
    const { person } = await makeFormer({
      staff: { role: 'admin', name: '示例乙' },
      staffSince: new Date(NOW),
    });
    const erasureId = await makeErasure(person.openid, { state: 'erasing' });
    await person.change('privacy.decide', { erasureId, decision: 'agree' });
    expect(await admins()).toBe(1);
    expect((await person.ask('staff.list', {})).staff).toMatchObject([{ role: 'admin', you: true }]);
  });

  it('stays where one admin removes another who agrees to the deletion of the first at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      await cloud.reset();
      await makeOffice();
      const [one, other] = [await makeStaff('admin', '示例甲'), await makeStaff('admin', '示例乙')];
      const ids = [await idOf(one, '示例甲'), await idOf(one, '示例乙')];
      const erasureId = await makeErasure(one.openid);
      await Promise.all([
        one.call('staff.remove', { staffId: ids[1] }, requestId()),
        other.call('staff.remove', { staffId: ids[0] }, requestId()),
        other.call('privacy.decide', { erasureId, decision: 'agree' }, requestId()),
      ]);
      expect(await admins()).toBe(1);
    }
  });
});
