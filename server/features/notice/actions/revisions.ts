import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { filesForStaff } from '../looked-at';

/** Texts before the corrections in place. */
export const revisions: Act<'notice.revisions'> = async (_ctx, { noticeId }) => {
  const notice = await notices.get(noticeId);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  const before = [...(notice.revisions ?? [])].reverse();
  const files = Object.assign({}, ...before.map((one) => one.files)) as Record<string, string>;
  const shown = await filesForStaff(
    before.flatMap(({ body }) => body),
    files,
  );
  return {
    revisions: before.map(({ at, by, note, title, body, dueAt }) => ({
      at: at.toISOString(),
      by,
      note,
      title,
      body,
      dueAt: dueAt.toISOString(),
    })),
    ...shown,
  };
};
