import type { Act } from '../../../kit/act';
import { findDraft, moveDraft, mustBeWriter } from '../drafts/moving';

/** The words go at once; the row stays so that a late save does not bring it back. */
export const dropDraft: Act<'notice.dropDraft'> = async (ctx, { draftId }) => {
  const draft = await findDraft(draftId);
  mustBeWriter(draft, ctx);
  await moveDraft(ctx, draft, 'drop', draft.version, {
    writing: null,
    sent: null,
    approved: false,
    title: '',
  });
  return { draftId };
};
