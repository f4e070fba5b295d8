import { cloud, makeNotice, makeStaff, NOW, requestId, requestsOf } from '../../support';
import {
  approvedDraft,
  auditsOf,
  begunDraft,
  draftingOffice,
  draftRow,
  outsiders,
  scheduledDraft,
  someWriting,
  submittedDraft,
} from './drafting';

const fresh = () => ({ draftId: requestId(), version: 0, writing: someWriting() });

describe('notice.saveDraft', () => {
  it('is not for a stranger, liaisons, former liaisons or staff without the right', async () => {
    await draftingOffice();
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.saveDraft', fresh())).toMatchObject({ code });
    expect(await cloud.find('drafts', {})).toEqual([]);
  });

  it.each([
    ['no id', { draftId: '' }, 'draftId', '草稿不正确'],
    ['no version', { version: undefined }, 'version', '缺少草稿版本'],
    ['a broken version', { version: 1.5 }, 'version', '缺少草稿版本'],
    ['nothing written', { writing: undefined }, 'writing', '草稿内容无法识别'],
    ['a list', { writing: [] }, 'writing', '草稿内容无法识别'],
    [
      'a command of the database',
      { writing: someWriting({ audience: { $set: 1 } as never }) },
      'writing',
      '草稿内容无法识别',
    ],
    ['a title too long', { writing: someWriting({ title: '长'.repeat(201) }) }, 'writing', '标题最多100字'],
    [
      'more than a draft may hold',
      { writing: someWriting({ body: [{ type: 'paragraph', runs: [{ text: '长'.repeat(200_001) }] }] }) },
      'writing',
      '草稿太长，请删减或改用附件',
    ],
  ])('names the field: %s', async (_what, wrong, field, message) => {
    const { writer } = await draftingOffice();
    expect(await writer.fails('notice.saveDraft', { ...fresh(), ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await cloud.find('drafts', {})).toEqual([]);
  });

  it('keeps what is unfinished as it is, with one entry however often it is saved', async () => {
    const { writer } = await draftingOffice();
    const unfinished = someWriting({
      title: '',
      audience: { kind: 'units', unitIds: [] },
      body: [{ type: 'heading', text: '' }],
      day: '',
    });
    const { draftId, version } = await begunDraft(writer, unfinished);
    expect(version).toBe(1);
    expect(await requestsOf('notice.saveDraft')).toHaveLength(5);
    expect(await draftRow(draftId)).toMatchObject({
      openid: writer.openid,
      writer: '示例写手',
      writing: unfinished,
      state: 'writing',
      open: true,
      sent: null,
      savedAt: new Date(NOW),
    });
    await cloud.clock.advance(60_000);
    const writing = someWriting({ title: ' 改好的标题 ' });
    expect(await writer.change('notice.saveDraft', { draftId, version, writing })).toEqual({
      draftId,
      version: 2,
      state: 'writing',
    });
    expect(await requestsOf('notice.saveDraft')).toHaveLength(3);
    expect(await draftRow(draftId)).toMatchObject({ writing, title: '改好的标题', version: 2 });
    expect(await auditsOf(draftId)).toEqual([{ action: 'notice.saveDraft', openid: writer.openid }]);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('changes nothing when another device was there first, and says when', async () => {
    const { writer } = await draftingOffice();
    const { draftId } = await begunDraft(writer);
    await writer.change('notice.saveDraft', {
      draftId,
      version: 1,
      writing: someWriting({ title: '电脑上写的' }),
    });
    expect(
      await writer.fails('notice.saveDraft', {
        draftId,
        version: 1,
        writing: someWriting({ title: '手机上写的' }),
      }),
    ).toEqual({ code: 'conflict', message: '这份草稿11月23日 09:00在别处改过，请先选用哪一份再继续' });
    expect(await draftRow(draftId)).toMatchObject({ title: '电脑上写的', version: 2 });
  });

  it('of two at once one is kept, the other is told', async () => {
    const { writer } = await draftingOffice();
    const { draftId } = await begunDraft(writer);
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((title) =>
        writer.call(
          'notice.saveDraft',
          { draftId, version: 1, writing: someWriting({ title }) },
          requestId(),
        ),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await draftRow(draftId)).toMatchObject({ version: 2 });
  });

  it('twice with one request is one change, at first and later', async () => {
    const { writer } = await draftingOffice();
    const input = fresh();
    const [first, second] = [requestId(), requestId()];
    const begun = await writer.change('notice.saveDraft', input, first);
    expect(await writer.change('notice.saveDraft', input, first)).toEqual(begun);
    const again = { ...input, version: 1 };
    const saved = await writer.change('notice.saveDraft', again, second);
    expect(await writer.change('notice.saveDraft', again, second)).toEqual(saved);
    expect(await draftRow(input.draftId)).toMatchObject({ version: 2 });
    expect((await auditsOf(input.draftId)).length).toBeGreaterThan(0);
  });

  it('is the writer’s own, and of something that is there', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId } = await begunDraft(writer);
    for (const other of [chief, await makeStaff('editor')])
      expect(
        await other.fails('notice.saveDraft', { draftId, version: 1, writing: someWriting() }),
      ).toMatchObject({
        code: 'forbidden',
      });
    expect(await writer.fails('notice.saveDraft', { ...fresh(), version: 3 })).toMatchObject({
      code: 'missing',
    });
    const gone = await makeNotice();
    expect(await writer.fails('notice.saveDraft', { ...fresh(), draftId: gone._id })).toMatchObject({
      code: 'closed',
    });
  });

  it('waits while it is looked over or scheduled, and drops an approval', async () => {
    const { writer, chief } = await draftingOffice();
    const submitted = await submittedDraft(writer);
    expect(await writer.fails('notice.saveDraft', { ...submitted, writing: someWriting() })).toEqual({
      code: 'conflict',
      message: '这份草稿正在送审，要改请先取回',
    });
    const approved = await approvedDraft(writer, chief);
    expect(await writer.change('notice.saveDraft', { ...approved, writing: someWriting() })).toMatchObject({
      state: 'writing',
    });
    expect(await draftRow(approved.draftId)).toMatchObject({ approved: false, sent: null });
    await cloud.reset();
    const { writer: other } = await draftingOffice(false);
    expect(
      await other.fails('notice.saveDraft', { ...(await scheduledDraft(other)), writing: someWriting() }),
    ).toMatchObject({ code: 'conflict', message: '这份草稿已定时发布，要改请先取回' });
    expect(await cloud.find('audits', {})).not.toEqual([]);
  });
});
