import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { notices } from '../../../stores/notices';
import { presentRunning } from '../present';

const PAGE = 20;

export const list: Act<'notice.list'> = async (ctx, { cursor }) => {
  const found = page(await notices.page(cursor, PAGE + 1), PAGE, ({ order }) => order);
  return { notices: found.rows.map((notice) => presentRunning(notice, ctx.now)), next: found.next };
};
