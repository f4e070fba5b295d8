import { requestsOf } from '../../support';
import { approvedDraft, begunDraft, draftingOffice, draftRow, sentWords, submittedDraft } from './drafting';
import { manyUnits } from './many';
import { cloud, expectLog, makeStaff, requestId } from '../../support';

/** 'notice.publish' of what was a draft, and where the office wants a second pair of eyes. */
describe('notice.publish of a draft', () => {
  it('marks it published, within the requests of a publication', async () => {
    const { writer } = await draftingOffice(false);
    await manyUnits(420);
    const { draftId } = await begunDraft(writer);
    await writer.change('notice.publish', sentWords(), draftId);
    expect((await requestsOf('notice.publish')).length).toBeLessThanOrEqual(12 + 5);
    expect(await draftRow(draftId)).toMatchObject({ state: 'published', open: false });
    await writer.change('notice.publish', sentWords(), draftId);
    expect(await cloud.find('notices', {})).toHaveLength(1);
  });

  it('is refused unlooked at, under a look, by a colleague, and with other words', async () => {
    const { writer, chief } = await draftingOffice();
    const unlooked = { code: 'forbidden', message: '本会要求发布前先送审：请点“送审”，同事审定后再发布' };
    expect(await writer.fails('notice.publish', sentWords())).toEqual(unlooked);
    for (const { draftId } of [await begunDraft(writer), await submittedDraft(writer)])
      expect(await writer.fails('notice.publish', sentWords(), draftId)).toEqual(unlooked);
    const { draftId } = await approvedDraft(writer, chief);
    expect(await chief.fails('notice.publish', sentWords(), draftId)).toEqual(unlooked);
    for (const over of [
      { title: '另一个标题' },
      { urgent: true },
      { hostId: 'society' },
      { dueAt: '2026-11-27T01:00:00.000Z' },
    ])
      expect(await writer.fails('notice.publish', sentWords(over), draftId)).toEqual({
        code: 'forbidden',
        message: '审定之后内容有改动，请重新送审，审定后再发布',
      });
    expect(await cloud.find('notices', {})).toEqual([]);
    expect(await cloud.find('audits', { action: 'notice.publish' })).toEqual([]);
  });

  it('goes out with the very words that were approved, within the same requests', async () => {
    const { writer, chief } = await draftingOffice();
    await manyUnits(420);
    const { draftId } = await approvedDraft(writer, chief);
    expect(await writer.change('notice.publish', sentWords(), draftId)).toMatchObject({ noticeId: draftId });
    expect((await requestsOf('notice.publish')).length).toBeLessThanOrEqual(12 + 5);
    expect(await draftRow(draftId)).toMatchObject({ state: 'published' });
  });

  it('a colleague who sends its id does not close it', async () => {
    const { writer } = await draftingOffice(false);
    const { draftId } = await begunDraft(writer);
    await (await makeStaff('editor')).call('notice.publish', sentWords(), requestId());
    expect(await draftRow(draftId)).toMatchObject({ state: 'writing' });
  });

  it('cut off before the draft was told, is told by the timer', async () => {
    expectLog(/notice\.publish/);
    const { writer } = await draftingOffice(false);
    const { draftId } = await begunDraft(writer);
    await cloud.script({ api: 'database.insertDocument', function: 'api', times: 1, fault: 'kill-after' });
    await writer.call('notice.publish', sentWords(), draftId).catch(() => undefined);
    expect(await draftRow(draftId)).toMatchObject({ state: 'writing' });
    await cloud.fireTimer('minute');
    expect(await draftRow(draftId)).toMatchObject({ state: 'published' });
  });
});
