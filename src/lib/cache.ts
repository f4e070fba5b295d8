import { storage } from './device/storage';

/** What was seen before, shown at once with its age and when there is no network (decision D9). */

interface Kept<T> {
  at: number;
  data: T;
}

/** A new number where answers took another shape: what an older version kept is not shown. */
const PREFIX = 'seen:5:';
/** When each was kept, so that finding the oldest reads none of them. No answer's key. */
const AGES = 'ages';

/** Largest answer kept, in bytes, below the device's 1 MB a key: a notice of 20,000 characters is 60 KB plain, and
 *  850 KB where every character has a look of its own. */
const MAX_BYTES = 950_000;
/**
 * What a liaison needs where there is no network outlives what was only looked through: the last 80 notices and what
 * leads to them are apart from the last 80 of all other answers, of which a search in the directory makes many.
 */
const LASTING = ['notice.get', 'notice.inbox', 'home.liaison', 'me.get'];
const MAX_KEPT = 80;
/** Somebody's whole registration with the number: who saw it is written down each day, and a deletion reaches no device. */
const NEVER = ['filing.get', 'record.correction'];
/** Removed at once when the device is full, before it is tried again. */
const BATCH = 10;

export const cacheKey = (action: string, input: object): string =>
  `${PREFIX}${action}:${JSON.stringify(input)}`;

export const recall = <T>(key: string): Kept<T> | null => storage.get<Kept<T>>(key);

/** All kept answers of an action, the latest first; `asked`: a piece of what was asked. */
export const recallAll = <T>(action: string, asked = ''): T[] =>
  kept()
    .filter((key) => key.startsWith(`${PREFIX}${action}:`) && key.includes(asked))
    .reverse()
    .flatMap((key) => recall<T>(key)?.data ?? []);

export const forget = (key: string): void => storage.remove(key);

export function keep(key: string, data: object): void {
  if (isOf(key, NEVER)) return;
  if (bytesOf(JSON.stringify(data)) > MAX_BYTES) return;
  const at = Date.now();
  if (!keepFirst(key, { at, data })) return;
  storage.set(AGES, { ...storage.get<Ages>(AGES), [key]: at });
  const seen = kept();
  remove([
    ...seen.filter((one) => !one.startsWith(PREFIX)),
    ...tooMany(seen.filter(lasts)),
    ...tooMany(seen.filter((one) => !lasts(one))),
  ]);
}

/** Keeps what matters more than what was seen before: on a full device that makes room, the least needed first. */
export function keepFirst(key: string, value: unknown): boolean {
  while (!storage.set(key, value)) {
    const seen = kept().filter((one) => one !== key);
    if (seen.length === 0) return false;
    remove([...seen.filter((one) => !lasts(one)), ...seen.filter(lasts)].slice(0, BATCH));
  }
  return true;
}

const tooMany = (keys: string[]): string[] => keys.slice(0, Math.max(0, keys.length - MAX_KEPT));

type Ages = Record<string, number>;

const isOf = (key: string, actions: string[]): boolean =>
  actions.some((action) => key.startsWith(`${PREFIX}${action}:`));

/** What a search found is soon sought again; it may not push out what was opened. */
const lasts = (key: string): boolean => isOf(key, LASTING) && !key.includes('"search":');

/** Keys of all answers, the oldest first. */
function kept(): string[] {
  const ages = storage.get<Ages>(AGES) ?? {};
  const age = (key: string) => ages[key] ?? 0;
  return storage
    .keys()
    .filter((key) => key.startsWith('seen:'))
    .sort((a, b) => age(a) - age(b));
}

function remove(keys: string[]): void {
  if (keys.length === 0) return;
  for (const key of keys) storage.remove(key);
  const gone = new Set(keys);
  const ages = Object.entries(storage.get<Ages>(AGES) ?? {}).filter(([key]) => !gone.has(key));
  storage.set(AGES, Object.fromEntries(ages));
}

/** In UTF-8, as the device counts. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Of a pair of surrogates each counts two, which makes four.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
