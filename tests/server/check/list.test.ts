import {
  cloud,
  makeLiaison,
  makeNotice,
  makePerson,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { makeCheck, makePicture, pictureCheck } from './contents';

describe('check.list', () => {
  it('is for staff with the right alone', async () => {
    await makeCheck();
    expect(await stranger().fails('check.list', {})).toMatchObject({ code: 'stranger' });
    expect(await (await makePerson()).fails('check.list', {})).toMatchObject({ code: 'stranger' });
    const liaison = await makeLiaison(await makeUnit());
    for (const who of [
      liaison,
      await makeStaff('finance'),
      await makeStaff('meeting'),
      await makeStaff('member'),
    ])
      expect(await who.fails('check.list', {})).toMatchObject({ code: 'forbidden' });
    for (const role of ['admin', 'secretary-general', 'editor'] as const)
      expect((await (await makeStaff(role)).ask('check.list', {})).checks).toHaveLength(1);
  });

  it('names the field that is wrong', async () => {
    const editor = await makeStaff('editor');
    expect(await editor.fails('check.list', { show: 'all' })).toMatchObject({
      code: 'invalid',
      field: 'show',
    });
    expect(await editor.fails('check.list', { cursor: 7 })).toMatchObject({
      code: 'invalid',
      field: 'cursor',
    });
  });

  it('shows what waits, the longest first: who wrote it, where it stands and why', async () => {
    const picture = await makePicture({ state: 'queued', verdict: 'risky' });
    const notice = await makeNotice({ title: '关于报名的通知', doubtful: [picture._id, 'another'] });
    await makeNotice({ doubtful: ['another'] });
    await makeCheck({
      _id: `picture_${picture._id}`,
      kind: 'picture',
      verdict: 'risky',
      label: 20002,
      fileKey: picture._id,
      excerpt: '图片1.png',
      order: '2026-11-23T00:30:00.000Z_p',
    });
    const editor = await makeStaff('editor', '示例编辑');
    await makeCheck({ openid: editor.openid, noticeIds: [notice._id], label: null });
    await makeCheck({ state: 'passed', open: false });
    const { checks, waiting, next } = await editor.ask('check.list', {});
    expect(checks).toMatchObject([
      {
        kind: 'picture',
        verdict: 'risky',
        label: '色情',
        own: false,
        name: '示例作者',
        url: expect.stringMatching(/^http/),
        notices: [{ noticeId: notice._id, title: '关于报名的通知', stands: true }],
      },
      {
        kind: 'text',
        verdict: 'review',
        label: '',
        own: true,
        excerpt: '疑似测试词',
        about: '通知正文',
        url: null,
        notices: [{ noticeId: notice._id }],
        decidedBy: '',
        decidedAt: null,
      },
    ]);
    expect([waiting, next]).toEqual([2, null]);
    expect((await requestsOf('check.list')).length).toBeLessThanOrEqual(5);
  });

  it('shows what was decided, by whom and with what note, the newest first', async () => {
    await makeCheck({
      state: 'refused',
      open: false,
      decidedBy: { openid: 'o', name: '示例秘书' },
      decidedAt: new Date('2026-11-23T00:00:00Z'),
      note: '广告',
    });
    await makeCheck({ state: 'passed', open: false, decidedAt: new Date('2026-11-23T00:00:00Z') });
    const { checks } = await (await makeStaff('editor')).ask('check.list', { show: 'decided' });
    expect(checks.map(({ state, decidedBy, note }) => [state, decidedBy, note])).toEqual([
      ['passed', '微信', ''],
      ['refused', '示例秘书', '广告'],
    ]);
  });

  it('goes on page by page', async () => {
    for (let i = 0; i < 23; i += 1) await makeCheck();
    const editor = await makeStaff('editor');
    const first = await editor.ask('check.list', {});
    const second = await editor.ask('check.list', { cursor: first.next ?? '' });
    const ids = [...first.checks, ...second.checks].map(({ checkId }) => checkId);
    expect([first.checks.length, new Set(ids).size, second.next, first.waiting]).toEqual([20, 23, null, 23]);
  });

  it('says which of its notices can still be taken back', async () => {
    const states = ['publishing', 'published', 'withdrawn', 'corrected'] as const;
    const noticeIds: string[] = [];
    for (const state of states) noticeIds.push((await makeNotice({ state, running: false }))._id);
    await makeCheck({ noticeIds, state: 'refused', open: false });
    const { checks } = await (await makeStaff('editor')).ask('check.list', { show: 'decided' });
    expect(checks[0]?.notices.map(({ stands }) => stands)).toEqual([true, true, false, false]);
  });

  it('a picture that is gone has no address', async () => {
    await makeCheck({ kind: 'picture', fileKey: 'gone' });
    expect((await (await makeStaff('editor')).ask('check.list', {})).checks).toMatchObject([
      { url: null, notices: [] },
    ]);
    expect(pictureCheck().state).toBe('asked');
    expect(await cloud.find('uploads', {})).toEqual([]);
  });
});
