import { afterFailure, NO_CREDIT, outsideQuiet, type Quiet } from '@contract/rules/outbox';
import type { Run } from '../../kit/serve-timer';
import { outbox, type OutboxRow } from '../../stores/outbox';
import type { Told } from './telling';

/** What became of one row. */
export interface Outcome {
  row: OutboxRow;
  code: number | 'sent' | 'gone';
}

/** What one run goes by. */
export interface Sending {
  now: Date;
  quiet: Quiet | null;
  run: Run;
}

type Change = Parameters<typeof outbox.settle>[2];

/** With what the row becomes by it. */
type Settled = Outcome & { change: Change };

/** One write for each kind of outcome, not for each row. */
export async function settle(outcomes: Settled[], lease: string): Promise<void> {
  const groups = new Map<string, { ids: string[]; change: Change }>();
  for (const { row, change } of outcomes) {
    const key = JSON.stringify(change);
    const group = groups.get(key) ?? { ids: [], change };
    group.ids.push(row._id);
    groups.set(key, group);
  }
  for (const { ids, change } of groups.values()) await outbox.settle(ids, lease, change);
}

/** What is said of it on the receipt; nothing of what is not sent for good. */
export function toldOf({ row, code, change }: Settled): Told[] {
  if (code === 'gone') return [];
  if (code === 'sent') return [{ row, state: 'sent', code: null }];
  return [{ row, state: change.state === 'waiting' ? 'trying' : 'failed', code }];
}

/** What the row becomes: over, or to be tried again. */
export function changeFor(row: OutboxRow, code: Outcome['code'], { quiet, now }: Sending): Change {
  if (code === 'gone') return { state: 'dropped' };
  const attempts = row.attempts + 1;
  if (code === 'sent') return { state: 'sent', code: null, sentAt: now, attempts };
  if (code === NO_CREDIT) return { state: 'failed', code, attempts };
  const { state, retryAt } = afterFailure(code, attempts, now);
  return {
    state,
    code,
    attempts,
    ...(retryAt && { notBefore: row.urgent ? retryAt : outsideQuiet(retryAt, quiet) }),
  };
}
