import type { Output } from '@contract/index';
import { figuresOf, type FigureShow } from '@contract/rules/statistics';
import { page } from '../../../kit/pages';
import { receiptFigures, type Scope } from '../../../stores/receipt-figures';
import { presentBehind } from './present';

const PAGE = 30;

/** The receipts behind a figure, and on the first page the figures of all of them; three requests at most. */
export async function behind(
  scope: Scope,
  show: FigureShow,
  now: Date,
  cursor: string | undefined,
): Promise<Output<'notice.ofUnit'>> {
  const [figures, found] = await Promise.all([
    cursor ? null : receiptFigures.total(scope, now).then((tally) => figuresOf(tally ? [tally] : [])),
    scope.unitId === undefined
      ? receiptFigures.list(scope, show, now, seenIn(cursor), PAGE + 1)
      : receiptFigures.ofUnit(scope, show, now, cursor, PAGE + 1),
  ]);
  const { rows, next } = page(found, PAGE, ({ order, _id }) =>
    scope.unitId === undefined ? `${order}|${_id}` : order,
  );
  return { figures, receipts: rows.map(presentBehind), next };
}

function seenIn(cursor: string | undefined): { order: string; _id: string } | null {
  const [order, _id] = (cursor ?? '').split('|', 2);
  return order && _id ? { order, _id } : null;
}
