import { later, makeStaff, makeUpload, requestsOf } from '../../support';
import { makePicture, pushVerdict } from '../check/contents';
import { samples, upload } from '../file/samples';
import {
  approvedDraft,
  begunDraft,
  draftingOffice,
  outsiders,
  scheduledFrom,
  sentWords,
  someWriting,
  submittedDraft,
} from './drafting';

describe('notice.getDraft', () => {
  it('is not for a stranger, liaisons, former liaisons or staff without the right; names the field', async () => {
    const { writer } = await draftingOffice();
    const { draftId } = await begunDraft(writer);
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.getDraft', { draftId })).toMatchObject({ code });
    expect(await writer.fails('notice.getDraft', {})).toEqual({
      code: 'invalid',
      field: 'draftId',
      message: '缺少草稿',
    });
    expect(await writer.fails('notice.getDraft', { draftId: 'nowhere' })).toEqual({
      code: 'missing',
      message: '没有找到这份草稿，可能已被删除',
    });
  });

  it('gives the writer the form as it stood, on another device too, in three requests', async () => {
    const { writer } = await draftingOffice();
    const { draftId } = await begunDraft(writer, { day: '' });
    expect(await writer.ask('notice.getDraft', { draftId })).toMatchObject({
      draftId,
      version: 1,
      state: 'writing',
      mine: true,
      review: true,
      turn: '等您：写好后送审',
      writing: someWriting({ day: '' }),
      publication: null,
      preview: null,
    });
    expect((await requestsOf('notice.getDraft')).length).toBeLessThanOrEqual(3);
  });

  it('keeps from colleagues what is still being written', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId } = await begunDraft(writer);
    for (const other of [chief, await makeStaff('editor')])
      expect(await other.fails('notice.getDraft', { draftId })).toEqual({
        code: 'forbidden',
        message: '这是别的同事正在写的草稿，送审或定时以后才能看',
      });
  });

  it('shows whoever looks it over the whole notice as it will look, pictures too', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await begunDraft(writer);
    const { _id: fileKey } = await makeUpload({
      owner: writer.openid,
      fileId: await upload('files/2026-11/a/a.png', samples.png),
    });
    const words = sentWords({
      body: [
        { type: 'paragraph', runs: [{ text: '请看图。' }] },
        { type: 'picture', fileKey, caption: '' },
      ],
    });
    await writer.change('notice.submitDraft', { draftId, version, publication: words });
    const seen = await chief.ask('notice.getDraft', { draftId });
    expect(seen).toMatchObject({
      mine: false,
      mayReview: true,
      mayRecall: false,
      writing: null,
      writer: '示例写手',
      publication: { title: words.title, audience: { kind: 'all' } },
      preview: { view: 'whole', title: words.title, hostName: '示例市煤炭工业协会', body: words.body },
    });
    expect(Object.keys((seen.preview as { urls: object }).urls)).toEqual([fileKey]);
    expect(await (await makeStaff('editor')).ask('notice.getDraft', { draftId })).toMatchObject({
      mayReview: false,
      turn: '等同事审定，您无需操作',
    });
  });

  it('shows nobody a picture WeChat calls risky before it went out', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await begunDraft(writer);
    const { _id: fileKey } = await makePicture({}, { owner: writer.openid });
    const body = [{ type: 'picture' as const, fileKey, caption: '会场' }];
    await writer.change('notice.submitDraft', { draftId, version, publication: sentWords({ body }) });
    const preview = async () => (await chief.ask('notice.getDraft', { draftId })).preview;
    expect(await preview()).toMatchObject({
      urls: { [fileKey]: expect.stringMatching(/^http/) as string },
      held: { [fileKey]: 'checking' },
    });
    await pushVerdict('trace-1', 'risky');
    expect(await preview()).toMatchObject({ urls: {}, held: { [fileKey]: 'refused' } });
  });

  it('tells the writer what was said, and never lets the writer be the second pair of eyes', async () => {
    const { chief } = await draftingOffice();
    const second = await makeStaff('admin', '示例管理员');
    const own = await submittedDraft(chief);
    expect(await chief.ask('notice.getDraft', { draftId: own.draftId })).toMatchObject({
      mayReview: false,
      mayRecall: true,
    });
    await second.change('notice.reviewDraft', {
      draftId: own.draftId,
      version: own.version,
      approve: false,
      note: '日期不对',
    });
    expect(await chief.ask('notice.getDraft', { draftId: own.draftId })).toMatchObject({
      state: 'returned',
      note: '日期不对',
      noteBy: '示例管理员',
    });
  });

  it('shows what is approved or scheduled to the office', async () => {
    const { writer, chief } = await draftingOffice();
    const approved = await approvedDraft(writer, chief);
    expect(await chief.ask('notice.getDraft', { draftId: approved.draftId })).toMatchObject({
      state: 'approved',
      turn: '等拟稿人发布或定时发布，您无需操作',
    });
    const other = await makeStaff('editor');
    const { draftId } = await scheduledFrom(approved, writer);
    const seen = await other.ask('notice.getDraft', { draftId });
    expect(seen).toMatchObject({ mayRecall: false, publishAt: later(1).toISOString() });
    expect(await chief.ask('notice.getDraft', { draftId })).toMatchObject({ mayRecall: true });
  });
});
