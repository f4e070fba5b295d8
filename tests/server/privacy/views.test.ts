import {
  cloud,
  makeLiaison,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { idOf } from '../staff/posts';

const view = (subjectId: string, i: number, over: object = {}) => ({
  _id: `view-${String(i).padStart(4, '0')}`,
  at: new Date(Date.parse(NOW) - i * 1000),
  openid: 'openid-viewer',
  action: 'directory.reveal',
  collection: 'people',
  subjectId,
  ...over,
});

describe('privacy.views', () => {
  it('has nothing for a stranger', async () => {
    expect(await stranger().fails('privacy.views', {})).toMatchObject({ code: 'stranger' });
  });

  it.each(['x', '2026-13-45', '{}'])('names the field when the place %s is none', async (cursor) => {
    expect(await (await makePerson()).fails('privacy.views', { cursor })).toEqual({
      code: 'invalid',
      field: 'cursor',
      message: '翻页位置不正确',
    });
  });

  it('tells a liaison which staff member saw the number', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const other = await makeSeatedUnit();
    const editor = await makeStaff('editor', '示例编辑');
    await editor.change('directory.reveal', { unitId: unit._id, kind: 'main' });
    expect((await liaison.ask('privacy.views', {})).views).toEqual([
      expect.objectContaining({ at: NOW, who: '示例编辑', post: '秘书处信息编辑', how: '查看了您的手机号' }),
    ]);
    expect(await requestsOf('privacy.views')).toHaveLength(3);
    expect((await other.liaison.ask('privacy.views', {})).views).toEqual([]);
    expect((await editor.ask('privacy.views', {})).views).toEqual([]);
  });

  it('tells views, exports and prints apart, and shows nothing else that was done', async () => {
    const { openid, ask } = await makePerson();
    const editor = await makeStaff('member', '示例会员部');
    await cloud.insert('audits', [
      view(openid, 1, { openid: editor.openid, action: 'roster.export' }),
      view(openid, 2, { openid: editor.openid, action: 'paper.form' }),
      view(openid, 3, { openid: editor.openid }),
      view(openid, 4, { openid: editor.openid, action: 'filing.consent' }),
      view(openid, 5, { openid: editor.openid, action: 'staff.appoint' }),
      view(openid, 6, { collection: 'filings' }),
      view(openid, 7, { openid: editor.openid, action: 'filing.reveal' }),
    ]);
    const { views } = await ask('privacy.views', {});
    expect(views.map(({ how }) => how)).toEqual([
      '导出了有您手机号的表格',
      '打印了有您手机号的表格',
      '查看了您的手机号',
      '查看了您的身份证号',
    ]);
    expect(new Set(views.map(({ who }) => who))).toEqual(new Set(['示例会员部']));
  });

  it('names staff who left with the post of then, but no liaison, and never an openid', async () => {
    await makeOffice();
    const admin = await makeStaff('admin', '示例甲');
    const left = await makeStaff('finance', '示例财务');
    const liaison = await makeLiaison(await makeUnit(), { name: '示例别家' });
    const me = await makePerson();
    await cloud.insert('audits', [
      view(me.openid, 1, { openid: left.openid }),
      view(me.openid, 2, { openid: liaison.openid }),
      view(me.openid, 3, { openid: me.openid }),
      view(me.openid, 4, { openid: 'openid-gone' }),
    ]);
    await admin.change('staff.remove', { staffId: await idOf(admin, '示例财务') });
    const reply = await me.ask('privacy.views', {});
    expect(reply.views.map(({ who, post }) => [who, post])).toEqual([
      ['示例财务', '秘书处财务（已离岗）'],
      ['同会联络员', ''],
      ['您本人', ''],
      ['同会联络员', ''],
    ]);
    expect(JSON.stringify(reply)).not.toMatch(/openid|示例别家/);
  });

  it('comes page by page without loss or doubling, entries of one moment included', async () => {
    const { openid, ask } = await makePerson();
    const at = (i: number) => new Date(Date.parse(NOW) - Math.floor(i / 3) * 1000);
    await cloud.insert(
      'audits',
      Array.from({ length: 70 }, (_, i) => view(openid, i, { at: at(i) })),
    );
    const seen: string[] = [];
    let pages = 0;
    for (let cursor: string | undefined; ; pages += 1) {
      const { views, next } = await ask('privacy.views', cursor ? { cursor } : {});
      seen.push(...views.map(({ viewId }) => viewId));
      if (next === null) break;
      cursor = next;
    }
    expect(seen).toHaveLength(70);
    expect(new Set(seen).size).toBe(70);
    expect(pages).toBe(3);
  });
});
