import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import type { Draft } from '../../../stores/drafts';
import { offices } from '../../../stores/offices';
import { findDraft, moveDraft, mustBeNewest, mustBeWriter, stateAfter } from '../drafts/moving';
import { examined, somebodyElseReviews, wantsReview } from '../drafts/sending';
import { tellReviewers } from '../drafts/telling';

/** 送审: examined first, so that whoever looks it over sees what can go out. */
export const submitDraft: Act<'notice.submitDraft'> = async (ctx, { draftId, version, publication }) => {
  const draft = await findDraft(draftId);
  mustBeWriter(draft, ctx);
  if (draft.requests.includes(ctx.requestId)) return again(ctx, draft, version);
  stateAfter(draft, 'submit');
  mustBeNewest(draft, version, ctx.now);
  const { sent, office } = await examined(ctx, publication);
  if (!wantsReview(office)) throw new AppError('conflict', '本会没有要求送审，可以直接发布');
  const reviewers = await somebodyElseReviews(draft.openid);
  const { title } = publication;
  const change = { sent, approved: false, title, note: '', noteBy: '' };
  const answer = await moveDraft(ctx, draft, 'submit', version, change);
  await tellReviewers({ ...draft, ...change }, reviewers, { ...ctx, office });
  return answer;
};

/** Cut off before the colleagues were told, they are told now. */
async function again(ctx: Context, draft: Draft, version: number): ReturnType<typeof submitDraft> {
  const answer = await moveDraft(ctx, draft, 'submit', version);
  if (draft.state !== 'submitted') return answer;
  const [office, reviewers] = await Promise.all([offices.get(), somebodyElseReviews(draft.openid)]);
  await tellReviewers(draft, reviewers, { ...ctx, office });
  return answer;
}
