import { cloud, makeOffice, makeSeatedUnit, makeStaff, requestId, requestsOf, stranger } from '../../support';
import { idOf, roleOf } from './posts';

async function office() {
  await makeOffice();
  const admin = await makeStaff('admin', '示例甲');
  const editor = await makeStaff('editor', '示例乙');
  return { admin, editor, staffId: await idOf(admin, '示例乙') };
}

describe('staff.appoint', () => {
  it('is for the right to manage staff', async () => {
    const { editor, staffId } = await office();
    const { liaison } = await makeSeatedUnit();
    const input = { staffId, role: 'admin' };
    expect(await stranger().fails('staff.appoint', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('staff.appoint', input)).toMatchObject({ code: 'forbidden' });
    for (const role of ['secretary-general', 'member', 'meeting', 'finance'] as const)
      expect(await (await makeStaff(role)).fails('staff.appoint', input)).toMatchObject({
        code: 'forbidden',
      });
    expect(await editor.fails('staff.appoint', input)).toMatchObject({ code: 'forbidden' });
    expect(await roleOf(editor)).toBe('editor');
  });

  it.each([
    [{ staffId: '' }, 'staffId', '工作人员不正确'],
    [{ role: undefined }, 'role', '请选择岗位'],
    [{ role: 'boss' }, 'role', '没有这个岗位'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const { admin, staffId } = await office();
    expect(await admin.fails('staff.appoint', { staffId, role: 'member', ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('does not take an openid for an id, nor somebody who is not staff', async () => {
    const { admin, editor } = await office();
    const { liaison } = await makeSeatedUnit();
    for (const staffId of [editor.openid, liaison.openid, 'nobody'])
      expect(await admin.fails('staff.appoint', { staffId, role: 'member' })).toMatchObject({
        code: 'missing',
      });
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('changes the post from that moment and records it', async () => {
    const { admin, editor, staffId } = await office();
    const id = requestId();
    expect(await admin.change('staff.appoint', { staffId, role: 'finance' }, id)).toEqual({
      role: 'finance',
    });
    expect(await cloud.find('people', { _id: editor.openid })).toMatchObject([
      { staff: { role: 'finance', name: '示例乙' } },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        _id: id,
        action: 'staff.appoint',
        collection: 'people',
        subjectId: editor.openid,
        openid: admin.openid,
      },
    ]);
    expect(await editor.fails('notice.reach', { audience: { kind: 'all' } })).toMatchObject({
      code: 'forbidden',
    });
    expect((await editor.ask('me.get', {})).person?.staff?.role).toBe('finance');
    expect((await requestsOf('staff.appoint')).length).toBeLessThanOrEqual(12);
  });

  it('has one effect when sent twice, and does not undo a later post', async () => {
    const { admin, editor, staffId } = await office();
    const id = requestId();
    await Promise.all(
      Array.from({ length: 4 }, () => admin.change('staff.appoint', { staffId, role: 'meeting' }, id)),
    );
    expect(await cloud.find('audits', {})).toHaveLength(1);
    await admin.change('staff.appoint', { staffId, role: 'member' });
    await admin.change('staff.appoint', { staffId, role: 'meeting' }, id);
    expect(await roleOf(editor)).toBe('member');
  });

  it('makes a second admin, who may then demote the first', async () => {
    const { admin, editor, staffId } = await office();
    const mine = await idOf(admin, '示例甲');
    expect(await admin.fails('staff.appoint', { staffId: mine, role: 'editor' })).toEqual({
      code: 'conflict',
      message: '协会至少要有一位管理员，请先把另一位工作人员改任管理员',
    });
    await admin.change('staff.appoint', { staffId: mine, role: 'admin' });
    await admin.change('staff.appoint', { staffId, role: 'admin' });
    await editor.change('staff.appoint', { staffId: mine, role: 'finance' });
    expect(await roleOf(admin)).toBe('finance');
    expect((await requestsOf('staff.appoint')).length).toBeLessThanOrEqual(12);
  });
});
