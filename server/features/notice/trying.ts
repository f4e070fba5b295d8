import { outbox } from '../../stores/outbox';
import type { Receipt } from '../../stores/receipts';

/**
 * Rows as they may be shown: a push is being tried only as long as the outbox holds it. Where what was to be tried again was
 * dropped since (a handover, a withdrawal), it has failed. One request more where a push stands so, else none.
 */
export async function withTrying<T extends Pick<Receipt, 'unitId' | 'push'>>(
  noticeId: string,
  rows: T[],
): Promise<T[]> {
  const units = rows.flatMap(({ unitId, push }) => (push?.state === 'trying' ? [unitId] : []));
  if (units.length === 0) return rows;
  const open = new Set((await outbox.underWay([noticeId], units)).map(({ unitId }) => unitId));
  return rows.map((row) =>
    row.push?.state === 'trying' && !open.has(row.unitId)
      ? { ...row, push: { ...row.push, state: 'failed' } }
      : row,
  );
}
