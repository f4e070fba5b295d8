import type { Fault } from '@local-cloud';
import type { Body } from '@contract/body';
import { cloud, expectLog, makeStaff, makeUnit, makeUpload } from '../../support';
import { secretariat, someNotice } from './many';

const paragraph = (text: string): Body[number] => ({ type: 'paragraph', runs: [{ text }] });

async function ready() {
  const staff = await secretariat();
  await makeUnit();
  return staff;
}

const nothingStored = async () => {
  for (const collection of ['notices', 'receipts', 'audits'])
    expect(await cloud.find(collection, {})).toEqual([]);
};

/** Words the local check knows: local-cloud/openapi/security-msg-sec-check.ts. */
describe('notice.publish: text WeChat looks at', () => {
  it.each<[string, Parameters<typeof someNotice>[0], string]>([
    ['the title', { title: '关于代开发票的通知' }, 'title'],
    ['a paragraph', { body: [paragraph('好'), paragraph('违法测试词')] }, 'body'],
    [
      'a word in two runs',
      { body: [{ type: 'paragraph', runs: [{ text: '违法' }, { text: '测试词', bold: true }] }] },
      'body',
    ],
    ['a list', { body: [{ type: 'list', ordered: true, items: [[{ text: '赌博' }]] }] }, 'body'],
    ['a table', { body: [{ type: 'table', rows: [['一', '毒品']] }] }, 'body'],
    [
      'the end of a long text',
      { body: [paragraph('好'.repeat(4000)), paragraph(`${'好'.repeat(4000)}赌博`)] },
      'body',
    ],
    ['a word across the 2,500th character', { body: [paragraph(`${'好'.repeat(2497)}违法测试词`)] }, 'body'],
    ['a word across the 2,450th character', { body: [paragraph(`${'好'.repeat(2447)}违法测试词`)] }, 'body'],
  ])('refuses %s, naming the field, and stores nothing', async (_what, over, field) => {
    const staff = await ready();
    expect(await staff.fails('notice.publish', someNotice(over))).toEqual({
      code: 'risky',
      field,
      message: '内容未通过微信内容安全检查，请修改后再提交',
    });
    await nothingStored();
  });

  it.each<[string, Parameters<typeof someNotice>[0]]>([
    ['title', { title: '疑似测试词' }],
    ['body', { body: [paragraph('疑似测试词')] }],
  ])('keeps that WeChat wants people to look at the %s', async (_what, over) => {
    const staff = await ready();
    await staff.change('notice.publish', someNotice(over));
    expect((await cloud.find('notices', {}))[0]).toMatchObject({ check: 'review', state: 'published' });
  });

  const failures = [-1, 40003, 61010, 45009, -604101].map((errCode) => ({ errCode, errMsg: 'scripted' }));
  it.each<[number, Fault]>([
    ...failures.map((fault): [number, Fault] => [1, fault]),
    [1, 'timeout'],
    [2, { errCode: -1, errMsg: 'system error' }],
  ])('says 系统繁忙 and stores nothing when the check fails (call %i: %j)', async (nth, fault) => {
    const staff = await ready();
    expectLog(/notice\.publish/);
    await cloud.script({
      api: 'security.msgSecCheck',
      skip: nth - 1,
      times: 1,
      fault,
    });
    expect(await staff.fails('notice.publish', someNotice())).toEqual({
      code: 'busy',
      message: '系统繁忙，请稍后再试；您填写的内容已保留',
    });
    await nothingStored();
  });

  it('is not asked about a body without words', async () => {
    const staff = await ready();
    const { _id: fileKey } = await makeUpload({ owner: staff.openid });
    const fault = { errCode: 47001, errMsg: 'content is empty' };
    await cloud.script({ api: 'security.msgSecCheck', skip: 1, times: 1, fault }); // the title's is the first
    const body: Body = [
      { type: 'picture', fileKey, caption: '' },
      { type: 'picture', fileKey, caption: '' },
    ];
    expect(await staff.change('notice.publish', someNotice({ body }))).toMatchObject({ state: 'published' });
    expect((await cloud.find('notices', {}))[0]).toMatchObject({ check: 'pass' });
  });

  it('is asked with the openid of whoever types, and works for an admin at once', async () => {
    await ready();
    const admin = await makeStaff('admin');
    expect(await admin.change('notice.publish', someNotice())).toMatchObject({ total: 1 });
  });
});

describe('notice.publish: pictures and files', () => {
  const picture = (fileKey: string): Body[number] => ({ type: 'picture', fileKey, caption: '' });

  it.each([
    ['somebody else’s', { owner: 'openid-of-another', fileId: 'cloud://local/files/x.png' }],
    ['not looked at yet', { fileId: null }],
  ])('refuses a file that is %s, naming its place', async (_what, over) => {
    const staff = await ready();
    const mine = await makeUpload({ owner: staff.openid });
    const bad = await makeUpload({ owner: staff.openid, ...over });
    const body = [
      picture(mine._id),
      paragraph('好'),
      { type: 'file', fileKey: bad._id, name: '附件.pdf', size: 9 } as const,
    ];
    expect(await staff.fails('notice.publish', someNotice({ body }))).toEqual({
      code: 'invalid',
      field: 'body.2.fileKey',
      message: '有一个图片或附件没有上传成功，请删掉后重新添加',
    });
    await nothingStored();
  });

  it('refuses a key nobody made', async () => {
    const staff = await ready();
    expect(
      await staff.fails('notice.publish', someNotice({ body: [picture('upload-of-nobody')] })),
    ).toMatchObject({
      code: 'invalid',
      field: 'body.0.fileKey',
    });
  });

  it('takes 9 of the caller’s own and nothing but pictures', async () => {
    const staff = await ready();
    const body = [];
    for (let i = 0; i < 9; i += 1) body.push(picture((await makeUpload({ owner: staff.openid }))._id));
    await staff.change('notice.publish', someNotice({ body }));
    expect((await cloud.find('notices', {}))[0]).toMatchObject({ body });
  });
});
