/** The life of a message to be sent (待发消息): what follows from WeChat's answer, and when a message may go out. */

export const outboxStates = ['waiting', 'sending', 'unsure', 'sent', 'failed', 'dropped'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** One person's ledger for one template: accepts the client told us, accepts WeChat pushed, messages sent since. */
export interface Credit {
  told: number;
  pushed: number;
  spent: number;
}

/** Messages still possible by our count: the same accept may be told by both, so the greater one counts. */
export const creditLeft = (credit: Partial<Credit> | undefined): number =>
  Math.max(0, Math.max(credit?.told ?? 0, credit?.pushed ?? 0) - (credit?.spent ?? 0));

/** Our own code: no credit in the ledger, so WeChat was not asked. */
export const NO_CREDIT = 0;
/** WeChat: not subscribed, or refused since. */
export const REFUSED = 43101;
/** Answers that will not change: openid, template, page, value, a word WeChat does not allow. */
const FINAL = [REFUSED, 40003, 40037, 41030, 47003, 45168];

const MINUTE = 60_000;
/** Waits between attempts; after the last the message has failed. */
const BACK_OFF = [1, 5, 25, 120, 600].map((minutes) => minutes * MINUTE);

/** What follows from an answer: `retryAt` null means it will not be tried again. */
export function afterFailure(
  code: number,
  attempts: number,
  now: Date,
): { state: 'waiting'; retryAt: Date } | { state: 'failed'; retryAt: null } {
  const wait = BACK_OFF[attempts - 1];
  if (FINAL.includes(code) || wait === undefined) return { state: 'failed', retryAt: null };
  return { state: 'waiting', retryAt: new Date(now.getTime() + wait) };
}

/** Hours in which nobody is disturbed, `HH:MM` to `HH:MM` over midnight, Asia/Shanghai. */
export interface Quiet {
  from: string;
  to: string;
}

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The next moment at or after `at` outside the quiet hours; `quiet` null: any moment will do. */
export function outsideQuiet(at: Date, quiet: Quiet | null): Date {
  if (!quiet || quiet.from === quiet.to) return at;
  const wall = at.getTime() + 8 * HOUR;
  const midnight = Math.floor(wall / DAY) * DAY;
  const clock = (wall - midnight) / MINUTE;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const over = from > to;
  const inside = over ? clock >= from || clock < to : clock >= from && clock < to;
  if (!inside) return at;
  const end = midnight + to * MINUTE + (over && clock >= from ? DAY : 0);
  return new Date(end - 8 * HOUR);
}
