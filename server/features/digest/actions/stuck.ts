import { dueText } from '@contract/rules/calendar';
import { maskMobile } from '@contract/rules/mask';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
import { page } from '../../../kit/pages';
import { notices } from '../../../stores/notices';
import { receiptFigures } from '../../../stores/receipt-figures';
import { owing, type Owing } from '../owing';

const NOTICES = 300;
const PAGE = 20;
/** Rows one reply of the database holds. */
const READ = 1000;
/** Told of one unit, the next due first: a page stays far below what a phone is sent at once. */
const TOLD = 50;

/** Those that owe most first, then by region and name: distinct, so it can say where a page ended. */
const keyOf = ({ unit, n }: Owing): string => `${String(99_999 - n).padStart(5, '0')}|${unit.regionPlace}`;

/** Who is stuck now, with what they owe; five requests, of as many units as one reply tells of. */
export const stuck: Act<'digest.stuck'> = async ({ now }, { show, cursor }) => {
  const missing = await notices.withMissing(NOTICES);
  const all = (await owing(missing))
    .filter(({ n, reached }) => (show === 'several' ? n > 1 : !reached))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const { rows, next } = page(
    cursor === undefined ? all : all.filter((one) => keyOf(one) > cursor),
    PAGE,
    keyOf,
  );
  const noticeIds = missing.map(({ _id }) => _id);
  const owed = (
    await Promise.all(
      inReplies(rows).map((some) =>
        receiptFigures.owedBy(
          some.map(({ unit }) => unit._id),
          noticeIds,
          READ,
        ),
      ),
    )
  ).flat();
  return {
    count: all.length,
    units: rows.map(({ unit, n }) => ({
      unitId: unit._id,
      unitName: unit.name,
      region: unit.region,
      liaison: unit.seats.main && {
        name: unit.seats.main.name,
        phone: maskMobile(unit.seats.main.phone),
      },
      n,
      owes: owed
        .filter(({ unitId }) => unitId === unit._id)
        .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
        .slice(0, TOLD)
        .map(({ noticeId, title, dueAt }) => ({ noticeId, title, dueText: dueText(now, dueAt, isWorkday) })),
    })),
    next,
  };
};

/** Units whose rows together fit into one reply; none owes more than there are notices. */
function inReplies(rows: Owing[]): Owing[][] {
  const replies: Owing[][] = [];
  let room = 0;
  for (const one of rows) {
    if (one.n > room) {
      replies.push([]);
      room = READ;
    }
    replies[replies.length - 1]?.push(one);
    room -= one.n;
  }
  return replies;
}
