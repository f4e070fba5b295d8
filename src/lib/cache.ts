import { storage } from './device/storage';

/** What was seen before, shown at once with its age and when there is no network (decision D9). */

interface Kept<T> {
  at: number;
  data: T;
}

/** A new number where answers took another shape: what an older version kept is not shown. */
const PREFIX = 'seen:3:';
/** Largest answer kept, in characters, and how many: far below the device's 10 MB. */
const MAX_SIZE = 200_000;
const MAX_KEPT = 120;

export const cacheKey = (action: string, input: object): string =>
  `${PREFIX}${action}:${JSON.stringify(input)}`;

export const recall = <T>(key: string): Kept<T> | null => storage.get<Kept<T>>(key);

export const forget = (key: string): void => storage.remove(key);

export function keep(key: string, data: object): void {
  if (JSON.stringify(data).length > MAX_SIZE) return;
  keepFirst(key, { at: Date.now(), data });
  forgetOldest(kept().length - MAX_KEPT);
}

/** Keeps what matters more than what was seen before: on a full device the oldest of that makes room. */
export function keepFirst(key: string, value: unknown): boolean {
  if (storage.set(key, value)) return true;
  forgetOldest(20);
  return storage.set(key, value);
}

const kept = () => storage.keys().filter((key) => key.startsWith('seen:'));

function forgetOldest(count: number): void {
  if (count <= 0) return;
  const byAge = kept()
    .map((key) => ({ key, at: storage.get<Kept<unknown>>(key)?.at ?? 0 }))
    .sort((a, b) => a.at - b.at);
  for (const { key } of byAge.slice(0, count)) storage.remove(key);
}
