import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { notices, type Notice } from '../../../stores/notices';
import type { Unit } from '../../../stores/units';
import { beginNotice, examine, somebodyGetsIt, type Writing } from '../beginning';
import { continuePublication, FIRST } from '../publication';

/** Units written before the call answers; the rest, if any, is left to dispatch. */
const UNITS_PER_CALL = 2000;

/** Publishes to a snapshot of the audience. The row's id is the request id: sent twice, it is published once. */
export const publish: Act<'notice.publish'> = async (ctx, writing) => {
  const before = await notices.get(ctx.requestId);
  if (before && !saysTheSame(before, writing)) {
    throw new AppError('conflict', '这条通知先前已经发出，刚才的改动没有发出；请到“通知”里查看已发出的内容');
  }
  const { notice, first } = before ? { notice: before } : await begin(ctx, writing);
  ctx.record({ collection: 'notices', subjectId: notice._id });
  if (notice.state !== 'publishing')
    return { noticeId: notice._id, total: notice.counts.total, state: 'published' };

  const { total, done } = await continuePublication(notice, UNITS_PER_CALL, first);
  return { noticeId: notice._id, total, state: done ? 'published' : 'publishing' };
};

/** Edited after an answer was lost: the writer must hear that the first words went out. */
const saysTheSame = (sent: Notice, writing: Writing): boolean =>
  sent.title === writing.title &&
  (writing.asking.kind === 'nothing' || sent.dueAt.getTime() === Date.parse(writing.dueAt)) &&
  JSON.stringify([sent.body, sent.audience, sent.asking, sent.style]) ===
    JSON.stringify([writing.body, writing.audience, writing.asking, writing.style]);

async function begin(
  ...[ctx, writing]: Parameters<typeof publish>
): Promise<{ notice: Notice; first?: Unit[] }> {
  const { openid, person } = ctx.caller;
  const examined = await examine(writing, openid, ctx.now);
  const first = await somebodyGetsIt(writing.audience, FIRST);
  const publisher = { _id: ctx.requestId, now: ctx.now, by: person?.staff?.name ?? '' };
  return { notice: await beginNotice(writing, examined, publisher), first };
}
