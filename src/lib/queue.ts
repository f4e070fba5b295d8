import type { Input, MutationName } from '@contract/index';
import { keepFirst } from './cache';
import { CallError, change } from './call';
import { onOnline } from './device/network';
import { storage } from './device/storage';
import { newRequestId } from './request-id';
import { signal } from './signal';

/**
 * What was done without a network, kept until the server has it (decision D9). Each entry keeps its request id, so
 * sending it again after a lost answer has one effect. Shown honestly as 已暂存 until then.
 */

export interface Pending<K extends MutationName = MutationName> {
  requestId: string;
  action: K;
  input: Input<K>;
  /** What it is, for the reader. */
  label: string;
  /** Why the server would not take it; such an entry waits for the reader. */
  refused?: string;
}

const KEY = 'queue';
export const pending = signal<Pending[]>([]);
/** Counts up when what is shown may be old: something kept was sent, or the network is back. */
export const freshened = signal(0);
const freshen = () => freshened.set(freshened.get() + 1);

/** Sends now, or keeps it for later; says which. Throws what the server said against it, and when it cannot be kept. */
export async function changeOrKeep<K extends MutationName>(
  action: K,
  input: Input<K>,
  label: string,
): Promise<'done' | 'kept'> {
  const requestId = newRequestId();
  try {
    await change(action, input, requestId);
    return 'done';
  } catch (error) {
    if (!CallError.offline(error)) throw error;
    const entry = { requestId, action, input, label };
    if (isKept(pending.get(), action, input) || save([...pending.get(), entry])) return 'kept';
    throw error;
  }
}

export const isKept = (list: Pending[], action: MutationName, input: object): boolean =>
  list.some(
    (entry) =>
      entry.action === action && !entry.refused && JSON.stringify(entry.input) === JSON.stringify(input),
  );

export const dropPending = (requestId: string): void =>
  void save(pending.get().filter((entry) => entry.requestId !== requestId));

let sending = false;

/** Sends what waits, in order; stops at the first that cannot be sent now. */
export async function flush(): Promise<void> {
  if (sending) return;
  sending = true;
  let sent = 0;
  try {
    for (const entry of pending.get().filter(({ refused }) => !refused)) {
      try {
        await change(entry.action, entry.input, entry.requestId);
        dropPending(entry.requestId);
        sent += 1;
      } catch (error) {
        if (!CallError.is(error) || CallError.offline(error) || error.code === 'busy') return;
        const refused = error.message;
        save(pending.get().map((kept) => (kept.requestId === entry.requestId ? { ...kept, refused } : kept)));
      }
    }
  } finally {
    sending = false;
    if (sent > 0) freshen();
  }
}

/** At the start of the app: what an earlier run left, and every time the network comes back. */
export function startQueue(): void {
  pending.set(storage.get<Pending[]>(KEY) ?? []);
  onOnline(() => void flush().then(freshen));
  void flush();
}

/** False when the device has no room for it; then nothing changed, and 已暂存 would be a lie. */
function save(list: Pending[]): boolean {
  if (!keepFirst(KEY, list)) return false;
  pending.set(list);
  return true;
}
