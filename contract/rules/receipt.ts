/** A unit's receipt of a notice: states × events. The row stores the state, labels are derived (decision D7). */

/** What a notice asks of a unit. */
export const asks = {
  nothing: '仅供了解',
  read: '打开阅读',
  confirm: '确认收到',
  form: '填写回执表',
} as const;
export type Ask = keyof typeof asks;
export const askKeys = Object.keys(asks) as Ask[];

export const receiptStates = ['waiting', 'opened', 'confirmed', 'answered'] as const;
export type ReceiptState = (typeof receiptStates)[number];
export type ReceiptEvent = 'open' | 'confirm' | 'answer';

const table: Record<ReceiptState, Record<ReceiptEvent, ReceiptState | null>> = {
  waiting: { open: 'opened', confirm: 'confirmed', answer: 'answered' },
  opened: { open: null, confirm: 'confirmed', answer: 'answered' },
  confirmed: { open: null, confirm: null, answer: 'answered' },
  answered: { open: null, confirm: null, answer: null },
};

/** The state after `event`, or null when the event changes nothing there. Rows only move forward. */
export const nextReceipt = (state: ReceiptState, event: ReceiptEvent): ReceiptState | null =>
  table[state][event];

/** Whether a notice that asks this takes the event from a unit. */
export const takes = (ask: Ask, event: ReceiptEvent): boolean =>
  event === 'open' || ask === 'form' || (ask === 'confirm' && event === 'confirm');

/** Nothing waits from the unit any more. */
export function isDone(ask: Ask, state: ReceiptState): boolean {
  if (ask === 'nothing') return true;
  if (ask === 'read') return state !== 'waiting';
  return ask === 'form' ? state === 'answered' : state === 'confirmed';
}

/** How many did what was asked; of a notice that asks nothing: how many opened it. */
export function doneOf(
  ask: Ask,
  counts: { opened: number; confirmed: number; answered?: number | undefined },
): number {
  if (ask === 'form') return counts.answered ?? 0;
  return ask === 'confirm' ? counts.confirmed : counts.opened;
}

/** How many still owe what was asked; a unit that left owes nothing. */
export const missingOf = ({
  total,
  left = 0,
  done,
}: {
  total: number;
  left?: number | undefined;
  done: number;
}): number => Math.max(0, total - left - done);

/** Whether somebody still owes what was asked; nobody does where nothing is asked. */
export const somebodyMissing = (
  ask: Ask,
  counts: Parameters<typeof doneOf>[1] & { total: number; left?: number | undefined },
): boolean => ask !== 'nothing' && missingOf({ ...counts, done: doneOf(ask, counts) }) > 0;

const labels: Record<Ask, Record<ReceiptState, string>> = {
  nothing: { waiting: '未打开', opened: '已打开', confirmed: '已确认', answered: '已办' },
  read: { waiting: '未打开', opened: '已阅', confirmed: '已告知', answered: '已办' },
  confirm: { waiting: '未打开', opened: '已打开未确认', confirmed: '已确认', answered: '已办' },
  form: { waiting: '未打开', opened: '已打开未填报', confirmed: '已确认未填报', answered: '已办' },
};

export const receiptLabel = (ask: Ask, state: ReceiptState): string => labels[ask][state];

const wanted: Record<Exclude<Ask, 'nothing'>, string> = {
  read: '打开阅读',
  confirm: '确认收到',
  form: '填写回执表',
};

/** One line that says whose turn it is (decision D7). */
export function receiptTurn(ask: Ask, state: ReceiptState, due: string): string {
  if (ask === 'nothing') return '仅供了解，您无需操作';
  if (isDone(ask, state)) return `${labels[ask][state]}，您无需操作`;
  return `等您：${wanted[ask]}，${due}`;
}
