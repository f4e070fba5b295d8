import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { notices } from '../../../stores/notices';
import { mustStand } from '../closed';
import { correctInPlace } from '../versions/in-place';
import { publishAgain } from '../versions/again';

/** Corrects what went out: in place, or by another notice to the same units. */
export const correct: Act<'notice.correct'> = async (ctx, input) => {
  const found = await notices.these([input.noticeId, ctx.requestId]);
  const old = found.find(({ _id }) => _id === input.noticeId);
  if (!old) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  const begun = found.find(({ _id }) => _id === ctx.requestId);
  const mine = old.revisions?.some(({ requestId }) => requestId === ctx.requestId);
  if (!begun && !mine) {
    mustStand(old.state);
    if (old.state !== 'published') throw new AppError('conflict', '这条通知还在发出，请过一分钟再更正');
  }
  if (!begun && !mine) await checkText(ctx.caller.openid, input.note, 'note', 'forum', '更正说明');
  return input.again ? publishAgain(ctx, old, begun ?? null, input) : correctInPlace(ctx, old, input);
};
