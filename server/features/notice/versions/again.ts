import type { Output, Parsed } from '@contract/index';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { notices, type Notice } from '../../../stores/notices';
import { mustStand } from '../closed';
import { beginNotice, type Addressed } from '../beginning';
import { examine } from '../examining';
import { mustNotSlipPastReview } from './reviewed';
import { continueCorrection } from './succession';

/** Units written before the call answers; the rest, if any, is left to dispatch. */
const UNITS_PER_CALL = 2000;

/** 请重新确认: another notice in place of `old`. Its id is the request id: sent twice, it is published once. */
export async function publishAgain(
  ctx: Context,
  old: Notice,
  begun: Notice | null,
  input: Parsed<'notice.correct'>,
): Promise<Output<'notice.correct'>> {
  const notice = begun ?? (await begin(ctx, old, input));
  if (!saysTheSame(notice, input))
    throw new AppError('conflict', '先前的更正已经发出，刚才的改动没有发出；请到“通知”里查看已发出的内容');
  if (notice.state !== 'publishing') {
    ctx.record({ collection: 'notices', subjectId: notice._id });
    return { noticeId: notice._id, total: notice.counts.total, state: 'published' };
  }
  const written = await continueCorrection(notice, UNITS_PER_CALL, ctx.now);
  if (!written) {
    mustStand((await notices.get(old._id))?.state);
    throw new AppError('conflict');
  }
  ctx.record({ collection: 'notices', subjectId: notice._id });
  const { total, done } = written;
  return { noticeId: notice._id, total, state: done ? 'published' : 'publishing' };
}

/** The same asking, style and number to the same units. */
async function begin(ctx: Context, old: Notice, input: Parsed<'notice.correct'>): Promise<Notice> {
  const { requestId, now, caller } = ctx;
  const { title, body, dueAt, note } = input;
  const by = caller.person?.staff?.name ?? '';
  const writing = { ...writingOf(old), title, body, dueAt };
  const examined = await examine(writing, caller.openid, now, old.files);
  mustNotSlipPastReview(old, input, examined.office);
  const { number, numberKey, _id: corrects } = old;
  const { notice } = await beginNotice(
    writing,
    examined,
    { _id: requestId, now, by },
    {
      ...(number && numberKey && { number, numberKey }),
      corrects,
      correction: { at: now, by, note, requestId },
    },
  );
  return notice;
}

const writingOf = ({
  title,
  hostId,
  body,
  dueAt,
  audience,
  asking,
  style,
  urgent = false,
  ladder,
}: Notice): Addressed => ({
  title,
  hostId,
  body,
  dueAt: dueAt.toISOString(),
  audience,
  asking,
  style,
  urgent,
  rungsOff: (ladder?.rungs ?? []).filter(({ on }) => !on).map(({ workdays }) => workdays),
});

/** Edited after an answer was lost: the corrector must hear that the first words went out. */
const saysTheSame = (
  sent: Notice,
  { noticeId, title, body, dueAt, note }: Parsed<'notice.correct'>,
): boolean =>
  sent.corrects === noticeId &&
  sent.title === title &&
  sent.correction?.note === note &&
  (sent.asking.kind === 'nothing' || sent.dueAt.getTime() === Date.parse(dueAt)) &&
  JSON.stringify(sent.body) === JSON.stringify(body);
