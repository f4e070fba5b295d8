import {
  cloud,
  expectLog,
  makeLiaison,
  makeOffice,
  makeStaff,
  makeUnit,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { entries, makeCheck, makePicture, pushVerdict, stateOf } from './contents';

const pass = (checkId: string) => ({ checkId, pass: true, note: '' });
const refuse = (checkId: string) => ({ checkId, pass: false, note: '不宜发布' });

async function queuedPicture(owner = 'openid-author') {
  const picture = await makePicture({ state: 'queued', verdict: 'review' }, { owner });
  const check = await makeCheck({
    _id: `picture_${picture._id}`,
    kind: 'picture',
    openid: owner,
    fileKey: picture._id,
  });
  return { picture, check };
}

describe('check.decide', () => {
  it('is for staff with the right alone', async () => {
    const { _id } = await makeCheck();
    expect(await stranger().fails('check.decide', pass(_id))).toMatchObject({ code: 'stranger' });
    for (const who of [await makeLiaison(await makeUnit()), await makeStaff('finance')])
      expect(await who.fails('check.decide', pass(_id))).toMatchObject({ code: 'forbidden' });
    expect((await entries())[0]).toMatchObject({ state: 'open' });
  });

  it.each([
    [{ checkId: undefined }, 'checkId', '缺少审核内容'],
    [{ checkId: '../x' }, 'checkId', '审核内容不正确'],
    [{ pass: 'yes' }, 'pass', '是否通过应为是或否'],
    [{ note: 'x'.repeat(201) }, 'note', '审核意见最多200字'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const editor = await makeStaff('editor');
    expect(await editor.fails('check.decide', { ...pass('text_1'), ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('says so when it is gone or decided already', async () => {
    const editor = await makeStaff('editor', '示例编辑');
    expect(await editor.fails('check.decide', pass('text_gone'))).toMatchObject({
      code: 'missing',
      field: 'checkId',
    });
    const { _id } = await makeCheck();
    await editor.change('check.decide', refuse(_id));
    expect(await (await makeStaff('admin')).fails('check.decide', pass(_id))).toEqual({
      code: 'closed',
      message: '示例编辑已经审核为“不通过”，不用再办',
    });
    const byWeChat = await makeCheck({ state: 'passed', open: false });
    expect(await editor.fails('check.decide', refuse(byWeChat._id))).toMatchObject({
      message: '微信已经审核为“通过”，不用再办',
    });
  });

  it('nobody decides alone about the own words, as long as somebody else may', async () => {
    const editor = await makeStaff('editor');
    await makeStaff('finance');
    const own = await makeCheck({ openid: editor.openid });
    const other = await makeStaff('secretary-general');
    expect(await editor.fails('check.decide', pass(own._id))).toEqual({
      code: 'forbidden',
      message: '这是您自己写的内容，请由另一位有“内容审核”权限的同事审核',
    });
    expect(await other.change('check.decide', pass(own._id))).toEqual({ state: 'passed' });
  });

  it('whoever is alone with the right decides about the own words too', async () => {
    const editor = await makeStaff('editor');
    await makeStaff('finance');
    const own = await makeCheck({ openid: editor.openid });
    expect(await editor.change('check.decide', refuse(own._id))).toEqual({ state: 'refused' });
  });

  it('keeps who decided, when and why, with an audit entry', async () => {
    const { _id } = await makeCheck();
    const editor = await makeStaff('editor', '示例编辑');
    const id = requestId();
    expect(await editor.change('check.decide', refuse(_id), id)).toEqual({ state: 'refused' });
    expect(await entries()).toMatchObject([
      {
        state: 'refused',
        open: false,
        decidedBy: { openid: editor.openid, name: '示例编辑' },
        note: '不宜发布',
        requests: [id],
      },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'check.decide', collection: 'checks', subjectId: _id },
    ]);
    expect((await requestsOf('check.decide')).length).toBeLessThanOrEqual(8);
  });

  it('a passed picture is for everybody, without a message', async () => {
    const { picture, check } = await queuedPicture();
    await (await makeStaff('editor')).change('check.decide', pass(check._id));
    expect(await stateOf(picture._id)).toMatchObject({ state: 'pass' });
    expect(await cloud.find('outbox', {})).toEqual([]);
  });

  it('a refused picture is hidden for good and its author told, whatever WeChat says later', async () => {
    await makeOffice();
    const { picture, check } = await queuedPicture();
    await (await makeStaff('editor')).change('check.decide', refuse(check._id));
    await pushVerdict('trace-1', 'pass');
    expect(await stateOf(picture._id)).toMatchObject({ state: 'refused' });
    expect((await entries())[0]).toMatchObject({ state: 'refused' });
    expect(await cloud.find('outbox', {})).toMatchObject([
      {
        openid: 'openid-author',
        message: 'result',
        data: {
          thing1: '您上传的图片',
          phrase2: '未通过',
          time3: '2026年11月23日 09:00',
          thing4: '其他人看不到，请换一张',
        },
      },
    ]);
  });

  it('sent twice it is one decision, and a repeat finishes what the first left undone', async () => {
    const { picture, check } = await queuedPicture();
    expectLog(/check\.decide/);
    const editor = await makeStaff('editor');
    const id = requestId();
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      times: 1,
      fault: { errCode: 'SYS_ERR', errMsg: 'x' },
    });
    await editor.call('check.decide', refuse(check._id), id);
    for (let i = 0; i < 2; i += 1)
      expect(await editor.change('check.decide', refuse(check._id), id)).toEqual({ state: 'refused' });
    expect(await stateOf(picture._id)).toMatchObject({ state: 'refused' });
    expect(await cloud.find('outbox', {})).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('of two at the same moment one wins', async () => {
    const { _id } = await makeCheck();
    const [a, b] = [await makeStaff('editor'), await makeStaff('admin')];
    const replies = await Promise.all([
      a.call('check.decide', pass(_id), requestId()),
      b.call('check.decide', refuse(_id), requestId()),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'closed' } });
  });
});
