import type { Output } from '@contract/index';
import { draftLabels, isOpenDraft, nextDraft, type DraftEvent, type DraftState } from '@contract/rules/draft';
import { showTime } from '@contract/rules/calendar';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { draftOrder, drafts, type Draft } from '../../../stores/drafts';

export async function findDraft(id: string): Promise<Draft> {
  const draft = await drafts.get(id);
  if (!draft) throw new AppError('missing', '没有找到这份草稿，可能已被删除');
  return draft;
}

export function mustBeWriter(draft: Draft, ctx: Context): void {
  if (draft.openid !== ctx.caller.openid)
    throw new AppError('forbidden', '这是别的同事写的草稿，只有本人可以改');
}

/** The state `event` leads to; says why when it may not happen now. */
export function stateAfter({ state, approved }: Draft, event: DraftEvent): DraftState {
  const to = nextDraft(state, event, approved);
  if (to) return to;
  if (!isOpenDraft(state)) throw new AppError('closed', `这份草稿${draftLabels[state]}，不能再改`);
  if (state === 'submitted') throw new AppError('conflict', '这份草稿正在送审，要改请先取回');
  if (state === 'scheduled') throw new AppError('conflict', '这份草稿已定时发布，要改请先取回');
  throw new AppError('conflict', '这份草稿的进展已有变化，请刷新后再办');
}

/** Refuses a change of words that are no longer the newest. */
export function mustBeNewest(draft: Draft, version: number, now: Date): void {
  if (draft.version === version) return;
  throw new AppError('conflict', `这份草稿${showTime(draft.savedAt, now)}在别处改过，请先选用哪一份再继续`);
}

type Moved = Output<'notice.saveDraft'>;

export const presentMoved = ({ _id, version, state }: Pick<Draft, '_id' | 'version' | 'state'>): Moved => ({
  draftId: _id,
  version,
  state,
});

/** One conditional update decides who was first; a repeat finds its request on the row. */
export async function moveDraft(
  ctx: Context,
  draft: Draft,
  event: DraftEvent,
  version: number,
  change: Partial<Draft> = {},
): Promise<Moved> {
  const subject = { collection: 'drafts', subjectId: draft._id };
  if (draft.requests.includes(ctx.requestId)) {
    ctx.record(subject, 'repeat');
    return presentMoved(draft);
  }
  const state = stateAfter(draft, event);
  mustBeNewest(draft, version, ctx.now);
  const by = ctx.caller.person?.staff?.name ?? '';
  const changed = {
    ...change,
    state,
    open: isOpenDraft(state),
    order: draftOrder(ctx.now, draft._id),
  };
  const entry = event === 'save' ? null : { at: ctx.now, event, by, note: change.note ?? '' };
  if (!(await drafts.change(draft, changed, entry, ctx.requestId))) {
    const now = await findDraft(draft._id);
    if (!now.requests.includes(ctx.requestId))
      throw new AppError('conflict', '这份草稿刚刚在别处改过，请刷新后再试');
    ctx.record(subject, 'repeat');
    return presentMoved(now);
  }
  // Typing is nobody's business; what is done with the words is.
  if (event !== 'save') ctx.record(subject);
  return { draftId: draft._id, version: draft.version + 1, state };
}
