import {
  cloud,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  requestsOf,
  stranger,
} from '../../support';
import type { Upload } from '@server/stores/uploads';
import { samples, upload } from '../file/samples';
import { entries, makePicture, pushVerdict, stateOf } from './contents';

/** WeChat is asked about every picture; what it says and does not say (decision D10). */

const FAULT = (errCode: number) => ({ errCode, errMsg: 'scripted' });
const minutes = (n: number) =>
  cloud.clock.set(new Date(Date.parse('2026-11-23T01:00:00Z') + n * 60_000).toISOString());
const tick = async () => expect((await cloud.fireTimer('minute')).result).toEqual({ ok: true });

async function acceptedPicture(name = 'a.png') {
  const staff = await makeStaff();
  const input = { use: 'picture' as const, name, size: samples.png.length };
  const { fileKey, cloudPath } = await staff.change('file.ticket', input);
  const fileId = await upload(cloudPath, samples.png);
  await staff.change('file.accept', { fileKey, fileId });
  return { staff, fileKey };
}

describe('a picture that is accepted', () => {
  it('is asked about at once, in no more database requests than before', async () => {
    const { fileKey } = await acceptedPicture();
    expect(await stateOf(fileKey)).toMatchObject({ state: 'asked', traceId: expect.any(String), tries: 1 });
    expect((await requestsOf('file.accept')).filter((one) => one.startsWith('database'))).toHaveLength(4);
  });

  it('is not lost when WeChat cannot be asked: dispatch asks again, each time after longer', async () => {
    await cloud.script({ api: 'security.mediaCheckAsync', times: 2, fault: FAULT(45009) });
    const { fileKey, staff } = await acceptedPicture();
    expect(await stateOf(fileKey)).toMatchObject({ state: 'due', traceId: null, tries: 1 });
    await tick();
    expect(await stateOf(fileKey)).toMatchObject({ state: 'due', tries: 1 });
    await minutes(1);
    await tick();
    expect(await stateOf(fileKey)).toMatchObject({
      state: 'due',
      tries: 2,
      at: new Date('2026-11-23T01:03:00Z'),
    });
    await minutes(3);
    await staff.ask('me.get', {});
    await tick();
    expect(await stateOf(fileKey)).toMatchObject({ state: 'asked', tries: 3, traceId: expect.any(String) });
  });

  it('other files are not asked about', async () => {
    const staff = await makeStaff();
    const input = { use: 'attachment' as const, name: 'a.pdf', size: samples.pdf.length };
    const { fileKey, cloudPath } = await staff.change('file.ticket', input);
    await staff.change('file.accept', { fileKey, fileId: await upload(cloudPath, samples.pdf) });
    expect(await stateOf(fileKey)).toBeUndefined();
  });
});

describe("WeChat's verdict", () => {
  it('pass opens the picture to everybody, without a word to people', async () => {
    const { _id } = await makePicture();
    await pushVerdict('trace-1', 'pass');
    expect(await stateOf(_id)).toMatchObject({ state: 'pass' });
    expect(await entries()).toEqual([]);
  });

  it('review goes to people, once however often it is pushed', async () => {
    const { _id } = await makePicture();
    for (let i = 0; i < 3; i += 1) await pushVerdict('trace-1', 'review');
    expect(await stateOf(_id)).toMatchObject({ state: 'queued', verdict: 'review' });
    expect(await entries()).toMatchObject([
      { kind: 'picture', fileKey: _id, verdict: 'review', label: 20002, open: true },
    ]);
  });

  it('risky goes to people too, hidden from everybody else; its author is told once', async () => {
    await makeOffice();
    const { _id, owner } = await makePicture();
    for (let i = 0; i < 2; i += 1) await pushVerdict('trace-1', 'risky');
    expect(await stateOf(_id)).toMatchObject({ state: 'queued', verdict: 'risky' });
    expect(await entries()).toMatchObject([{ verdict: 'risky' }]);
    expect(await cloud.find('outbox', {})).toMatchObject([{ openid: owner, message: 'result' }]);
  });

  it('of an error on their side is for people', async () => {
    const { _id } = await makePicture();
    await pushVerdict('trace-1', 'pass', { errcode: -1008, result: undefined });
    expect(await stateOf(_id)).toMatchObject({ state: 'queued', verdict: 'none' });
  });

  it('about a picture nobody knows, or without an id, changes nothing', async () => {
    const { _id } = await makePicture();
    await pushVerdict('trace-x', 'risky');
    await pushVerdict('', 'risky');
    expect(await stateOf(_id)).toMatchObject({ state: 'asked' });
    expect(await entries()).toEqual([]);
  });

  it('is taken from WeChat alone', async () => {
    const { _id } = await makePicture();
    const staff = await makeStaff('admin');
    const push = {
      MsgType: 'event',
      Event: 'wxa_media_check',
      FromUserName: '',
      trace_id: 'trace-1',
      result: { suggest: 'pass' },
    };
    const { result } = await cloud.call('dispatch', push, { openid: staff.openid });
    expect(result).toEqual({ ok: false });
    expect(await stateOf(_id)).toMatchObject({ state: 'asked' });
  });
});

describe('a picture without an answer', () => {
  it('goes to people after 40 minutes, not before; the late answer settles it', async () => {
    const { _id } = await makePicture();
    await minutes(39);
    await tick();
    expect(await entries()).toEqual([]);
    await minutes(40);
    await tick();
    await tick();
    expect(await stateOf(_id)).toMatchObject({ state: 'queued', verdict: 'none' });
    expect(await entries()).toMatchObject([{ verdict: 'none', open: true }]);
    await pushVerdict('trace-1', 'pass');
    expect(await stateOf(_id)).toMatchObject({ state: 'pass' });
    expect(await entries()).toMatchObject([
      { state: 'passed', open: false, decidedBy: null, note: '微信审核通过' },
    ]);
  });

  it('also when WeChat could never be asked', async () => {
    await cloud.script({ api: 'security.mediaCheckAsync', times: 99, fault: FAULT(45009) });
    const { fileKey } = await acceptedPicture();
    for (const n of [1, 3, 7, 15, 31, 40]) {
      await minutes(n);
      await tick();
    }
    expect(await stateOf(fileKey)).toMatchObject({ state: 'queued', verdict: 'none' });
    expect(await entries()).toHaveLength(1);
  });

  it('a crash between entry and picture is made good at the next run', async () => {
    const { _id } = await makePicture();
    await minutes(41);
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'dispatch',
      times: 1,
      fault: 'kill-function',
    });
    await cloud.fireTimer('minute');
    await tick();
    expect(await stateOf(_id)).toMatchObject({ state: 'queued' });
    expect(await entries()).toHaveLength(1);
  });
});

describe('notice.get shows of its pictures', () => {
  async function shown(picture: Upload) {
    const { unit, liaison } = await makeSeatedUnit();
    const notice = await makeNotice({
      body: [{ type: 'picture', fileKey: picture._id, caption: '' }],
      files: { [picture._id]: picture.fileId ?? '' },
    });
    await makeReceipt(notice, unit);
    const staff = await makeStaff('editor');
    const get = async (who: typeof staff, unitId?: string) => {
      const whole = await who.ask('notice.get', { noticeId: notice._id, ...(unitId && { unitId }) });
      if (whole.view !== 'whole') throw new Error('card');
      return { seen: picture._id in whole.urls, held: whole.held?.[picture._id] };
    };
    return { liaison: () => get(liaison, unit._id), staff: () => get(staff), notice };
  }

  it.each([
    ['asked', null, [false, 'checking'], [true, 'checking']],
    ['due', null, [false, 'checking'], [true, 'checking']],
    ['queued', 'none', [false, 'checking'], [true, 'checking']],
    ['queued', 'review', [false, 'checking'], [true, 'checking']],
    ['queued', 'risky', [false, 'refused'], [false, 'refused']],
    ['refused', 'review', [false, 'refused'], [false, 'refused']],
    ['pass', null, [true, undefined], [true, undefined]],
  ] as const)('%s (%s)', async (state, verdict, [toLiaison, toLiaisonHeld], [toStaff, toStaffHeld]) => {
    const get = await shown(await makePicture({ state, verdict }));
    expect(await get.liaison()).toEqual({ seen: toLiaison, held: toLiaisonHeld });
    expect(await get.staff()).toEqual({ seen: toStaff, held: toStaffHeld });
  });

  it('to who only gets the card neither a picture nor that there is one, whatever its verdict', async () => {
    const picture = await makePicture();
    const { notice } = await shown(picture);
    const { liaison: elsewhere, unit } = await makeSeatedUnit();
    const card = { view: 'card', title: notice.title, hostName: notice.hostName };
    const ask = { noticeId: notice._id };
    for (const verdict of ['asked', 'pass']) {
      if (verdict === 'pass') await pushVerdict('trace-1', 'pass');
      expect(await stranger().ask('notice.get', ask)).toEqual(card);
      expect(await elsewhere.ask('notice.get', { ...ask, unitId: unit._id })).toEqual(card);
    }
  });

  it('one that is withdrawn gives the unit neither body nor pictures', async () => {
    const { _id, fileId } = await makePicture({ state: 'pass' });
    const { unit, liaison } = await makeSeatedUnit();
    const notice = await makeNotice({
      state: 'withdrawn',
      withdrawn: { at: new Date('2026-11-23T00:00:00Z'), by: '示例秘书', reason: '改期', requestId: 'r-1' },
      body: [{ type: 'picture', fileKey: _id, caption: '' }],
      files: { [_id]: fileId ?? '' },
    });
    await makeReceipt(notice, unit);
    expect(await liaison.ask('notice.get', { noticeId: notice._id, unitId: unit._id })).toMatchObject({
      body: [],
      urls: {},
    });
  });

  it('one more request until all are known to be fine, then none', async () => {
    const { _id, fileId } = await makePicture();
    const { liaison, notice } = await shown({ _id, fileId } as Upload);
    const count = async () =>
      (await requestsOf('notice.get')).filter((one) => one.startsWith('database')).length;
    await liaison();
    const unknown = await count();
    await pushVerdict('trace-1', 'pass');
    await liaison();
    expect(await cloud.find('notices', { _id: notice._id })).toMatchObject([{ clear: true }]);
    await liaison();
    const known = await count();
    expect(known).toBeLessThanOrEqual(3);
    expect(unknown).toBe(known + 1);
  });

  it('a refused one cannot be published again', async () => {
    await makeOffice();
    await makeSeatedUnit();
    const staff = await makeStaff('editor');
    const { _id } = await makePicture({ state: 'refused' }, { owner: staff.openid });
    expect(
      await staff.fails('notice.publish', {
        title: '通知',
        hostId: 'association',
        body: [
          { type: 'paragraph', runs: [{ text: '见图' }] },
          { type: 'picture', fileKey: _id, caption: '' },
        ],
        dueAt: '2026-11-26T09:00:00.000Z',
        audience: { kind: 'all' },
      }),
    ).toEqual({
      code: 'invalid',
      field: 'body.1.fileKey',
      message: '这张图片没有通过内容审核，请删掉或换一张',
    });
  });
});
