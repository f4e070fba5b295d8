import {
  cloud,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { idOf, roleOf } from './posts';

async function office() {
  await makeOffice();
  const admin = await makeStaff('admin', '示例甲');
  const editor = await makeStaff('editor', '示例乙');
  return { admin, editor, staffId: await idOf(admin, '示例乙') };
}

describe('staff.remove', () => {
  it('is for the right to manage staff', async () => {
    const { editor, staffId } = await office();
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('staff.remove', { staffId })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('staff.remove', { staffId })).toMatchObject({ code: 'forbidden' });
    for (const role of ['secretary-general', 'member', 'meeting', 'finance'] as const)
      expect(await (await makeStaff(role)).fails('staff.remove', { staffId })).toMatchObject({
        code: 'forbidden',
      });
    expect(await roleOf(editor)).toBe('editor');
  });

  it.each([
    [{}, 'staffId', '缺少工作人员'],
    [{ staffId: '张三' }, 'staffId', '工作人员不正确'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    const { admin } = await office();
    expect(await admin.fails('staff.remove', input)).toEqual({ code: 'invalid', field, message });
  });

  it('refuses the person from the next moment on and records it', async () => {
    const { admin, editor, staffId } = await office();
    const id = requestId();
    expect(await admin.change('staff.remove', { staffId }, id)).toEqual({ staffId });
    expect(await editor.fails('staff.list', {})).toMatchObject({ code: 'stranger' });
    expect(await editor.fails('directory.list', {})).toMatchObject({ code: 'stranger' });
    expect((await editor.ask('me.get', {})).person?.staff).toBeNull();
    expect(await cloud.find('people', { _id: editor.openid })).toMatchObject([
      { staff: null, formerStaff: { role: 'editor', name: '示例乙', until: new Date(NOW) } },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        _id: id,
        action: 'staff.remove',
        collection: 'people',
        subjectId: editor.openid,
        openid: admin.openid,
      },
    ]);
    expect((await requestsOf('staff.remove')).length).toBeLessThanOrEqual(12);
    expect(await admin.fails('staff.remove', { staffId })).toEqual({
      code: 'missing',
      message: '这位工作人员已不在秘书处，请刷新后再看',
    });
  });

  it('leaves a liaison the seat', async () => {
    const { admin } = await office();
    const unit = await makeUnit();
    const both = await makeLiaison(unit, { staff: { role: 'member', name: '示例丙' } });
    await admin.change('staff.remove', { staffId: await idOf(admin, '示例丙') });
    expect(await both.ask('me.get', {})).toMatchObject({
      person: { staff: null, seats: [{ unitId: unit._id }] },
    });
    expect(await both.fails('staff.list', {})).toMatchObject({ code: 'forbidden' });
    expect((await both.ask('directory.list', {})).units).toHaveLength(1);
  });

  it('has one effect when sent twice, at once or later', async () => {
    const { admin, staffId } = await office();
    const id = requestId();
    await Promise.all(Array.from({ length: 4 }, () => admin.change('staff.remove', { staffId }, id)));
    expect(await admin.change('staff.remove', { staffId }, id)).toEqual({ staffId });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('keeps the last admin, oneself included', async () => {
    const { admin } = await office();
    const staffId = await idOf(admin, '示例甲');
    expect(await admin.fails('staff.remove', { staffId })).toEqual({
      code: 'conflict',
      message: '协会至少要有一位管理员，请先把另一位工作人员改任管理员',
    });
    expect(await cloud.find('audits', {})).toEqual([]);
    await makeStaff('admin', '示例丁');
    await admin.change('staff.remove', { staffId });
    expect(await roleOf(admin)).toBeNull();
  });
});
