import type { DraftShelf } from '@contract/notice-draft';
import { may } from '@contract/rules/rights';
import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { drafts, type Draft } from '../../../stores/drafts';
import { offices } from '../../../stores/offices';
import { presentDraftItem } from '../drafts/present';
import { wantsReview } from '../drafts/sending';

const PAGE = 20;

/** What somebody else wrote waits for the caller; the own drafts are never among those to be looked over. */
export const listDrafts: Act<'notice.listDrafts'> = async ({ caller }, { shelf, cursor }) => {
  const { openid, person } = caller;
  const reviews = may(person?.staff?.role, 'notice.review');
  const [found, office, mine, back, review, scheduled] = await Promise.all([
    shelf === 'review' && !reviews ? [] : finds[shelf](openid, cursor),
    offices.get(),
    drafts.countOfWriter(openid),
    drafts.countBack(openid),
    reviews ? drafts.countSubmittedBut(openid) : 0,
    drafts.countState('scheduled'),
  ]);
  const shown = page(found, PAGE, keys[shelf]);
  const rows = shelf === 'review' ? shown.rows.filter((draft) => draft.openid !== openid) : shown.rows;
  const wanted = wantsReview(office);
  return {
    drafts: rows.map((draft) => presentDraftItem(draft, caller, wanted)),
    review: wanted,
    counts: { mine, back, review, scheduled },
    next: shown.next,
  };
};

const finds: Record<DraftShelf, (openid: string, cursor: string | undefined) => Promise<Draft[]>> = {
  mine: (openid, cursor) => drafts.ofWriter(openid, cursor, PAGE + 1),
  review: (_openid, cursor) => drafts.submitted(cursor, PAGE + 1),
  scheduled: (_openid, cursor) => drafts.scheduled(momentOf(cursor), PAGE + 1),
};

const keys: Record<DraftShelf, (draft: Draft) => string> = {
  mine: ({ order }) => order,
  review: ({ order }) => order,
  scheduled: ({ publishAt }) => publishAt?.toISOString() ?? '',
};

/** The moment the page before ended at; a cursor that is none starts over. */
function momentOf(cursor: string | undefined): Date | undefined {
  const at = Date.parse(cursor ?? '');
  return Number.isNaN(at) ? undefined : new Date(at);
}
