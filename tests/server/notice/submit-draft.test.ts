import { cloud, makeStaff, requestId, requestsOf } from '../../support';
import {
  auditsOf,
  begunDraft,
  draftingOffice,
  draftRow,
  nobodyElse,
  outsiders,
  scheduledDraft,
  sentWords,
  submittedDraft,
} from './drafting';

describe('notice.submitDraft', () => {
  it('is not for a stranger, liaisons, former liaisons or staff without the right', async () => {
    const { writer } = await draftingOffice();
    const { draftId, version } = await begunDraft(writer);
    const input = { draftId, version, publication: sentWords() };
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.submitDraft', input)).toMatchObject({ code });
    for (const other of [await makeStaff('editor'), await makeStaff('admin')])
      expect(await other.fails('notice.submitDraft', input)).toEqual({
        code: 'forbidden',
        message: '这是别的同事写的草稿，只有本人可以改',
      });
    expect(await draftRow(draftId)).toMatchObject({ state: 'writing' });
  });

  it.each([
    ['no title', { title: '' }, 'publication.title', '请填写标题'],
    ['an empty body', { body: [] }, 'publication.body', '请填写正文'],
    ['no date', { dueAt: '' }, 'publication.dueAt', '请选择确认截止时间'],
    ['a time in the past', { dueAt: '2026-11-22T09:00:00.000Z' }, 'dueAt', '确认截止时间应晚于现在'],
    ['an unknown host', { hostId: 'ministry' }, 'hostId', '没有这个发文单位'],
    [
      'units that do not exist',
      { audience: { kind: 'units', unitIds: ['nobody'] } },
      'audience.unitIds',
      '所选单位已不在册，请重新选择',
    ],
  ])('names the field: %s', async (_what, wrong, field, message) => {
    const { writer } = await draftingOffice();
    const { draftId, version } = await begunDraft(writer);
    const publication = { ...sentWords(), ...wrong };
    expect(await writer.fails('notice.submitDraft', { draftId, version, publication })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await draftRow(draftId)).toMatchObject({ state: 'writing', sent: null });
  });

  it('keeps what was sent, examined, and says whose turn it is', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await begunDraft(writer);
    expect(await writer.change('notice.submitDraft', { draftId, version, publication: sentWords() })).toEqual(
      {
        draftId,
        version: 2,
        state: 'submitted',
      },
    );
    expect((await requestsOf('notice.submitDraft')).length).toBeLessThanOrEqual(8);
    expect(await draftRow(draftId)).toMatchObject({
      state: 'submitted',
      sent: { publication: sentWords(), hostName: '示例市煤炭工业协会', files: {}, check: 'pass' },
      history: [{ event: 'submit', by: '示例写手' }],
    });
    expect(await auditsOf(draftId)).toContainEqual({ action: 'notice.submitDraft', openid: writer.openid });
    expect(await chief.ask('notice.getDraft', { draftId })).toMatchObject({
      turn: '等您：审定这条通知',
      waits: true,
    });
    expect(await writer.ask('notice.getDraft', { draftId })).toMatchObject({
      turn: '等同事审定，您无需操作',
    });
  });

  it('is refused by WeChat before anybody sees it', async () => {
    const { writer } = await draftingOffice();
    const { draftId, version } = await begunDraft(writer);
    const publication = sentWords({ title: '关于代开发票的通知' });
    expect(await writer.fails('notice.submitDraft', { draftId, version, publication })).toMatchObject({
      code: 'risky',
      field: 'title',
    });
    expect(await draftRow(draftId)).toMatchObject({ state: 'writing', sent: null });
    expect(await cloud.find('notices', {})).toEqual([]);
  });

  it('is refused in an office where nobody else could look it over, saying what to do', async () => {
    // An editor may write, and look nothing over.
    const { chief: only } = await draftingOffice();
    const writing = await begunDraft(only);
    const input = { draftId: writing.draftId, version: writing.version, publication: sentWords() };
    expect(await only.fails('notice.submitDraft', input)).toEqual({ code: 'forbidden', message: nobodyElse });
    expect(await draftRow(writing.draftId)).toMatchObject({ state: 'writing', sent: null });
    await makeStaff('admin');
    expect(await only.change('notice.submitDraft', input)).toMatchObject({ state: 'submitted' });
  });

  it('twice with one request is one submission', async () => {
    const { writer } = await draftingOffice();
    const { draftId, version } = await begunDraft(writer);
    const [id, input] = [requestId(), { draftId, version, publication: sentWords() }];
    const first = await writer.change('notice.submitDraft', input, id);
    expect(await writer.change('notice.submitDraft', input, id)).toEqual(first);
    expect((await draftRow(draftId)).history).toHaveLength(1);
    expect(await cloud.find('audits', { _id: id })).toHaveLength(1);
  });

  it('of what is gone, older, under way or not asked for says so', async () => {
    const { writer } = await draftingOffice();
    const publication = sentWords();
    expect(
      await writer.fails('notice.submitDraft', { draftId: 'nowhere', version: 1, publication }),
    ).toMatchObject({ code: 'missing' });
    const { draftId } = await begunDraft(writer);
    expect(await writer.fails('notice.submitDraft', { draftId, version: 0, publication })).toMatchObject({
      code: 'conflict',
    });
    const under = await submittedDraft(writer);
    expect(await writer.fails('notice.submitDraft', { ...under, publication })).toMatchObject({
      code: 'conflict',
    });
    await cloud.reset();
    const { writer: free } = await draftingOffice(false);
    expect(await free.fails('notice.submitDraft', { ...(await begunDraft(free)), publication })).toEqual({
      code: 'conflict',
      message: '本会没有要求送审，可以直接发布',
    });
    expect(
      await free.fails('notice.submitDraft', { ...(await scheduledDraft(free)), publication }),
    ).toMatchObject({
      code: 'conflict',
    });
  });
});
