import { cloud, makeStaff, requestId, requestsOf } from '../../support';
import {
  auditsOf,
  begunDraft,
  draftingOffice,
  draftRow,
  outsiders,
  someWriting,
  submittedDraft,
} from './drafting';

describe('notice.dropDraft', () => {
  it('is not for a stranger, liaisons, staff without the right or a colleague; names the field', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId } = await begunDraft(writer);
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.dropDraft', { draftId })).toMatchObject({ code });
    for (const other of [chief, await makeStaff('editor')])
      expect(await other.fails('notice.dropDraft', { draftId })).toMatchObject({ code: 'forbidden' });
    expect(await writer.fails('notice.dropDraft', { draftId: 7 })).toMatchObject({
      code: 'invalid',
      field: 'draftId',
    });
    expect(await draftRow(draftId)).toMatchObject({ state: 'writing' });
  });

  it('of what is gone or under way says so', async () => {
    const { writer } = await draftingOffice();
    expect(await writer.fails('notice.dropDraft', { draftId: 'nowhere' })).toMatchObject({ code: 'missing' });
    const { draftId } = await submittedDraft(writer);
    expect(await writer.fails('notice.dropDraft', { draftId })).toMatchObject({ code: 'conflict' });
  });

  it('empties it, once, and a late save does not bring it back', async () => {
    const { writer } = await draftingOffice();
    const { draftId } = await begunDraft(writer);
    const id = requestId();
    expect(await writer.change('notice.dropDraft', { draftId }, id)).toEqual({ draftId });
    expect(await requestsOf('notice.dropDraft')).toHaveLength(4);
    expect(await writer.change('notice.dropDraft', { draftId }, id)).toEqual({ draftId });
    expect(await draftRow(draftId)).toMatchObject({
      state: 'dropped',
      open: false,
      writing: null,
      title: '',
    });
    expect(await auditsOf(draftId)).toContainEqual({ action: 'notice.dropDraft', openid: writer.openid });
    expect(await cloud.find('audits', { _id: id })).toHaveLength(1);
    expect(await writer.fails('notice.dropDraft', { draftId })).toMatchObject({ code: 'closed' });
    expect(
      await writer.fails('notice.saveDraft', { draftId, version: 1, writing: someWriting() }),
    ).toMatchObject({ code: 'closed', message: '这份草稿已删除，不能再改' });
  });
});
