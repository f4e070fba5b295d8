import { isOpenDraft } from '@contract/rules/draft';
import type { Act } from '../../../kit/act';
import { asWritten, withGroups } from '../../../kit/audience';
import { AppError } from '../../../kit/errors';
import { drafts } from '../../../stores/drafts';
import { notices, type Notice } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import type { Unit } from '../../../stores/units';
import { beginNotice, somebodyGetsIt } from '../beginning';
import { notApproved, wantsReview } from '../drafts/sending';
import { examine, type Writing } from '../examining';
import { continuePublication, FIRST } from '../publication';

/** Units written before the call answers; the rest, if any, is left to dispatch. */
const UNITS_PER_CALL = 2000;

/** Publishes to a snapshot of the audience. The row's id is the request id: sent twice, it is published once. */
export const publish: Act<'notice.publish'> = async (ctx, writing) => {
  const { notice, first } = await begin(ctx, writing);
  if (!saysTheSame(notice, writing))
    throw new AppError('conflict', '这条通知先前已经发出，刚才的改动没有发出；请到“通知”里查看已发出的内容');
  ctx.record({ collection: 'notices', subjectId: notice._id });
  await drafts.published(notice._id, ctx.caller.openid);
  if (notice.state !== 'publishing')
    return { noticeId: notice._id, total: notice.counts.total, state: 'published' };

  const { total, done } = await continuePublication(notice, UNITS_PER_CALL, first);
  return { noticeId: notice._id, total, state: done ? 'published' : 'publishing' };
};

/** Edited after an answer was lost: the writer must hear that the first words went out. */
const saysTheSame = (sent: Notice, writing: Writing): boolean =>
  sent.title === writing.title &&
  sent.hostId === writing.hostId &&
  (sent.urgent ?? false) === writing.urgent &&
  (writing.asking.kind === 'nothing' || sent.dueAt.getTime() === Date.parse(writing.dueAt)) &&
  sameRungs(sent.ladder, writing.rungsOff) &&
  JSON.stringify([sent.body, asWritten(sent.audience), sent.asking, sent.style]) ===
    JSON.stringify([writing.body, writing.audience, writing.asking, writing.style]);

/** As the writer switched them; once one was done or switched on the page of the notice, that is no longer told apart. */
const sameRungs = (ladder: Notice['ladder'], off: number[]): boolean =>
  !ladder || ladder.version > 0 || ladder.rungs.every(({ on, workdays }) => on !== off.includes(workdays));

/** `first`: the first units of it, where this very call wrote it. */
async function begin(
  ...[ctx, writing]: Parameters<typeof publish>
): Promise<{ notice: Notice; first?: Unit[] }> {
  const { requestId, now, caller } = ctx;
  const office = await offices.get();
  const draft = wantsReview(office) ? await ownDraft(requestId, caller.openid) : null;
  const fault = wantsReview(office) ? notApproved(draft, writing) : null;
  // An approved draft is still to go out, or was cut off before it was told: its notice is found when it is written again.
  const approved = draft && !fault && isOpenDraft(draft.state);
  const before = approved ? null : await notices.get(requestId);
  if (before) return { notice: before };
  if (fault) throw fault;
  const examined = await examine(writing, caller.openid, now, {}, office);
  const audience = await withGroups(writing.audience);
  const first = await somebodyGetsIt(audience, FIRST);
  const publisher = { _id: requestId, now, by: caller.person?.staff?.name ?? '' };
  const { notice, mine } = await beginNotice({ ...writing, audience }, examined, publisher);
  return { notice, ...(mine && { first }) };
}

/** The draft a notice comes of bears its id. */
async function ownDraft(id: string, openid: string) {
  const draft = await drafts.get(id);
  return draft?.openid === openid ? draft : null;
}
