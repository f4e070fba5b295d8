import type { Ask } from '@contract/rules/receipt';
import { AppError } from '../../kit/errors';
import type { Notice } from '../../stores/notices';
import type { Receipt } from '../../stores/receipts';

const sentences = {
  withdrawn: '这条通知已撤回，不用再办理',
  corrected: '这条通知已更正，请打开更正后的通知办理',
  left: '单位退会时这条通知已终止办理，不用再办理',
} as const;

/** How a notice ended before its time. */
type Closed = 'withdrawn' | 'corrected';

export const closedBy = (state: Notice['state']): Closed | null =>
  state === 'withdrawn' || state === 'corrected' ? state : null;

/**
 * The one refusal of everything that would still be done about a withdrawn or corrected notice. Takes the notice's state,
 * or what its receipts carry of it (`closed`): whichever the action has read anyway.
 */
export function mustStand(state: Notice['state'] | Receipt['closed'] | null): void {
  const closed = state === 'left' ? state : state && closedBy(state);
  if (closed) throw new AppError('closed', sentences[closed]);
}

/** Refuses to enter an answer (代录) where none is asked for (仅供了解). */
export function mustAskSomething(ask: Ask): void {
  if (ask === 'nothing') throw new AppError('conflict', '这条通知不需要回复，不用代录');
}
