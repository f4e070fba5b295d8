import {
  NOW,
  makeLiaison,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeUpload,
  requestsOf,
  stranger,
} from '../../support';
import { samples, upload } from '../file/samples';
import { manyNotices, secretariat, someNotice } from './many';

const CARD = { view: 'card', title: '关于报送四季度信息的通知', hostName: '示例市煤炭工业协会' };

async function published() {
  const { unit, liaison } = await makeSeatedUnit();
  const notice = await makeNotice({ counts: { total: 7, opened: 3, confirmed: 2 } });
  await makeReceipt(notice, unit);
  return { unit, liaison, notice, noticeId: notice._id };
}

describe('notice.get', () => {
  it.each([
    [{}, 'noticeId'],
    [{ noticeId: 1 }, 'noticeId'],
    [{ noticeId: 'a/b' }, 'noticeId'],
    [{ noticeId: 'notice-x', unitId: { $ne: '' } }, 'unitId'],
  ])('names the field that is wrong in %j', async (input, field) => {
    expect(await stranger().fails('notice.get', input)).toMatchObject({ code: 'invalid', field });
  });

  it('shows a stranger title and host and nothing else', async () => {
    const { noticeId, unit } = await published();
    expect(await stranger().ask('notice.get', { noticeId })).toEqual(CARD);
    expect(await stranger().ask('notice.get', { noticeId, unitId: unit._id })).toEqual(CARD);
  });

  it('shows no more to another unit’s liaison, whomever he says he acts for, or to a former one', async () => {
    const { noticeId, unit } = await published();
    const { liaison: other, unit: theirs } = await makeSeatedUnit();
    const former = await makeLiaison(unit, { seats: [] });
    for (const unitId of [undefined, unit._id, theirs._id])
      expect(await other.ask('notice.get', { noticeId, unitId })).toEqual(CARD);
    expect(await former.ask('notice.get', { noticeId, unitId: unit._id })).toEqual(CARD);
  });

  it('says so when it is gone', async () => {
    for (const who of [stranger(), await makeStaff()])
      expect(await who.fails('notice.get', { noticeId: 'notice-gone' })).toEqual({
        code: 'missing',
        message: '没有找到这条通知，可能已被删除',
      });
  });

  it('shows a unit its own receipt and no counts', async () => {
    const { noticeId, unit, liaison, notice } = await published();
    expect(await liaison.ask('notice.get', { noticeId, unitId: unit._id })).toEqual({
      view: 'whole',
      noticeId,
      title: CARD.title,
      hostId: 'association',
      hostName: CARD.hostName,
      style: 'plain',
      state: 'published',
      asking: { kind: 'confirm' },
      publishedAt: NOW,
      dueAt: notice.dueAt.toISOString(),
      dueText: '剩3个工作日',
      number: null,
      addressee: '各会员单位',
      withdrawn: null,
      correction: null,
      newer: null,
      revisions: 0,
      body: notice.body,
      urls: {},
      counts: null,
      receipt: {
        unitId: unit._id,
        unitName: unit.name,
        state: 'waiting',
        opened: null,
        handedIn: null,
        confirmed: null,
        turn: '等您：确认收到，剩3个工作日',
      },
    });
    await liaison.change('notice.confirm', { noticeId, unitId: unit._id });
    expect(await liaison.ask('notice.get', { noticeId, unitId: unit._id })).toMatchObject({
      receipt: {
        state: 'confirmed',
        opened: { at: NOW, by: '示例联络员' },
        confirmed: { at: NOW, by: '示例联络员' },
        turn: '已确认，您无需操作',
      },
    });
  });

  it('shows a liaison of two units the receipt of the one it was sent to', async () => {
    const { noticeId, unit } = await published();
    const other = await makeUnit();
    const seats = [other, unit].map(({ _id, name }) => ({
      unitId: _id,
      unitName: name,
      kind: 'main' as const,
      since: new Date(NOW),
    }));
    const both = await makeLiaison(unit, { seats });
    expect(await both.ask('notice.get', { noticeId, unitId: other._id })).toMatchObject({
      view: 'whole',
      receipt: { unitId: unit._id, unitName: unit.name },
    });
    expect((await requestsOf('notice.get')).length).toBeLessThanOrEqual(3);
  });

  it('shows staff of every post the counts and no receipt', async () => {
    const { noticeId } = await published();
    expect(await (await makeStaff('finance')).ask('notice.get', { noticeId })).toMatchObject({
      view: 'whole',
      counts: { total: 7, opened: 3, confirmed: 2 },
      receipt: null,
    });
  });

  it('tells nobody an openid', async () => {
    const { noticeId, unit, liaison } = await published();
    await liaison.change('notice.confirm', { noticeId, unitId: unit._id });
    const staff = await makeStaff();
    for (const who of [liaison, staff])
      expect(JSON.stringify(await who.call('notice.get', { noticeId, unitId: unit._id }))).not.toContain(
        'openid',
      );
  });

  it('gives temporary addresses of the pictures and files to those who see the whole, and to no stranger', async () => {
    const staff = await secretariat();
    const { unit, liaison } = await makeSeatedUnit();
    const picture = await makeUpload({
      owner: staff.openid,
      fileId: await upload('files/2026-11/a/a.png', samples.png),
    });
    const file = await makeUpload({
      owner: staff.openid,
      fileId: await upload('files/2026-11/b/b.pdf', samples.pdf),
    });
    const lost = await makeUpload({ owner: staff.openid, fileId: 'cloud://local/files/2026-11/c/lost.png' });
    const { noticeId } = await staff.change(
      'notice.publish',
      someNotice({
        body: [
          { type: 'picture', fileKey: picture._id, caption: '' },
          { type: 'file', fileKey: file._id, name: '附件.pdf', size: samples.pdf.length },
          { type: 'picture', fileKey: lost._id, caption: '' },
        ],
      }),
    );
    for (const who of [staff, liaison]) {
      const whole = await who.ask('notice.get', { noticeId, unitId: unit._id });
      if (whole.view !== 'whole') throw new Error('a card');
      expect(Object.keys(whole.urls).sort()).toEqual([picture._id, file._id].sort());
      const reply = await fetch(whole.urls[file._id] ?? '');
      expect(Buffer.from(await reply.arrayBuffer())).toEqual(samples.pdf);
    }
    expect(JSON.stringify(await stranger().call('notice.get', { noticeId }))).not.toMatch(
      /http|cloud:|upload-key/,
    );
  });

  it('finds the addresses of a notice stored before it kept the file ids', async () => {
    const upload1 = await makeUpload({ fileId: await upload('files/2026-11/d/d.png', samples.png) });
    const notice = await makeNotice({ body: [{ type: 'picture', fileKey: upload1._id, caption: '' }] });
    const whole = await (await makeStaff()).ask('notice.get', { noticeId: notice._id });
    expect(whole).toMatchObject({ urls: { [upload1._id]: expect.stringMatching(/^http/) } });
  });

  it.each([10, 2000])('costs at most 3 requests among %i notices, with files too', async (count) => {
    const staff = await secretariat();
    const { unit, liaison } = await makeSeatedUnit();
    await manyNotices(count, unit);
    const upload = await makeUpload({ owner: staff.openid });
    const body = [{ type: 'picture' as const, fileKey: upload._id, caption: '' }];
    const { noticeId } = await staff.change('notice.publish', someNotice({ body }));
    await liaison.ask('notice.get', { noticeId, unitId: unit._id });
    expect((await requestsOf('notice.get')).length).toBeLessThanOrEqual(3);
    await staff.ask('notice.get', { noticeId });
    expect((await requestsOf('notice.get')).length).toBeLessThanOrEqual(3);
  });
});
