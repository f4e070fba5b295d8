import { chasePieces } from '@contract/rules/chase';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receipts } from '../../../stores/receipts';
import { mustStand } from '../closed';

const READ = 1000;

/** The missing units as text for the WeChat group, ready to paste. */
export const chaseText: Act<'notice.chaseText'> = async (ctx, { noticeId }) => {
  const notice = await notices.get(noticeId);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  mustStand(notice.state);
  const names: string[] = [];
  for (let after: string | undefined; ;) {
    const rows = await receipts.byPlace(noticeId, { done: false }, after, READ);
    names.push(...rows.map(({ unitName }) => unitName));
    after = rows[rows.length - 1]?.place;
    if (rows.length < READ) break;
  }
  const { title, dueAt, asking, number } = notice;
  const pieces = chasePieces(title, dueAt, ctx.now, names, asking.kind, number?.text);
  return { missing: names.length, pieces };
};
