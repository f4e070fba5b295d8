import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { findDraft, moveDraft, mustBeNewest, mustBeWriter, stateAfter } from '../drafts/moving';
import { examined, somebodyElseReviews, wantsReview } from '../drafts/sending';

/** 送审: examined first, so that whoever looks it over sees what can go out. */
export const submitDraft: Act<'notice.submitDraft'> = async (ctx, { draftId, version, publication }) => {
  const draft = await findDraft(draftId);
  mustBeWriter(draft, ctx);
  if (draft.requests.includes(ctx.requestId)) return moveDraft(ctx, draft, 'submit', version);
  stateAfter(draft, 'submit');
  mustBeNewest(draft, version, ctx.now);
  const { sent, office } = await examined(ctx, publication);
  if (!wantsReview(office)) throw new AppError('conflict', '本会没有要求送审，可以直接发布');
  await somebodyElseReviews(draft.openid);
  return moveDraft(ctx, draft, 'submit', version, {
    sent,
    approved: false,
    title: publication.title,
    note: '',
    noteBy: '',
  });
};
