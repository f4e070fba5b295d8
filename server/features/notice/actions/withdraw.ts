import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { notices } from '../../../stores/notices';
import { mustStand } from '../closed';
import { closeReceipts } from '../versions/closing';

/** Takes a notice back, also one still going out. Who knows of it is told by dispatch, within a minute. */
export const withdraw: Act<'notice.withdraw'> = async (ctx, { noticeId, reason }) => {
  const { requestId, now: at } = ctx;
  await checkText(ctx.caller.openid, reason, 'reason', 'forum', '撤回原因');
  const by = ctx.caller.person?.staff?.name ?? '';
  if (!(await notices.withdraw(noticeId, { at, by, reason, requestId }))) {
    const notice = await notices.get(noticeId);
    if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
    if (notice.withdrawn?.requestId !== requestId) {
      mustStand(notice.state);
      throw new AppError('conflict'); // scheduled or otherwise not out yet
    }
  }
  await closeReceipts({ _id: noticeId, state: 'withdrawn' });
  ctx.record({ collection: 'notices', subjectId: noticeId });
  return { state: 'withdrawn' };
};
