import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { offices } from '../../../stores/offices';
import { findDraft } from '../drafts/moving';
import { presentDraft, readerOf } from '../drafts/present';
import { wantsReview } from '../drafts/sending';

/** One draft with its preview: the writer's own, or what somebody else sent on. */
export const getDraft: Act<'notice.getDraft'> = async (ctx, { draftId }) => {
  const [draft, office] = await Promise.all([findDraft(draftId), offices.get()]);
  if (readerOf(draft, ctx.caller) !== 'writer' && !draft.sent)
    throw new AppError('forbidden', '这是别的同事正在写的草稿，送审或定时以后才能看');
  return presentDraft(draft, ctx, wantsReview(office));
};
