import type { Act } from '../../../kit/act';
import { _ } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { page } from '../../../kit/pages';
import { notices } from '../../../stores/notices';
import { receipts as store } from '../../../stores/receipts';
import { units } from '../../../stores/units';
import { withAnswerers } from '../jielong/answerers';
import { presentReceipt } from '../present';
import { remindableRows, type Remindable } from '../remindable';
import { withTrying } from '../trying';

/** Rows a page: about 40 KB on the phone, whose limit for one update is a quarter of a megabyte. */
const PAGE = 40;

const filters = {
  missing: { done: false },
  waiting: { state: 'waiting' },
  opened: { state: 'opened' },
  confirmed: { state: 'confirmed' },
  answered: { state: 'answered' },
  onBehalf: { onBehalf: true },
  left: { closed: 'left' },
} as const;

/** A unit that left (退会) stands in its own list alone. */
const filterOf = (show: keyof typeof filters) => ({ closed: _.neq('left'), ...filters[show] });

/** What a reminder would do now: known by the seats and the outbox, not by the receipts alone. */
const isRemindable = (show: string): show is Remindable =>
  show === 'push' || show === 'already' || show === 'unreachable';

/** 还差谁: rows of the snapshot by region and pinyin; the liaison named is today's, the number masked. */
export const receipts: Act<'notice.receipts'> = async ({ now }, { noticeId, unitId, show, cursor }) => {
  const rows = await (unitId
    ? store.ofUnits(noticeId, [unitId])
    : isRemindable(show)
      ? remindableRows(noticeId, show, now, cursor, PAGE + 1)
      : store.byPlace(noticeId, filterOf(show), cursor, PAGE + 1));
  // Only then, so that a list costs three requests and an unknown notice is not answered with "nobody is missing".
  if (rows.length === 0) {
    if (!(await notices.get(noticeId))) throw new AppError('missing', '没有找到这条通知，可能已被删除');
    return { receipts: [], next: null };
  }
  const found = page(await withAnswerers(rows), PAGE, ({ place }) => place);
  const today = await units.byIds(found.rows.map(({ unitId }) => unitId));
  const byId = new Map(today.map((unit) => [unit._id, unit]));
  const shown = await withTrying(noticeId, found.rows);
  return {
    receipts: shown.map((row) => presentReceipt(row, byId.get(row.unitId)?.seats.main ?? null)),
    next: found.next,
  };
};
