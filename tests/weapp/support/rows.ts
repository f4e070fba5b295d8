import { cloud } from '../../support';
import type { Notice } from '@server/stores/notices';
import type { Receipt } from '@server/stores/receipts';

/** The unit's receipt as the cloud keeps it. */
export async function receiptOf(notice: Notice, unit: { _id: string }): Promise<Receipt> {
  const [row] = await cloud.find('receipts', { _id: `${notice._id}_${unit._id}` });
  if (row === undefined) throw new Error('no receipt');
  return row as unknown as Receipt;
}

export async function countsOf(notice: Notice): Promise<Notice['counts']> {
  const [row] = await cloud.find('notices', { _id: notice._id });
  return (row as unknown as Notice).counts;
}

/** How often the cloud was asked for an action. */
export const timesAsked = async (action: string): Promise<number> =>
  (await cloud.invocations()).filter((one) => one.action === action).length;
