import { withGroups } from '../../../kit/audience';
import type { Job } from '../../../kit/serve-timer';
import { each } from '../../../kit/serve-timer';
import { AppError } from '../../../kit/errors';
import { draftOrder, drafts, type Draft } from '../../../stores/drafts';
import { notices } from '../../../stores/notices';
import { offices, type Office } from '../../../stores/offices';
import { beginNotice, somebodyGetsIt } from '../beginning';
import { wantsReview } from './sending';
import { tellWriter } from './telling';

/** Drafts whose time came that one run sends out. */
const DRAFTS = 5;

/**
 * Sends out what was scheduled for now: writes the notice, whose receipts the same run goes on to make. Nothing is
 * examined here, that was when the time was set (decision D10). Cut off anywhere it is found again: the notice bears
 * the draft's id, so it is written once, and whoever finishes it tells the draft. What can no longer go out returns to its
 * writer with the reason.
 */
export const publishScheduled: Job = async (now) =>
  each(await drafts.due(now, DRAFTS), async (draft) => {
    const office = await offices.get();
    const hindrance = await goOut(draft, office, now);
    const moment = { requestId: `out-${draft._id}-${draft.version}`, office, now };
    if (!hindrance) return tellWriter(draft, '已发布', '已按定时发出，请看各单位回执', moment);
    // What went out before it was cut off is not taken back by what hinders it now.
    if (await notices.get(draft._id)) return void (await drafts.published(draft._id));
    await tellWriter(draft, '没有发出', hindrance, moment);
    await giveBack(draft, hindrance, now);
  });

/** Why it cannot go out; null when it did. */
async function goOut(draft: Draft, office: Office | null, now: Date): Promise<string | null> {
  const { sent } = draft;
  if (!sent) return '没有找到要发布的内容，请重新定时';
  const { publication, ...found } = sent;
  if (publication.asking.kind !== 'nothing' && Date.parse(publication.dueAt) <= now.getTime())
    return '到定时发布时，确认截止时间已过，没有发出；请改截止时间后重新发布';
  if (!office?.hosts.some(({ id }) => id === publication.hostId))
    return '发文单位已不在协会设置里，没有发出；请重新选择';
  if (wantsReview(office) && !draft.approved) return '本会现在要求发布前先送审，没有发出；请送审';
  try {
    const audience = await withGroups(publication.audience);
    await somebodyGetsIt(audience, 1);
    const publisher = { _id: draft._id, now, by: draft.writer };
    const { mine } = await beginNotice({ ...publication, audience }, { office, ...found }, publisher);
    if (!mine) await drafts.published(draft._id);
  } catch (error) {
    if (error instanceof AppError) return `没有发出：${error.message}`;
    throw error;
  }
  return null;
}

const giveBack = (draft: Draft, note: string, now: Date) =>
  drafts.change(
    draft,
    {
      state: 'returned',
      approved: false,
      publishAt: null,
      note,
      noteBy: '系统',
      order: draftOrder(now, draft._id),
    },
    { at: now, event: 'fail', by: '', note },
    `fail-${draft._id}-${draft.version}`,
  );
