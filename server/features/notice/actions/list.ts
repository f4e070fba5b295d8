import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { notices } from '../../../stores/notices';
import { presentRunning } from '../present';
import { soughtIn } from '../sought';

const PAGE = 20;

/** Two requests however many notices there are. */
export const list: Act<'notice.list'> = async (ctx, { show, search, cursor }) => {
  const filter = { sought: soughtIn(search), ...(show !== 'all' && { running: show === 'running' }) };
  const found = page(await notices.page(cursor, PAGE + 1, filter), PAGE, ({ order }) => order);
  return { notices: found.rows.map((notice) => presentRunning(notice, ctx.now)), next: found.next };
};
