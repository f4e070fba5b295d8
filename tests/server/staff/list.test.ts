import {
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { officeCode } from '../office/codes';

describe('staff.list', () => {
  it('is for staff, whatever their post', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('staff.list', {})).toMatchObject({ code: 'stranger' });
    expect(await former.fails('staff.list', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('staff.list', {})).toMatchObject({ code: 'forbidden' });
    expect((await (await makeStaff('finance')).ask('staff.list', {})).staff).toHaveLength(1);
  });

  it('names everybody by post, says who is oneself, and gives no openid', async () => {
    const editor = await makeStaff('editor', '示例丁');
    const admin = await makeStaff('admin', '示例甲');
    await makeStaff('secretary-general', '示例乙');
    await makeSeatedUnit();
    const reply = await editor.ask('staff.list', {});
    expect(reply.staff.map(({ name, role, you, since }) => [name, role, you, since])).toEqual([
      ['示例甲', 'admin', false, null],
      ['示例乙', 'secretary-general', false, null],
      ['示例丁', 'editor', true, null],
    ]);
    expect(new Set(reply.staff.map(({ staffId }) => staffId)).size).toBe(3);
    for (const { openid } of [editor, admin]) expect(JSON.stringify(reply)).not.toContain(openid);
    expect(await requestsOf('staff.list')).toHaveLength(2);
  });

  it('says since when, of whoever came by a code', async () => {
    await makeOffice();
    const admin = await makeStaff('admin');
    const who = stranger();
    await who.change('office.claim', { code: await officeCode('meeting'), name: '示例新人' });
    expect((await admin.ask('staff.list', {})).staff).toMatchObject([
      { role: 'admin' },
      { name: '示例新人', role: 'meeting', since: '2026-11-23T01:00:00.000Z' },
    ]);
  });
});
