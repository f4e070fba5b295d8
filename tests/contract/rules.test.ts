import {
  filingLabels,
  filingStates,
  filingTurn,
  nextFiling,
  type FilingEvent,
  type FilingState,
} from '@contract/rules/filing';
import { maskMobile } from '@contract/rules/mask';
import {
  nextReceipt,
  receiptLabels,
  receiptSources,
  receiptStates,
  receiptTurn,
  type ReceiptEvent,
  type ReceiptState,
} from '@contract/rules/receipt';
import { may, rights, rightsOf, roles, type Right, type Role } from '@contract/rules/rights';

describe('filing', () => {
  const table: Record<FilingState, Record<FilingEvent, FilingState | null>> = {
    submitted: { approve: 'approved', return: 'returned', refuse: 'refused', correct: null },
    returned: { approve: null, return: null, refuse: 'refused', correct: 'submitted' },
    approved: { approve: null, return: null, refuse: null, correct: null },
    refused: { approve: null, return: null, refuse: null, correct: null },
  };

  test.each(rowsOf(table))('%s + %s → %s', (state, event, next) => {
    expect(nextFiling(state, event)).toBe(next);
  });

  test('the table holds every state', () => {
    expect(Object.keys(table)).toEqual([...filingStates]);
  });

  test.each(filingStates)('%s: exactly one holder, or decided', (state) => {
    const [staff, liaison] = [filingTurn(state, 'staff'), filingTurn(state, 'liaison')];
    const decided = Object.values(table[state]).every((next) => next === null);
    expect([staff, liaison].filter((turn) => turn.mine)).toHaveLength(decided ? 0 : 1);
    for (const { mine, line } of [staff, liaison]) {
      expect(line).toMatch(mine ? /^等您：/ : decided ? /办结$/ : /您无需操作$/);
    }
    expect(filingLabels[state]).toMatch(/^[\u4e00-\u9fff]+$/);
  });
});

describe('receipt', () => {
  const table: Record<ReceiptState, Record<ReceiptEvent, ReceiptState | null>> = {
    waiting: { open: 'opened', confirm: 'confirmed' },
    opened: { open: null, confirm: 'confirmed' },
    confirmed: { open: null, confirm: null },
  };

  test.each(rowsOf(table))('%s + %s → %s', (state, event, next) => {
    expect(nextReceipt(state, event)).toBe(next);
  });

  test('the table holds every state, each with its label', () => {
    expect(Object.keys(table)).toEqual([...receiptStates]);
    expect(Object.keys(receiptLabels)).toEqual([...receiptStates]);
  });

  test.each(receiptStates)("%s: it is the unit's turn until confirmed", (state) => {
    expect(receiptTurn(state, '剩2个工作日')).toBe(
      state === 'confirmed' ? '已确认，您无需操作' : '等您：确认收到，剩2个工作日',
    );
  });

  test('where an event can come from, the earliest first', () => {
    expect(receiptSources('open')).toEqual(['waiting']);
    expect(receiptSources('confirm')).toEqual(['waiting', 'opened']);
  });
});

test('a number shows its first three and last four digits', () => {
  expect(maskMobile('19900008253')).toBe('199****8253');
});

describe('rights of staff', () => {
  const yes: Record<Role, Right[]> = {
    admin: ['office.edit', 'unit.edit', 'code.issue', 'filing.review', 'notice.publish', 'contact.reveal'],
    'secretary-general': ['unit.edit', 'code.issue', 'filing.review', 'notice.publish', 'contact.reveal'],
    member: ['unit.edit', 'code.issue', 'filing.review', 'notice.publish', 'contact.reveal'],
    editor: ['notice.publish', 'contact.reveal'],
    meeting: ['notice.publish', 'contact.reveal'],
    finance: ['contact.reveal'],
  };
  const allRights = Object.keys(rights) as Right[];
  const cases = (Object.keys(roles) as Role[]).flatMap((role) =>
    allRights.map((right) => [role, right, yes[role].includes(right)] as const),
  );

  test.each(cases)('%s, %s: %s', (role, right, allowed) => {
    expect(may(role, right)).toBe(allowed);
    expect(rightsOf(role).includes(right)).toBe(allowed);
  });

  test.each(allRights)('nobody without a role may %s', (right) => {
    expect(may(undefined, right)).toBe(false);
  });
});

/** A table of states × events as rows for `test.each`. */
function rowsOf<S extends string, E extends string>(
  table: Record<S, Record<E, S | null>>,
): [S, E, S | null][] {
  return (Object.keys(table) as S[]).flatMap((state) =>
    (Object.keys(table[state]) as E[]).map((event): [S, E, S | null] => [state, event, table[state][event]]),
  );
}
