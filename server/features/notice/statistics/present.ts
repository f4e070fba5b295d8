import type { Output } from '@contract/index';
import type { Receipt } from '../../../stores/receipts';

/** A receipt in the list behind a figure. */
export const presentBehind = (row: Receipt): Output<'notice.ofUnit'>['receipts'][number] => ({
  noticeId: row.noticeId,
  title: row.title,
  unitId: row.unitId,
  unitName: row.unitName,
  region: row.region,
  ask: row.ask,
  state: row.state,
  publishedAt: row.publishedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  doneAt: row.doneAt?.toISOString() ?? null,
  onBehalf: row.onBehalf ?? false,
});
