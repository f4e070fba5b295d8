import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { offices } from '../../../stores/offices';
import { findDraft, moveDraft, mustBeNewest, stateAfter } from '../drafts/moving';
import { somebodyElseReviews } from '../drafts/sending';
import { reviewIsOver, tellWriter } from '../drafts/telling';

/** Agrees to the words that were seen, or returns them with a note. Nobody looks over the own words. */
export const reviewDraft: Act<'notice.reviewDraft'> = async (ctx, { draftId, version, approve, note }) => {
  const { openid, person } = ctx.caller;
  const draft = await findDraft(draftId);
  if (draft.openid === openid) {
    await somebodyElseReviews(openid);
    throw new AppError('forbidden', '自己写的通知不能自己审定，请另一位有“审定通知”权限的同事审定');
  }
  const event = approve ? 'approve' : 'return';
  const by = person?.staff?.name ?? '';
  if (!draft.requests.includes(ctx.requestId)) {
    stateAfter(draft, event);
    mustBeNewest(draft, version, ctx.now);
    await checkText(openid, note, 'note');
  }
  const answer = await moveDraft(ctx, draft, event, version, { approved: approve, note, noteBy: by });
  if (answer.state === 'approved' || answer.state === 'returned') {
    await reviewIsOver(draftId);
    const words = note || `${by}已审定，可以发布`;
    const moment = { ...ctx, office: await offices.get() };
    await tellWriter(draft, approve ? '同意发布' : '退回修改', words, moment);
  }
  return answer;
};
