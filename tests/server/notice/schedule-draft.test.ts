import type { Unit } from '@server/stores/units';
import { cloud, expectLog, later, makeStaff, makeUnit, NOW, requestId, requestsOf } from '../../support';
import {
  approvedDraft,
  auditsOf,
  begunDraft,
  draftingOffice,
  draftRow,
  outsiders,
  scheduledDraft,
  scheduledFrom,
  sentWords,
  someWriting,
  submittedDraft,
} from './drafting';
import { makeGroup, rule } from '../group/groups';
import { manyUnits } from './many';

const DAY = 86_400_000;

describe('notice.scheduleDraft', () => {
  it('is not for a stranger, liaisons, staff without the right or a colleague', async () => {
    const { writer, chief } = await draftingOffice(false);
    const { draftId, version } = await begunDraft(writer);
    const input = { draftId, version, publishAt: later(1).toISOString(), publication: sentWords() };
    for (const [who, code] of await outsiders())
      expect(await who.fails('notice.scheduleDraft', input)).toMatchObject({ code });
    for (const other of [chief, await makeStaff('editor')])
      expect(await other.fails('notice.scheduleDraft', input)).toMatchObject({ code: 'forbidden' });
    expect(await draftRow(draftId)).toMatchObject({ state: 'writing' });
  });

  it.each([
    ['no time', { publishAt: '' }, 'publishAt', '请选择定时发布的时间'],
    ['a time that is over', { publishAt: NOW }, 'publishAt', '定时发布的时间应晚于现在'],
    ['a time too far', { publishAt: later(91).toISOString() }, 'publishAt', '定时发布的时间应在90天以内'],
    [
      'a time after the due time',
      { publishAt: later(3).toISOString() },
      'publishAt',
      '定时发布的时间应早于截止时间',
    ],
    ['no title', { publication: sentWords({ title: '' }) }, 'publication.title', '请填写标题'],
    ['an unknown host', { publication: sentWords({ hostId: 'ministry' }) }, 'hostId', '没有这个发文单位'],
  ])('names the field: %s', async (_what, wrong, field, message) => {
    const { writer } = await draftingOffice(false);
    const { draftId, version } = await begunDraft(writer);
    const input = { draftId, version, publishAt: later(1).toISOString(), publication: sentWords() };
    expect(await writer.fails('notice.scheduleDraft', { ...input, ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('wants the approval where the office wants a look, of exactly these words', async () => {
    const { writer, chief } = await draftingOffice();
    const at = { publishAt: later(1).toISOString() };
    const begun = await begunDraft(writer);
    const { draftId, version } = begun;
    expect(
      await writer.fails('notice.scheduleDraft', { draftId, version, ...at, publication: sentWords() }),
    ).toEqual({ code: 'forbidden', message: '本会要求发布前先送审：请点“送审”，同事审定后再发布' });
    const approved = await approvedDraft(writer, chief);
    const input = { draftId: approved.draftId, version: approved.version, ...at };
    expect(
      await writer.fails('notice.scheduleDraft', {
        ...input,
        publication: sentWords({ title: '另一个标题' }),
      }),
    ).toEqual({ code: 'forbidden', message: '审定之后内容有改动，请重新送审，审定后再发布' });
    expect(await writer.change('notice.scheduleDraft', { ...input, publication: sentWords() })).toMatchObject(
      {
        state: 'scheduled',
      },
    );
  });

  it('keeps the time, once, within eight requests', async () => {
    const { writer } = await draftingOffice(false);
    const { draftId, version } = await begunDraft(writer);
    const input = { draftId, version, publishAt: later(1).toISOString(), publication: sentWords() };
    const id = requestId();
    const answer = await writer.change('notice.scheduleDraft', input, id);
    expect((await requestsOf('notice.scheduleDraft')).length).toBeLessThanOrEqual(8);
    expect(await writer.change('notice.scheduleDraft', input, id)).toEqual(answer);
    expect(await draftRow(draftId)).toMatchObject({ state: 'scheduled', publishAt: later(1), version: 2 });
    expect(await auditsOf(draftId)).toContainEqual({ action: 'notice.scheduleDraft', openid: writer.openid });
    expect(await cloud.find('audits', { _id: id })).toHaveLength(1);
    expect(await cloud.find('notices', {})).toEqual([]);
  });

  it('of what is gone, older or under way says so', async () => {
    const { writer } = await draftingOffice();
    const rest = { publishAt: later(1).toISOString(), publication: sentWords() };
    expect(
      await writer.fails('notice.scheduleDraft', { draftId: 'nowhere', version: 1, ...rest }),
    ).toMatchObject({ code: 'missing' });
    const { draftId, version } = await begunDraft(writer);
    expect(
      await writer.fails('notice.scheduleDraft', { draftId, version: version + 1, ...rest }),
    ).toMatchObject({ code: 'conflict' });
    const under = await submittedDraft(writer);
    expect(
      await writer.fails('notice.scheduleDraft', { draftId: under.draftId, version: under.version, ...rest }),
    ).toMatchObject({ code: 'conflict' });
  });
});

describe('a draft whose time has come', () => {
  const run = async (ms: number) => {
    await cloud.clock.advance(ms);
    await cloud.fireTimer('minute');
  };

  it('goes out by the timer, not before, and is published when it really went out', async () => {
    const { writer } = await draftingOffice(false);
    const { draftId } = await scheduledDraft(writer);
    await run(DAY - 60_000);
    expect(await cloud.find('notices', {})).toEqual([]);
    await run(180_000);
    expect(await cloud.find('notices', {})).toMatchObject([
      {
        _id: draftId,
        state: 'published',
        publishedAt: new Date(later(1).getTime() + 120_000),
        publishedBy: '示例写手',
        counts: { total: 1 },
      },
    ]);
    expect(await draftRow(draftId)).toMatchObject({ state: 'published', open: false });
    await run(60_000);
    expect(await cloud.find('notices', {})).toHaveLength(1);
  });

  const closeUnits = async () => {
    const admin = await makeStaff('admin');
    for (const { _id } of (await cloud.find('units', {})) as unknown as Unit[])
      await admin.change('unit.leave', { unitId: _id, on: '2026-11-23', reason: '合并退会' });
  };

  it.each([
    ['its due time is over', () => run(4 * DAY), '确认截止时间已过'],
    [
      'nobody is left to get it',
      async () => {
        await closeUnits();
        await run(DAY);
      },
      '没有发出',
    ],
  ])('goes back to its writer with the reason: %s', async (_what, pass, words) => {
    const { writer } = await draftingOffice(false);
    const { draftId } = await scheduledDraft(writer);
    await pass();
    expect(await cloud.find('notices', {})).toEqual([]);
    const seen = await writer.ask('notice.getDraft', { draftId });
    expect(seen).toMatchObject({
      state: 'returned',
      noteBy: '系统',
      publishAt: null,
      writing: someWriting(),
    });
    expect(seen.note).toContain(words);
    await run(60_000);
    expect((await draftRow(draftId)).history.filter(({ event }) => event === 'fail')).toHaveLength(1);
  });

  it('goes back to its writer when its saved group is gone by then, and goes out to another one', async () => {
    const { writer } = await draftingOffice(false);
    const to = (group: string) => ({ audience: { kind: 'rule' as const, groups: [group] } });
    const members = rule({ unitIds: [(await makeUnit())._id] });
    const { _id: groupId } = await makeGroup({ members });
    const other = await makeGroup({ members, name: '另一个组' });
    const { draftId } = await scheduledDraft(writer, 1, to(groupId));
    await (await makeStaff('admin')).change('group.remove', { groupId });
    await run(DAY);
    expect(await cloud.find('notices', {})).toEqual([]);
    const seen = await writer.ask('notice.getDraft', { draftId });
    expect(seen).toMatchObject({
      state: 'returned',
      noteBy: '系统',
      note: '没有发出：有一个联络组已不存在，请重新选择联络组',
      publishAt: null,
    });
    await run(60_000);
    expect((await draftRow(draftId)).history.filter(({ event }) => event === 'fail')).toHaveLength(1);
    await scheduledFrom(seen, writer, 2, to(other._id));
    await run(DAY);
    expect(await cloud.find('notices', {})).toMatchObject([{ _id: draftId, state: 'published' }]);
  });

  it('published by hand before its time goes out once', async () => {
    const { writer } = await draftingOffice(false);
    const { draftId } = await scheduledDraft(writer);
    await writer.change('notice.publish', sentWords(), draftId);
    expect(await draftRow(draftId)).toMatchObject({ state: 'published' });
    await run(DAY);
    expect(await cloud.find('notices', {})).toHaveLength(1);
  });

  /** The notice, the receipts in three batches, and whatever the run writes after them. */
  it.each(
    (['kill-function', 'kill-after'] as const).flatMap((fault) => [
      ...[0, 1, 2, 3].map((skip) => ({ api: 'database.insertDocument', skip, fault })),
      ...[0, 1, 2, 3].map((skip) => ({ api: 'database.modifyDocument', skip, fault })),
    ]),
  )('goes out once, to all, when the timer is killed: $fault at $api $skip', async (cut) => {
    expectLog(/timer/);
    const { writer } = await draftingOffice(false);
    await manyUnits(250);
    const { draftId } = await scheduledDraft(writer, 1, { style: 'formal' });
    await cloud.clock.advance(DAY);
    await cloud.script({ ...cut, function: 'dispatch', times: 1 });
    await cloud.fireTimer('minute');
    await run(60_000);
    await run(60_000);
    expect(await cloud.find('notices', {})).toMatchObject([
      { _id: draftId, state: 'published', counts: { total: 251 } },
    ]);
    const rows = await cloud.find('receipts', { noticeId: draftId });
    expect(new Set(rows.map(({ unitId }) => unitId)).size).toBe(251);
    expect(rows).toHaveLength(251);
    expect(await draftRow(draftId)).toMatchObject({ state: 'published' });
  });

  it('goes out once when two timers run at the same time', async () => {
    const { writer } = await draftingOffice(false);
    const { draftId } = await scheduledDraft(writer);
    await cloud.clock.advance(DAY);
    await Promise.all([cloud.fireTimer('minute'), cloud.fireTimer('minute')]);
    expect(await cloud.find('notices', {})).toMatchObject([{ _id: draftId, state: 'published' }]);
    expect(await cloud.find('receipts', {})).toHaveLength(1);
  });

  it('goes out where the office wants a look and it had one', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId } = await scheduledFrom(await approvedDraft(writer, chief), writer);
    await run(DAY);
    expect(await cloud.find('notices', {})).toMatchObject([{ _id: draftId }]);
  });
});
