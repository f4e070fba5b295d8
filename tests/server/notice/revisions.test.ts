import {
  makeLiaison,
  makeNotice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { makePicture } from '../check/contents';
import { secretariat, someNotice } from './many';

async function corrected() {
  const staff = await secretariat();
  const { liaison } = await makeSeatedUnit();
  const picture = await makeUpload({ owner: staff.openid });
  const body = [...someNotice().body, { type: 'picture' as const, fileKey: picture._id, caption: '' }];
  const first = someNotice({ body });
  const { noticeId } = await staff.change('notice.publish', first);
  for (const title of ['第一次更正', '第二次更正'])
    await staff.change('notice.correct', {
      noticeId,
      title,
      body: someNotice().body,
      dueAt: first.dueAt,
      note: `${title}的说明`,
      again: false,
    });
  return { staff, liaison, noticeId, first, picture };
}

describe('notice.revisions', () => {
  it('is for staff: strangers and liaisons are turned away', async () => {
    const { liaison, noticeId } = await corrected();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.revisions', { noticeId })).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.revisions', { noticeId })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.revisions', { noticeId })).toMatchObject({ code: 'forbidden' });
  });

  it('names the field, and says so when there is no such notice', async () => {
    const staff = await makeStaff('finance');
    expect(await staff.fails('notice.revisions', { noticeId: 7 })).toMatchObject({ field: 'noticeId' });
    expect(await staff.fails('notice.revisions', { noticeId: 'nobody' })).toMatchObject({ code: 'missing' });
  });

  it('gives earlier texts, the latest first, with their pictures', async () => {
    const { staff, noticeId, first, picture } = await corrected();
    const { revisions, urls } = await staff.ask('notice.revisions', { noticeId });
    expect((await requestsOf('notice.revisions')).length).toBeLessThanOrEqual(3);
    expect(revisions).toMatchObject([
      { at: NOW, by: '示例秘书', note: '第二次更正的说明', title: '第一次更正' },
      { note: '第一次更正的说明', title: first.title, body: first.body, dueAt: first.dueAt },
    ]);
    expect(Object.keys(urls)).toEqual(
      revisions.some(({ body }) => body.length > 1) && urls[picture._id] ? [picture._id] : [],
    );
  });

  it.each([
    ['asked', null, true, 'checking'],
    ['queued', 'review', true, 'checking'],
    ['queued', 'risky', false, 'refused'],
    ['refused', 'review', false, 'refused'],
    ['pass', null, true, undefined],
  ] as const)('a picture that is %s (%s) is as it is in the notice', async (state, verdict, seen, held) => {
    const { _id, fileId } = await makePicture({ state, verdict });
    const body = [{ type: 'picture' as const, fileKey: _id, caption: '' }];
    const before = {
      ...{ at: new Date(NOW), by: '示例秘书', note: '改地点', requestId: 'request-1' },
      ...{ title: '更正前', body, dueAt: new Date(NOW), files: { [_id]: fileId ?? '' } },
    };
    const notice = await makeNotice({ revisions: [before], revised: 1 });
    const staff = await makeStaff();
    const reply = await staff.ask('notice.revisions', { noticeId: notice._id });
    expect([_id in reply.urls, reply.held[_id]]).toEqual([seen, held]);
  });

  it('gives none of a notice never corrected', async () => {
    const staff = await secretariat();
    await makeUnit();
    const { noticeId } = await staff.change('notice.publish', someNotice());
    expect(await staff.ask('notice.revisions', { noticeId })).toEqual({
      revisions: [],
      urls: {},
      held: {},
    });
  });
});
