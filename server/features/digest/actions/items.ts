import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { digests } from '../../../stores/digests';

const PAGE = 50;

/** What a line of the digest counted that morning. */
export const items: Act<'digest.items'> = async (_ctx, { day, key, cursor }) => {
  const digest = await digests.get(day);
  if (!digest) throw new AppError('missing', '这天没有早报，或已超过保存期限');
  const line = digest.lines.find((one) => one.key === key);
  // The row never changes, so a place in it says where a page ended.
  const from = Math.max(0, Math.floor(Number(cursor ?? 0)) || 0);
  const to = from + PAGE;
  return {
    count: line?.count ?? 0,
    items: line?.items.slice(from, to) ?? [],
    next: line && line.items.length > to ? String(to) : null,
  };
};
