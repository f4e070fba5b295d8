import type { Doc } from '@local-cloud';
import { cloud, later, makeStaff, requestsOf } from '../../support';
import {
  approvedDraft,
  begunDraft,
  draftingOffice,
  draftRow,
  outsiders,
  scheduledFrom,
  submittedDraft,
} from './drafting';

const titles = (reply: { drafts: { title: string }[] }) => reply.drafts.map(({ title }) => title);

describe('notice.listDrafts', () => {
  it('is not for a stranger, liaisons, former liaisons or staff without the right; names the field', async () => {
    const { writer } = await draftingOffice();
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.listDrafts', { shelf: 'mine' })).toMatchObject({ code });
    expect(await writer.fails('notice.listDrafts', { shelf: 'all' })).toEqual({
      code: 'invalid',
      field: 'shelf',
      message: '没有这个分类',
    });
  });

  it('shows each what is theirs to do, and how many, within seven requests', async () => {
    const { writer, chief } = await draftingOffice();
    await makeStaff('admin');
    await begunDraft(writer, { title: '在写的' });
    const under = await submittedDraft(writer);
    const own = await submittedDraft(chief);
    await scheduledFrom(await approvedDraft(writer, chief), writer);
    expect(await writer.ask('notice.listDrafts', { shelf: 'mine' })).toMatchObject({
      counts: { mine: 3, back: 0, review: 0, scheduled: 1 },
      drafts: expect.arrayContaining([
        expect.objectContaining({ title: '在写的', turn: '等您：写好后送审', waits: true, mine: true }),
        expect.objectContaining({ draftId: under.draftId, state: 'submitted', waits: false }),
      ]) as unknown,
    });
    expect((await requestsOf('notice.listDrafts')).length).toBeLessThanOrEqual(7);
    const review = await chief.ask('notice.listDrafts', { shelf: 'review' });
    expect(review.counts).toEqual({ mine: 1, back: 0, review: 1, scheduled: 1 });
    expect(review.drafts.map(({ draftId }) => draftId)).toEqual([under.draftId]);
    expect(review.drafts[0]).toMatchObject({ writer: '示例写手', mine: false, turn: '等您：审定这条通知' });
    expect(own.state).toBe('submitted');
    expect((await requestsOf('notice.listDrafts')).length).toBeLessThanOrEqual(7);
    const editor = await makeStaff('editor');
    expect(await editor.ask('notice.listDrafts', { shelf: 'review' })).toMatchObject({
      drafts: [],
      counts: { mine: 0, back: 0, review: 0, scheduled: 1 },
    });
    expect(await editor.ask('notice.listDrafts', { shelf: 'scheduled' })).toMatchObject({
      drafts: [{ state: 'scheduled', publishAt: later(1).toISOString(), turn: '到时自动发布，您无需操作' }],
    });
    expect((await requestsOf('notice.listDrafts')).length).toBeLessThanOrEqual(7);
  });

  it('leaves out what was dropped or published', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId } = await begunDraft(writer);
    await writer.change('notice.dropDraft', { draftId });
    const approved = await approvedDraft(writer, chief);
    await scheduledFrom(approved, writer);
    await cloud.clock.advance(86_400_000);
    await cloud.fireTimer('minute');
    for (const shelf of ['mine', 'scheduled'] as const)
      expect(await writer.ask('notice.listDrafts', { shelf })).toMatchObject({ drafts: [] });
  });

  it.each(['mine', 'review', 'scheduled'] as const)('goes on page by page: %s', async (shelf) => {
    const { writer, chief } = await draftingOffice();
    const { draftId } = await begunDraft(writer);
    const row = await draftRow(draftId);
    const rows = Array.from({ length: 45 }, (_, i) => ({
      ...row,
      _id: `draft-${i}`,
      title: `第${i}份`,
      state: shelf === 'scheduled' ? 'scheduled' : 'submitted',
      publishAt: shelf === 'scheduled' ? later(i + 1) : null,
      order: `2026-11-22T00:00:00.${String(100 + i)}Z_draft-${i}`,
    }));
    await cloud.insert('drafts', rows as unknown as Doc[]);
    const reader = shelf === 'mine' ? writer : chief;
    const seen: string[] = [];
    for (let cursor: string | undefined, n = 0; n < 5; n += 1) {
      const page = await reader.ask('notice.listDrafts', { shelf, ...(cursor && { cursor }) });
      seen.push(...titles(page));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(shelf === 'mine' ? 46 : 45);
  });
});
