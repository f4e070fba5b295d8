import type { Output } from '@contract/index';
import { draftTurn, type DraftReader } from '@contract/rules/draft';
import { may } from '@contract/rules/rights';
import type { Context } from '../../../kit/context';
import type { Draft } from '../../../stores/drafts';
import type { Notice } from '../../../stores/notices';
import { filesForStaff } from '../looked-at';
import { presentWhole } from '../present';

type Caller = Context['caller'];

/** Nobody looks over the own words. */
export function readerOf({ openid }: Pick<Draft, 'openid'>, caller: Caller): DraftReader {
  if (openid === caller.openid) return 'writer';
  return may(caller.person?.staff?.role, 'notice.review') ? 'reviewer' : 'other';
}

/** The writer takes back anything; a time that is set also who may look it over, e.g. when the writer is away. */
export const mayRecall = ({ state }: Pick<Draft, 'state'>, reader: DraftReader): boolean =>
  (reader === 'writer' && (state === 'submitted' || state === 'approved')) ||
  (reader !== 'other' && state === 'scheduled');

export function presentDraftItem(
  draft: Draft,
  caller: Caller,
  review: boolean,
): Output<'notice.listDrafts'>['drafts'][number] {
  const reader = readerOf(draft, caller);
  const { mine, line } = draftTurn(draft.state, reader, review);
  return {
    draftId: draft._id,
    title: draft.title,
    state: draft.state,
    mine: reader === 'writer',
    turn: line,
    waits: mine,
    writer: draft.writer,
    savedAt: draft.savedAt.toISOString(),
    publishAt: draft.publishAt?.toISOString() ?? null,
    note: draft.note,
  };
}

export async function presentDraft(
  draft: Draft,
  { caller, now }: Context,
  review: boolean,
): Promise<Output<'notice.getDraft'>> {
  const reader = readerOf(draft, caller);
  const preview = draft.sent && asNotice(draft, draft.sent, now);
  const shown = preview && (await filesForStaff(preview.body, preview.files ?? {}));
  return {
    ...presentDraftItem(draft, caller, review),
    version: draft.version,
    mayReview: reader === 'reviewer' && draft.state === 'submitted',
    mayRecall: mayRecall(draft, reader),
    review,
    noteBy: draft.noteBy,
    writing: reader === 'writer' ? draft.writing : null,
    publication: draft.sent?.publication ?? null,
    preview: preview && shown && { ...presentWhole(preview, null, shown.urls, now), held: shown.held },
  };
}

/** As it would stand there, had it gone out with nobody's answer yet. */
const asNotice = (draft: Draft, { publication, ...found }: Sent, now: Date): Notice => ({
  ...found,
  ...publication,
  _id: draft._id,
  dueAt: publication.asking.kind === 'nothing' ? now : new Date(publication.dueAt),
  state: 'published',
  running: true,
  settled: false,
  cursor: null,
  counts: { total: 0, opened: 0, confirmed: 0 },
  publishedAt: draft.publishAt ?? now,
  publishedBy: draft.writer,
  order: '',
});

type Sent = NonNullable<Draft['sent']>;
