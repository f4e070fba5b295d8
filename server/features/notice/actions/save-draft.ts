import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import type { Parsed } from '@contract/index';
import { AppError } from '../../../kit/errors';
import { draftOrder, drafts, type Draft } from '../../../stores/drafts';
import { notices } from '../../../stores/notices';
import { findDraft, moveDraft, mustBeNewest, mustBeWriter, presentMoved } from '../drafts/moving';

/** Keeps what is typed. Only the first time leaves an entry: what is typed after it concerns nobody else yet. */
export const saveDraft: Act<'notice.saveDraft'> = async (ctx, input) => {
  const { draftId, version, writing } = input;
  const draft = await drafts.get(draftId);
  if (!draft) return begin(ctx, input);
  mustBeWriter(draft, ctx);
  if (version === 0 && draft.requests.includes(ctx.requestId)) return began(ctx, draft);
  return moveDraft(ctx, draft, 'save', version, {
    writing,
    title: writing.title.trim(),
    sent: null,
    approved: false,
    savedAt: ctx.now,
  });
};

async function begin(ctx: Context, { draftId, version, writing }: Parsed<'notice.saveDraft'>) {
  if (version !== 0) throw new AppError('missing', '没有找到这份草稿，可能已被删除');
  // Published before it was ever kept here: a late save would bring it back as a draft.
  if (await notices.get(draftId)) throw new AppError('closed', '这条通知已经发布，草稿不再保存');
  const { openid, person } = ctx.caller;
  const draft: Draft = {
    _id: draftId,
    openid,
    writer: person?.staff?.name ?? '',
    title: writing.title.trim(),
    writing,
    sent: null,
    approved: false,
    version: 1,
    state: 'writing',
    open: true,
    publishAt: null,
    note: '',
    noteBy: '',
    history: [],
    savedAt: ctx.now,
    order: draftOrder(ctx.now, draftId),
    requests: [ctx.requestId],
  };
  if (await drafts.add(draft)) return began(ctx, draft);
  // Two at once: the first one's words stand.
  const first = await findDraft(draftId);
  mustBeWriter(first, ctx);
  if (!first.requests.includes(ctx.requestId)) mustBeNewest(first, version, ctx.now);
  return began(ctx, first);
}

function began(ctx: Context, draft: Draft) {
  ctx.record({ collection: 'drafts', subjectId: draft._id });
  return presentMoved(draft);
}
