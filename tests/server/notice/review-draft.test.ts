import { cloud, makeStaff, requestId, requestsOf } from '../../support';
import {
  auditsOf,
  begunDraft,
  draftingOffice,
  draftRow,
  nobodyElse,
  outsiders,
  sentWords,
  submittedDraft,
} from './drafting';

describe('notice.reviewDraft', () => {
  it('is not for a stranger, liaisons or staff without the right', async () => {
    const { writer } = await draftingOffice();
    const { draftId, version } = await submittedDraft(writer);
    const input = { draftId, version, approve: true };
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.reviewDraft', input)).toMatchObject({ code });
    for (const role of ['editor', 'member', 'meeting'] as const)
      expect(await (await makeStaff(role)).fails('notice.reviewDraft', input)).toMatchObject({
        code: 'forbidden',
      });
    expect(await draftRow(draftId)).toMatchObject({ state: 'submitted', approved: false });
  });

  it.each([
    ['no verdict', { approve: undefined }, 'approve', '是否同意应为是或否'],
    ['no reason', { approve: false, note: ' ' }, 'note', '请写明退回的原因'],
    ['a reason too long', { approve: false, note: '长'.repeat(201) }, 'note', '审定意见最多200字'],
  ])('names the field: %s', async (_what, wrong, field, message) => {
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await submittedDraft(writer);
    expect(
      await chief.fails('notice.reviewDraft', { ...{ draftId, version, approve: true }, ...wrong }),
    ).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('nobody approves the own words, whatever the post', async () => {
    const { chief } = await draftingOffice();
    await makeStaff('admin');
    const { draftId, version } = await submittedDraft(chief);
    expect(await chief.fails('notice.reviewDraft', { draftId, version, approve: true })).toEqual({
      code: 'forbidden',
      message: '自己写的通知不能自己审定，请另一位有“审定通知”权限的同事审定',
    });
    expect(await draftRow(draftId)).toMatchObject({ approved: false });
  });

  it('tells the only one who may look notices over what to do about the own ones', async () => {
    await draftingOffice();
    const admin = await makeStaff('admin');
    const { draftId, version } = await submittedDraft(admin);
    const { staff } = await admin.ask('staff.list', {});
    const chief = staff.find(({ name }) => name === '示例秘书长');
    await admin.change('staff.remove', { staffId: chief?.staffId ?? '' });
    expect(await admin.fails('notice.reviewDraft', { draftId, version, approve: true })).toEqual({
      code: 'forbidden',
      message: nobodyElse,
    });
    expect(await draftRow(draftId)).toMatchObject({ state: 'submitted', approved: false });
  });

  it('approves, once, and tells the writer', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await submittedDraft(writer);
    const [id, input] = [requestId(), { draftId, version, approve: true }];
    const answer = await chief.change('notice.reviewDraft', input, id);
    expect(answer).toMatchObject({ state: 'approved' });
    expect(await requestsOf('notice.reviewDraft')).toHaveLength(8);
    expect(await chief.change('notice.reviewDraft', input, id)).toEqual(answer);
    expect(await draftRow(draftId)).toMatchObject({
      state: 'approved',
      approved: true,
      noteBy: '示例秘书长',
    });
    expect(await cloud.find('audits', { _id: id })).toHaveLength(1);
    expect(await auditsOf(draftId)).toContainEqual({ action: 'notice.reviewDraft', openid: chief.openid });
    expect(await writer.ask('notice.getDraft', { draftId })).toMatchObject({ turn: '等您：发布或定时发布' });
  });

  it('returns with a note WeChat has nothing against', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await submittedDraft(writer);
    const input = { draftId, version, approve: false };
    expect(await chief.fails('notice.reviewDraft', { ...input, note: '代开发票' })).toMatchObject({
      code: 'risky',
      field: 'note',
    });
    await chief.change('notice.reviewDraft', { ...input, note: '时间写错了' });
    expect(await writer.ask('notice.getDraft', { draftId })).toMatchObject({
      state: 'returned',
      note: '时间写错了',
      noteBy: '示例秘书长',
      turn: '等您：按意见改好后重新送审',
    });
  });

  it('is of the words that were seen: recalled, changed and sent again, it is refused', async () => {
    const { writer, chief } = await draftingOffice();
    const seen = await submittedDraft(writer);
    const back = await writer.change('notice.recallDraft', { draftId: seen.draftId, version: seen.version });
    const review = { draftId: seen.draftId, version: seen.version, approve: true };
    expect(await chief.fails('notice.reviewDraft', review)).toMatchObject({ code: 'conflict' });
    await writer.change('notice.submitDraft', {
      draftId: back.draftId,
      version: back.version,
      publication: sentWords({ title: '换了标题' }),
    });
    expect(await chief.fails('notice.reviewDraft', review)).toMatchObject({ code: 'conflict' });
    expect(await draftRow(seen.draftId)).toMatchObject({ state: 'submitted', approved: false });
    expect(await chief.fails('notice.reviewDraft', { ...review, draftId: 'nowhere' })).toMatchObject({
      code: 'missing',
    });
    const { draftId } = await begunDraft(writer);
    expect(await chief.fails('notice.reviewDraft', { ...review, draftId })).toMatchObject({
      code: 'conflict',
    });
  });
});
