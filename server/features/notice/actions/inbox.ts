import type { Parsed } from '@contract/index';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { receipts, type Receipt } from '../../../stores/receipts';
import { presentInboxItem } from '../present';
import { soughtIn } from '../sought';

const PAGE = 20;

/** Three requests at most however many notices there are: the caller, what waits, the rest. */
export const inbox: Act<'notice.inbox'> = async (ctx, input) => {
  const { rows, next } = await (input.search ? found(input) : byTurn(input));
  return { notices: rows.map((receipt) => presentInboxItem(receipt, ctx.now)), next };
};

type Asked = Parsed<'notice.inbox'>;
interface Page {
  rows: Receipt[];
  next: string | null;
}

async function found({ unitId, show, search, cursor }: Asked): Promise<Page> {
  const filter = { sought: soughtIn(search), ...(show !== 'all' && { done: show === 'rest' }) };
  return pageOf(await receipts.inbox(unitId, cursor, PAGE + 1, filter), ({ order }) => order);
}

/** The rest begins on the page where what waits ends; a place says in which of the two it lies. */
async function byTurn({ unitId, show, cursor }: Asked): Promise<Page> {
  const place = placeOf(cursor);
  const [waiting, rest] = await Promise.all([
    show === 'rest' || place.part === REST ? [] : receipts.inboxDue(unitId, place.due, PAGE + 1),
    show === 'waiting' ? [] : receipts.inbox(unitId, place.order, PAGE + 1, { done: true }),
  ]);
  const rows = [...waiting, ...rest];
  return pageOf(rows, ({ done, dueAt, order }) =>
    done ? `${REST}|${order}` : `${WAITS}|${dueAt.toISOString()}|${order}`,
  );
}

const WAITS = 'w';
const REST = 'r';

function placeOf(cursor: string | undefined) {
  const [part, ...keys] = cursor?.split('|') ?? [];
  if (part === undefined) return { part: WAITS, due: null, order: undefined };
  const [first = '', order = ''] = keys;
  if (part === REST) return { part, due: null, order: first };
  const dueAt = new Date(first);
  if (part !== WAITS || Number.isNaN(dueAt.getTime()))
    throw new AppError('invalid', '翻页位置不正确', 'cursor');
  return { part, due: { dueAt, order }, order: undefined };
}

function pageOf(rows: Receipt[], keyOf: (row: Receipt) => string): Page {
  const shown = rows.slice(0, PAGE);
  const last = shown[shown.length - 1];
  return { rows: shown, next: rows.length > PAGE && last ? keyOf(last) : null };
}
