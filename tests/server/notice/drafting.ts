import type { DraftWriting } from '@contract/notice-draft';
import { presets } from '@contract/policy/presets';
import { usualNotices } from '@contract/policy/notices-part';
import type { Draft } from '@server/stores/drafts';
import {
  cloud,
  later,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestId,
  stranger,
} from '../../support';
import { someNotice } from './many';

/** Drafts as a writer's page makes them. */

export const someWriting = (over: Partial<DraftWriting> = {}): DraftWriting => ({
  title: '关于报送四季度信息的通知',
  hostId: 'association',
  body: [{ type: 'paragraph', runs: [{ text: '各会员单位：请报送四季度信息。' }] }],
  audience: { kind: 'all' },
  asking: { kind: 'confirm' },
  style: 'plain',
  day: '2026-11-26',
  time: '17:00',
  ...over,
});

/** An office with a unit; `review`: its rulebook wants a second pair of eyes. */
export async function draftingOffice(review = true) {
  await makeOffice({ policy: { ...presets['shaanxi-coal'], notices: { ...usualNotices, review } } });
  await makeUnit();
  return {
    writer: await makeStaff('editor', '示例写手'),
    chief: await makeStaff('secretary-general', '示例秘书长'),
  };
}

export type Staff = Awaited<ReturnType<typeof makeStaff>>;

export async function begunDraft(writer: Staff, over: Partial<DraftWriting> = {}) {
  return writer.change('notice.saveDraft', { draftId: requestId(), version: 0, writing: someWriting(over) });
}

/** What is sent of it: the same each time. */
export const sentWords = (over: Parameters<typeof someNotice>[0] = {}) => someNotice(over);

export async function submittedDraft(writer: Staff) {
  const { draftId, version } = await begunDraft(writer);
  return writer.change('notice.submitDraft', { draftId, version, publication: sentWords() });
}

export async function approvedDraft(writer: Staff, chief: Staff) {
  const { draftId, version } = await submittedDraft(writer);
  return chief.change('notice.reviewDraft', { draftId, version, approve: true });
}

export async function scheduledDraft(writer: Staff, days = 1, over: Parameters<typeof someNotice>[0] = {}) {
  return scheduledFrom(await begunDraft(writer), writer, days, over);
}

export const scheduledFrom = (
  { draftId, version }: { draftId: string; version: number },
  writer: Staff,
  days = 1,
  over: Parameters<typeof someNotice>[0] = {},
) =>
  writer.change('notice.scheduleDraft', {
    draftId,
    version,
    publishAt: later(days).toISOString(),
    publication: sentWords(over),
  });

export const draftRow = async (draftId: string) =>
  (await cloud.find('drafts', { _id: draftId }))[0] as unknown as Draft;

export const auditsOf = async (subjectId: string) =>
  (await cloud.find('audits', { subjectId })).map(({ action, openid }) => ({ action, openid }));

/** Who may never: a stranger, a liaison, a former liaison, staff without the right. */
export async function outsiders() {
  const { liaison } = await makeSeatedUnit();
  return [
    [stranger(), 'stranger'],
    [liaison, 'forbidden'],
    [await makeLiaison(await makeUnit(), { seats: [] }), 'stranger'],
    [await makeStaff('finance'), 'forbidden'],
  ] as const;
}

export const someTemplate = (over: { name?: string } = {}) => ({
  name: '季度信息',
  content: {
    title: '关于报送（　　）季度信息的通知',
    body: [{ type: 'paragraph' as const, runs: [{ text: '请于（　　）日前报送。' }] }],
    asking: { kind: 'confirm' as const },
    style: 'plain' as const,
  },
  ...over,
});

/** Said where the writer is the only one with the right to look notices over. */
export const nobodyElse =
  '本会要求发布前送审，但除您以外没有人能审定：请管理员在“工作人员”里请一位同事担任管理员或秘书长，或在“制度设置”里把“通知发布前是否送审”改为“否”';
