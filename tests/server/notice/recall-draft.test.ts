import { cloud, makeStaff, requestId, requestsOf } from '../../support';
import {
  approvedDraft,
  auditsOf,
  begunDraft,
  draftingOffice,
  draftRow,
  outsiders,
  scheduledDraft,
  scheduledFrom,
  submittedDraft,
} from './drafting';

describe('notice.recallDraft', () => {
  it('is not for a stranger, liaisons, staff without the right or a colleague; names the field', async () => {
    const { writer, chief } = await draftingOffice();
    const draft = await submittedDraft(writer);
    const input = { draftId: draft.draftId, version: draft.version };
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.recallDraft', input)).toMatchObject({ code });
    for (const other of [chief, await makeStaff('editor')])
      expect(await other.fails('notice.recallDraft', input)).toMatchObject({ code: 'forbidden' });
    expect(await writer.fails('notice.recallDraft', { draftId: draft.draftId })).toEqual({
      code: 'invalid',
      field: 'version',
      message: '缺少草稿版本',
    });
    expect(await draftRow(draft.draftId)).toMatchObject({ state: 'submitted' });
  });

  it('takes back what is looked over or approved, once; the words stay, the approval goes', async () => {
    const { writer, chief } = await draftingOffice();
    for (const { draftId, version } of [await submittedDraft(writer), await approvedDraft(writer, chief)]) {
      const id = requestId();
      const answer = await writer.change('notice.recallDraft', { draftId, version }, id);
      expect(answer).toEqual({ draftId, version: version + 1, state: 'writing' });
      expect(await requestsOf('notice.recallDraft')).toHaveLength(6);
      expect(await writer.change('notice.recallDraft', { draftId, version }, id)).toEqual(answer);
      expect(await draftRow(draftId)).toMatchObject({
        approved: false,
        sent: null,
        writing: { time: '17:00' },
      });
      expect(await auditsOf(draftId)).toContainEqual({ action: 'notice.recallDraft', openid: writer.openid });
      expect(await cloud.find('audits', { _id: id })).toHaveLength(1);
    }
  });

  it('takes a time back to the approval; whoever may look it over may do so too', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await scheduledFrom(await approvedDraft(writer, chief), writer);
    expect(await (await makeStaff('editor')).fails('notice.recallDraft', { draftId, version })).toMatchObject(
      { code: 'forbidden' },
    );
    expect(await chief.change('notice.recallDraft', { draftId, version })).toMatchObject({
      state: 'approved',
    });
    expect(await draftRow(draftId)).toMatchObject({ approved: true, publishAt: null });
    await cloud.clock.advance(2 * 86_400_000);
    await cloud.fireTimer('minute');
    expect(await cloud.find('notices', {})).toEqual([]);
  });

  it('of what is gone, changed, not under way or going out says so', async () => {
    const { writer } = await draftingOffice(false);
    expect(await writer.fails('notice.recallDraft', { draftId: 'nowhere', version: 1 })).toMatchObject({
      code: 'missing',
    });
    expect(await writer.fails('notice.recallDraft', await begunDraft(writer))).toMatchObject({
      code: 'conflict',
    });
    const { draftId, version } = await scheduledDraft(writer);
    expect(await writer.fails('notice.recallDraft', { draftId, version: version - 1 })).toMatchObject({
      code: 'conflict',
    });
    await cloud.clock.advance(86_400_000 - 3_000);
    expect(await writer.fails('notice.recallDraft', { draftId, version })).toEqual({
      code: 'closed',
      message: '定时发布的时间已到，正在发出，不能再取回',
    });
  });
});
