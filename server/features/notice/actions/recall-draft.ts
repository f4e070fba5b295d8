import { nextDraft } from '@contract/rules/draft';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { offices } from '../../../stores/offices';
import { findDraft, moveDraft, stateAfter } from '../drafts/moving';
import { mayRecall, readerOf } from '../drafts/present';
import { reviewIsOver, tellWriter } from '../drafts/telling';

/** Clocks of two machines may differ by this much: what is as good as due is left to the timer. */
const MARGIN_MS = 5_000;

/** Taken back from being looked over, from an approval or from its time. */
export const recallDraft: Act<'notice.recallDraft'> = async (ctx, { draftId, version }) => {
  const draft = await findDraft(draftId);
  if (!draft.requests.includes(ctx.requestId)) {
    const reader = readerOf(draft, ctx.caller);
    if (reader === 'other' || (reader === 'reviewer' && draft.state !== 'scheduled'))
      throw new AppError('forbidden', '这是别的同事写的草稿，请由本人取回');
    stateAfter(draft, 'recall');
    if (!mayRecall(draft, reader)) throw new AppError('forbidden');
    if (draft.publishAt && draft.publishAt.getTime() <= ctx.now.getTime() + MARGIN_MS)
      throw new AppError('closed', '定时发布的时间已到，正在发出，不能再取回');
  }
  const approved = nextDraft(draft.state, 'recall', draft.approved) === 'approved';
  const answer = await moveDraft(ctx, draft, 'recall', version, {
    publishAt: null,
    ...(!approved && { sent: null, approved: false }),
  });
  await reviewIsOver(draftId);
  if (draft.openid !== ctx.caller.openid) {
    const note = `${ctx.caller.person?.staff?.name ?? ''}取消了定时，不会自动发出`;
    await tellWriter(draft, '取消定时', note, { ...ctx, office: await offices.get() });
  }
  return answer;
};
