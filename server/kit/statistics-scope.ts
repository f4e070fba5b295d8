import { addMonths, monthStart } from '@contract/rules/statistics';
import { notices } from '../stores/notices';
import type { Scope } from '../stores/receipt-figures';

/** More are not taken back or replaced within two years. */
const VOIDED = 1000;

interface Asked {
  from: string;
  to: string;
  hostId?: string | undefined;
}

/** Receipts of the period that count; one request. */
export async function scopeOf({ from, to, hostId }: Asked): Promise<Scope> {
  const [since, until] = [monthStart(from), monthStart(addMonths(to, 1))];
  const voided = await notices.voided(since, until, VOIDED);
  return { since, until, hostId, except: voided.map(({ _id }) => _id) };
}
