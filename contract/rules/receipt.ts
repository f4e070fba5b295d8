/** A unit's receipt of a notice: states × events. The row stores the state, labels are derived (decision D7). */

export const receiptStates = ['waiting', 'opened', 'confirmed'] as const;
export type ReceiptState = (typeof receiptStates)[number];
export type ReceiptEvent = 'open' | 'confirm';

const table: Record<ReceiptState, Record<ReceiptEvent, ReceiptState | null>> = {
  waiting: { open: 'opened', confirm: 'confirmed' },
  opened: { open: null, confirm: 'confirmed' },
  confirmed: { open: null, confirm: null },
};

/** The state after `event`, or null when the event changes nothing there. */
export const nextReceipt = (state: ReceiptState, event: ReceiptEvent): ReceiptState | null =>
  table[state][event];

/**
 * The states from which `event` leads somewhere, the earliest first: a row moves only forward, so trying them in this
 * order cannot miss it while another seat moves it.
 */
export const receiptSources = (event: ReceiptEvent): ReceiptState[] =>
  receiptStates.filter((state) => table[state][event] !== null);

export const receiptLabels: Record<ReceiptState, string> = {
  waiting: '未打开',
  opened: '已打开未确认',
  confirmed: '已确认',
};

/** One line that says whose turn it is (decision D7). */
export const receiptTurn = (state: ReceiptState, due: string): string =>
  state === 'confirmed' ? '已确认，您无需操作' : `等您：确认收到，${due}`;
