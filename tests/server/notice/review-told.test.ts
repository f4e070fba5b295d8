import type { Doc } from '@local-cloud';
import { accept, cloud, expectLog, later, makeStaff, NOW, requestId } from '../../support';
import {
  approvedDraft,
  begunDraft,
  draftingOffice,
  draftRow,
  scheduledFrom,
  sentWords,
  submittedDraft,
} from './drafting';

/** 'notice.submitDraft', 'notice.reviewDraft', 'notice.recallDraft' and the timer tell colleagues what waits and the writer what became of it. */

const queued = async (): Promise<Doc[]> => cloud.find('outbox', {});
const toldTo = async (openid: string) => (await queued()).filter((row) => row.openid === openid);
const MINUTE = 60_000;

describe('whoever may look a draft over', () => {
  it('is told that one waits, the writer and others are not, each once', async () => {
    const { writer, chief } = await draftingOffice();
    const admin = await makeStaff('admin', '示例管理员');
    await makeStaff('member');
    const { draftId, version } = await begunDraft(writer);
    const [id, input] = [requestId(), { draftId, version, publication: sentWords() }];
    await Promise.all([1, 2, 3].map(() => writer.change('notice.submitDraft', input, id)));
    const rows = await queued();
    expect(rows.map(({ openid }) => openid).sort()).toEqual([chief.openid, admin.openid].sort());
    expect(await toldTo(chief.openid)).toMatchObject([
      {
        message: 'todo',
        unitId: '',
        state: 'waiting',
        page: `features/notice/draft/index?draftId=${draftId}`,
        data: {
          thing1: '审定：关于报送四季度信息的通知',
          time3: '2026年11月26日 09:00',
          thing4: '示例写手送审，请审定后发布',
        },
      },
    ]);
  });

  it('is sent it once there is a credit, and not in quiet hours', async () => {
    const { writer, chief } = await draftingOffice();
    await accept(chief.openid, 'todo');
    await chief.change('outbox.accept', { messages: ['todo'] });
    await cloud.clock.set('2026-11-23T15:00:00.000Z'); // 23:00 in Shanghai
    await submittedDraft(writer);
    await cloud.fireTimer('minute');
    expect(await cloud.messages()).toHaveLength(0);
    await cloud.clock.set('2026-11-24T01:00:00.000Z');
    await cloud.fireTimer('minute');
    expect(await toldTo(chief.openid)).toMatchObject([{ state: 'sent' }]);
    await cloud.clock.set(NOW);
  });

  it('is told by the repeat when the first call died before', async () => {
    expectLog(/notice\.submitDraft/);
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await begunDraft(writer);
    const [id, input] = [requestId(), { draftId, version, publication: sentWords() }];
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'api',
      times: 1,
      fault: 'kill-after',
    });
    await writer.call('notice.submitDraft', input, id).catch(() => undefined);
    expect(await queued()).toEqual([]);
    expect(await writer.change('notice.submitDraft', input, id)).toMatchObject({ state: 'submitted' });
    expect(await toldTo(chief.openid)).toHaveLength(1);
  });

  it.each(['approve', 'return', 'recall'] as const)(
    'is not told late: after %s nothing waits',
    async (how) => {
      const { writer, chief } = await draftingOffice();
      await makeStaff('admin');
      const { draftId, version } = await submittedDraft(writer);
      if (how === 'recall') await writer.change('notice.recallDraft', { draftId, version });
      else {
        const approve = how === 'approve';
        await chief.change('notice.reviewDraft', {
          draftId,
          version,
          approve,
          note: approve ? '' : '改一下',
        });
      }
      expect(
        (await queued()).filter(({ message, state }) => message === 'todo' && state === 'waiting'),
      ).toEqual([]);
    },
  );
});

describe('the writer', () => {
  it.each([
    [true, '', { phrase2: '同意发布', thing4: '示例秘书长已审定，可以发布' }],
    [false, '时间写错了', { phrase2: '退回修改', thing4: '时间写错了' }],
  ])('is told of the decision (approved: %s), once', async (approve, note, data) => {
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await submittedDraft(writer);
    const [id, input] = [requestId(), { draftId, version, approve, note }];
    await chief.change('notice.reviewDraft', input, id);
    await chief.change('notice.reviewDraft', input, id);
    expect(await toldTo(writer.openid)).toMatchObject([
      { message: 'result', data: { ...data, thing1: '通知：关于报送四季度信息的通知' } },
    ]);
    expect(await writer.ask('notice.listDrafts', { shelf: 'mine' })).toMatchObject({ counts: { back: 1 } });
  });

  it('is told when the timer sent it out', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId } = await scheduledFrom(await approvedDraft(writer, chief), writer, 1);
    await cloud.clock.set(new Date(later(1).getTime() + MINUTE).toISOString());
    await cloud.fireTimer('minute');
    await cloud.fireTimer('minute');
    const told = (await toldTo(writer.openid)).filter(({ subjectId }) => subjectId === `draft_${draftId}`);
    expect(told.map(({ data }) => (data as Record<string, string>).phrase2).sort()).toEqual(
      ['同意发布', '已发布'].sort(),
    );
    await cloud.clock.set(NOW);
  });

  it('is told why it did not go out, also when the timer died in between', async () => {
    const { writer } = await draftingOffice(false);
    const { draftId } = await scheduledFrom(await begunDraft(writer), writer, 1);
    const admin = await makeStaff('admin');
    for (const { _id } of await cloud.find('units', {}))
      await admin.change('unit.leave', { unitId: _id as string, on: '2026-11-23', reason: '退会' });
    await cloud.clock.set(new Date(later(1).getTime() + MINUTE).toISOString());
    await cloud.script({
      api: 'database.insertDocument',
      function: 'dispatch',
      times: 1,
      fault: 'kill-after',
    });
    await cloud.fireTimer('minute');
    await cloud.fireTimer('minute');
    expect(await draftRow(draftId)).toMatchObject({ state: 'returned' });
    expect(await toldTo(writer.openid)).toMatchObject([{ message: 'result', data: { phrase2: '没有发出' } }]);
    await cloud.clock.set(NOW);
  });

  it('is told when a colleague took the set time back', async () => {
    const { writer, chief } = await draftingOffice();
    const { draftId, version } = await scheduledFrom(await approvedDraft(writer, chief), writer, 1);
    await chief.change('notice.recallDraft', { draftId, version });
    const told = await toldTo(writer.openid);
    expect(told.map(({ data }) => (data as Record<string, string>).phrase2)).toContain('取消定时');
  });
});
