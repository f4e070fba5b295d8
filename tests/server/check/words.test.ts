import { cloud, makeOffice, makeStaff, makeUnit, requestsOf } from '../../support';
import { asking, RECENT, seatedRecord } from '../record/records';
import { entries } from './contents';

/** Whatever WeChat wants people to look at comes to their queue, from every place where words are checked. */

const later = '2026-11-26T09:00:00.000Z';
const writing = (text: string, title = '关于报名的通知') => ({
  title,
  hostId: 'association',
  body: [{ type: 'paragraph' as const, runs: [{ text }] }],
  dueAt: later,
  audience: { kind: 'all' as const },
});

async function office() {
  await makeOffice();
  await makeUnit();
  return makeStaff('editor', '示例编辑');
}

describe('words WeChat is not sure of', () => {
  it('of a notice go out, and wait for a look with the notice beside them', async () => {
    const editor = await office();
    const { noticeId } = await editor.change('notice.publish', writing('加微信领取报名表'));
    expect(await entries()).toMatchObject([
      {
        kind: 'text',
        open: true,
        openid: editor.openid,
        name: '示例编辑',
        about: '通知正文',
        excerpt: '加微信领取报名表',
        label: 10001,
        noticeIds: [noticeId],
      },
    ]);
    const admin = await makeStaff('admin');
    expect((await admin.ask('check.list', {})).checks).toMatchObject([
      { notices: [{ noticeId, title: '关于报名的通知' }], label: '广告' },
    ]);
  });

  it('nothing is asked of anybody about words WeChat passes or refuses', async () => {
    const editor = await office();
    await editor.change('notice.publish', writing('请报名'));
    expect(await editor.fails('notice.publish', writing('代开发票'))).toMatchObject({
      code: 'risky',
      field: 'body',
    });
    expect(await entries()).toEqual([]);
  });

  it('once decided hold: passed words pass, refused ones are refused, nobody is asked twice', async () => {
    const editor = await office();
    const admin = await makeStaff('admin');
    await editor.change('notice.publish', writing('加微信领取报名表'));
    await editor.change('notice.publish', writing('广告测试词'));
    const [first, second] = await entries();
    await admin.change('check.decide', { checkId: first?._id ?? '', pass: true, note: '' });
    await admin.change('check.decide', { checkId: second?._id ?? '', pass: false, note: '广告' });
    const { noticeId } = await editor.change('notice.publish', writing('加微信领取报名表'));
    expect(await cloud.find('notices', { _id: noticeId })).toMatchObject([{ check: 'pass' }]);
    expect(await editor.fails('notice.publish', writing('广告测试词'))).toMatchObject({
      code: 'risky',
      field: 'body',
    });
    expect(await entries()).toHaveLength(2);
    expect((await requestsOf('notice.publish')).length).toBeLessThanOrEqual(12);
  });

  it('used again before somebody looked stand in the queue once, with both notices', async () => {
    const editor = await office();
    const one = await editor.change('notice.publish', writing('疑似测试词', '甲通知'));
    const two = await editor.change('notice.publish', writing('疑似测试词', '乙通知'));
    expect(await entries()).toMatchObject([{ noticeIds: [one.noticeId, two.noticeId] }]);
  });

  it('of a long text only the piece in question is kept', async () => {
    const editor = await office();
    const body = Array.from({ length: 6 }, (_, i) => ({
      type: 'paragraph' as const,
      runs: [{ text: `${i}`.repeat(1000) + (i === 4 ? '疑似测试词' : '') }],
    }));
    await editor.change('notice.publish', { ...writing(''), body });
    const [entry] = await entries();
    expect(entry?.excerpt.length).toBeLessThanOrEqual(2500);
    expect(entry?.excerpt).toContain('疑似测试词');
    expect(entry?.excerpt).not.toContain('00');
  });

  it('of a form come alone, without the rest of it', async () => {
    await makeOffice();
    const { unit, liaison } = await seatedRecord({ verifiedAt: RECENT });
    await liaison.change('record.correct', asking(unit, { position: '疑似测试词', title: '工程师' }));
    expect(await entries()).toMatchObject([
      { about: '登记表', excerpt: '疑似测试词', openid: liaison.openid },
    ]);
  });
});
