/** A filing (备案): states × events, and whose turn each state is. */

export const filingStates = ['submitted', 'returned', 'approved', 'refused', 'closed'] as const;
export type FilingState = (typeof filingStates)[number];
export type FilingEvent = 'approve' | 'return' | 'refuse' | 'correct' | 'close';

const table: Record<FilingState, Partial<Record<FilingEvent, FilingState>>> = {
  submitted: { approve: 'approved', return: 'returned', refuse: 'refused' },
  returned: { correct: 'submitted', refuse: 'refused' },
  approved: { close: 'closed' },
  refused: {},
  closed: {},
};

/** The state after `event`, or null when it may not happen now. */
export const nextFiling = (state: FilingState, event: FilingEvent): FilingState | null =>
  table[state][event] ?? null;

export const filingLabels: Record<FilingState, string> = {
  submitted: '待审核',
  returned: '退回补正',
  approved: '已备案',
  refused: '不予受理',
  closed: '已终止',
};

/** One line that says whose turn it is, for the liaison and for staff; nobody's once decided. */
export function filingTurn(state: FilingState, reader: 'liaison' | 'staff'): { mine: boolean; line: string } {
  switch (state) {
    case 'submitted':
      return reader === 'staff'
        ? { mine: true, line: '等您：审核这份登记' }
        : { mine: false, line: '秘书处审核中，您无需操作' };
    case 'returned':
      return reader === 'staff'
        ? { mine: false, line: '联络员补正中，您无需操作' }
        : { mine: true, line: '等您：按标出的项目补正后重新提交' };
    case 'approved':
      return { mine: false, line: '已备案，办结' };
    case 'refused':
      return { mine: false, line: '不予受理，办结' };
    case 'closed':
      return { mine: false, line: '已交接或离任，办结' };
  }
}
