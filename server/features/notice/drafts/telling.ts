import { fitSlots, type Slots } from '@contract/messages';
import { outsideQuiet } from '@contract/rules/outbox';
import { quietOf } from '../../../kit/policy';
import type { Draft } from '../../../stores/drafts';
import type { Office } from '../../../stores/offices';
import { newMessage, outbox, type OutboxRow } from '../../../stores/outbox';
import type { Person } from '../../../stores/people';
import { slotTime } from '../push';

/** Staff are told of drafts (送审) by messages of the outbox, each under a key of its request, so that a repeat tells nobody twice. */

const PAGE = 'features/notice/draft/index';

type Told = Pick<Draft, '_id' | 'openid' | 'writer' | 'title' | 'sent'>;

/** What is said to reviewers; it is dropped once one of them decided or the writer took the draft back. */
const reviewOf = (draftId: string): string => `review_${draftId}`;

interface Moment {
  requestId: string;
  office: Office | null;
  now: Date;
}

/** Those who may look it over, that it waits for them. One request. */
export async function tellReviewers(draft: Told, reviewers: Person[], moment: Moment): Promise<void> {
  const { writer, title, sent } = draft;
  const { asking, dueAt } = sent?.publication ?? {};
  const data: Slots<'todo'> = {
    thing1: `审定：${title}`,
    thing2: moment.office?.name || '秘书处',
    time3: slotTime(asking && dueAt && asking.kind !== 'nothing' ? new Date(dueAt) : moment.now),
    thing4: `${writer}送审，请审定后发布`,
  };
  const row = (openid: string) => rowOf(draft, 'todo', openid, data, moment);
  await outbox.ensure(reviewers.map(({ _id }) => ({ ...row(_id), subjectId: reviewOf(draft._id) })));
}

/** Nobody needs to look at it any more. Two requests. */
export const reviewIsOver = (draftId: string): Promise<void> => outbox.dropOf(reviewOf(draftId));

/** What became of a draft, at most five characters, as WeChat's slot wants it. */
type Outcome = '同意发布' | '退回修改' | '取消定时' | '已发布' | '没有发出';

/** The writer, what became of it by somebody else's doing or by the timer. One request. */
export async function tellWriter(draft: Told, outcome: Outcome, note: string, moment: Moment): Promise<void> {
  const data: Slots<'result'> = {
    thing1: `通知：${draft.title}`,
    phrase2: outcome,
    time3: slotTime(moment.now),
    thing4: note,
  };
  await outbox.ensure([rowOf(draft, 'result', draft.openid, data, moment)]);
}

const rowOf = (
  { _id: draftId }: Told,
  message: 'todo' | 'result',
  openid: string,
  data: Record<string, string>,
  { requestId, office, now }: Moment,
): OutboxRow =>
  newMessage({
    _id: `draft_${requestId}_${openid}`,
    message,
    openid,
    unitId: '',
    subjectId: `draft_${draftId}`,
    page: `${PAGE}?draftId=${draftId}`,
    data: fitSlots(data),
    notBefore: outsideQuiet(now, quietOf(office)),
  });
