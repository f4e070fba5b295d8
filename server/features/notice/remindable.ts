import { outsideQuiet } from '@contract/rules/outbox';
import { AppError } from '../../kit/errors';
import { quietOf } from '../../kit/policy';
import { notices, type Notice } from '../../stores/notices';
import { offices } from '../../stores/offices';
import { receipts, type Receipt } from '../../stores/receipts';
import { remindersFor, type Reminding } from './reminding';

/** The platform's most. */
const READ = 1000;

export type Remindable = keyof Reminding['units'];

/** The notice, and when a reminder sent now would go out; `missing` when there is none. Two requests. */
export async function remindedAt(noticeId: string, now: Date): Promise<{ notice: Notice; at: Date }> {
  const [notice, office] = await Promise.all([notices.get(noticeId), offices.get()]);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  return { notice, at: notice.urgent ? now : outsideQuiet(now, quietOf(office)) };
}

/** Its missing units by region and name, a thousand at a time, each with what a reminder then comes to. */
export async function* missingOf(notice: Notice, at: Date, after?: string) {
  for (let place = after; ;) {
    const missing = await receipts.byPlace(notice._id, { done: false }, place, READ);
    yield { missing, units: (await remindersFor(notice, missing, at)).units };
    place = missing[missing.length - 1]?.place;
    if (missing.length < READ) return;
  }
}

/** Those of them behind one figure, at most `limit`; where few are, many are looked through. */
export async function remindableRows(
  noticeId: string,
  show: Remindable,
  now: Date,
  after: string | undefined,
  limit: number,
): Promise<Receipt[]> {
  const { notice, at } = await remindedAt(noticeId, now);
  const found: Receipt[] = [];
  for await (const { missing, units } of missingOf(notice, at, after)) {
    found.push(...missing.filter(({ unitId }) => units[show].has(unitId)));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}
