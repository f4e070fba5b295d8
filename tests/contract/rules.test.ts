import {
  filingLabels,
  filingStates,
  filingTurn,
  nextFiling,
  type FilingEvent,
  type FilingState,
} from '@contract/rules/filing';
import {
  handoverComplete,
  handoverLabels,
  handoverStates,
  handoverTurn,
  lateWords,
  lateWorkdays,
  nextHandover,
  type HandoverEvent,
  type HandoverState,
} from '@contract/rules/handover';
import { maskMobile } from '@contract/rules/mask';
import {
  askKeys,
  doneOf,
  isDone,
  nextReceipt,
  receiptLabel,
  receiptStates,
  receiptTurn,
  takes,
  type Ask,
  type ReceiptEvent,
  type ReceiptState,
} from '@contract/rules/receipt';
import { may, rights, rightsOf, roles, type Right, type Role } from '@contract/rules/rights';

describe('filing', () => {
  const table: Record<FilingState, Record<FilingEvent, FilingState | null>> = {
    submitted: { approve: 'approved', return: 'returned', refuse: 'refused', correct: null, close: null },
    returned: { approve: null, return: null, refuse: 'refused', correct: 'submitted', close: null },
    approved: { approve: null, return: null, refuse: null, correct: null, close: 'closed' },
    refused: { approve: null, return: null, refuse: null, correct: null, close: null },
    closed: { approve: null, return: null, refuse: null, correct: null, close: null },
  };

  test.each(rowsOf(table))('%s + %s → %s', (state, event, next) => {
    expect(nextFiling(state, event)).toBe(next);
  });

  test('the table holds every state', () => {
    expect(Object.keys(table)).toEqual([...filingStates]);
  });

  test.each(filingStates)('%s: exactly one holder, or decided', (state) => {
    const [staff, liaison] = [filingTurn(state, 'staff'), filingTurn(state, 'liaison')];
    const decided = ['approved', 'refused', 'closed'].includes(state);
    expect([staff, liaison].filter((turn) => turn.mine)).toHaveLength(decided ? 0 : 1);
    for (const { mine, line } of [staff, liaison]) {
      expect(line).toMatch(mine ? /^等您：/ : decided ? /办结$/ : /您无需操作$/);
    }
    expect(filingLabels[state]).toMatch(/^[\u4e00-\u9fff]+$/);
  });
});

describe('handover', () => {
  const over = { complete: null, approve: null, refuse: null, cancel: null };
  const table: Record<HandoverState, Record<HandoverEvent, HandoverState | null>> = {
    open: { complete: 'ready', approve: 'approved', refuse: 'refused', cancel: 'cancelled' },
    ready: { complete: null, approve: 'approved', refuse: 'refused', cancel: 'cancelled' },
    approved: over,
    refused: over,
    cancelled: over,
  };

  test.each(rowsOf(table))('%s + %s → %s', (state, event, next) => {
    expect(nextHandover(state, event)).toBe(next);
  });

  test('the table holds every state, each with its label', () => {
    expect(Object.keys(table)).toEqual([...handoverStates]);
    expect(Object.keys(handoverLabels)).toEqual([...handoverStates]);
  });

  const flags = [true, false];
  const facts = handoverStates.flatMap((state) =>
    flags.flatMap((successor) =>
      flags.flatMap((leaverAgreed) =>
        flags.flatMap((letter) =>
          flags.map((successorAgreed) => ({ state, successor, leaverAgreed, letter, successorAgreed })),
        ),
      ),
    ),
  );

  test.each(facts)('%j: somebody’s turn until it is decided, and nobody’s after', (fact) => {
    const complete = handoverComplete(fact);
    // Neither is ever stored: complete makes it ready, and ready it only is when complete.
    if ((fact.state === 'open') === complete && ['open', 'ready'].includes(fact.state)) return;
    const readers = ['leaver', 'successor', 'staff'] as const;
    const turns = readers.map((reader) => handoverTurn(fact, reader));
    const decided = ['approved', 'refused', 'cancelled'].includes(fact.state);
    // Without a successor's registration nobody can say a word for that side.
    const held = turns.filter(({ mine }) => mine).length;
    expect(held > 0).toBe(!decided);
    for (const { mine, line } of turns)
      expect(line).toMatch(mine ? /^等您：/ : decided ? /办结$/ : /您无需操作$/);
    if (fact.state === 'ready') expect(turns.map(({ mine }) => mine)).toEqual([false, false, true]);
  });

  const weekdays = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  test.each([
    ['2026-11-19', '2026-11-23', 2, 0], // Thursday to Monday: Friday and Monday
    ['2026-11-19', '2026-11-24', 2, 1],
    ['2026-11-16', '2026-11-23', 2, 3],
    ['2026-11-23', '2026-11-23', 1, 0],
    ['2026-12-01', '2026-11-23', 2, 0], // announced ahead
    ['2020-01-01', '2026-11-23', null, 0],
  ])('a change of %s reported on %s, limit %p: late by %i', (changed, reported, limit, late) => {
    expect(lateWorkdays(changed, reported, limit, weekdays)).toBe(late);
  });

  test('says how late', () => {
    expect([lateWords(0), lateWords(2)]).toEqual(['', '迟报2个工作日']);
  });
});

describe('receipt', () => {
  const table: Record<ReceiptState, Record<ReceiptEvent, ReceiptState | null>> = {
    waiting: { open: 'opened', confirm: 'confirmed', answer: 'answered' },
    opened: { open: null, confirm: 'confirmed', answer: 'answered' },
    confirmed: { open: null, confirm: null, answer: 'answered' },
    answered: { open: null, confirm: null, answer: null },
  };

  test.each(rowsOf(table))('%s + %s → %s', (state, event, next) => {
    expect(nextReceipt(state, event)).toBe(next);
  });

  test('the table holds every state, each with its label', () => {
    expect(Object.keys(table)).toEqual([...receiptStates]);
    for (const ask of askKeys)
      for (const state of receiptStates) expect(receiptLabel(ask, state)).toMatch(/^[\u4e00-\u9fff]+$/);
  });

  const done: Record<Ask, ReceiptState[]> = {
    nothing: ['waiting', 'opened', 'confirmed', 'answered'],
    read: ['opened', 'confirmed', 'answered'],
    confirm: ['confirmed'],
    form: ['answered'],
  };
  const words: Record<Ask, string> = {
    nothing: '',
    read: '打开阅读',
    confirm: '确认收到',
    form: '填写回执表',
  };
  test.each(askKeys.flatMap((ask) => receiptStates.map((state) => [ask, state] as const)))(
    "%s, %s: the unit's turn until it did what was asked",
    (ask, state) => {
      expect(isDone(ask, state)).toBe(done[ask].includes(state));
      expect(receiptTurn(ask, state, '剩2个工作日')).toMatch(
        isDone(ask, state) ? /，您无需操作$/ : new RegExp(`^等您：${words[ask]}，剩2个工作日$`),
      );
    },
  );

  test('what a notice takes from a unit, and how many did what it asks', () => {
    const counts = { opened: 9, confirmed: 5, answered: 3 };
    expect(askKeys.map((ask) => [takes(ask, 'open'), takes(ask, 'confirm'), takes(ask, 'answer')])).toEqual([
      [true, false, false],
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
    expect(askKeys.map((ask) => doneOf(ask, counts))).toEqual([9, 9, 5, 3]);
  });
});

test('a number shows its first three and last four digits', () => {
  expect(maskMobile('19900008253')).toBe('199****8253');
});

describe('rights of staff', () => {
  const yes: Record<Role, Right[]> = {
    admin: [
      'office.edit',
      'unit.edit',
      'code.issue',
      'filing.review',
      'notice.publish',
      'notice.review',
      'contact.reveal',
      'roster.import',
      'roster.export',
      'staff.manage',
      'privacy.decide',
      'content.check',
    ],
    'secretary-general': [
      'unit.edit',
      'code.issue',
      'filing.review',
      'notice.publish',
      'notice.review',
      'contact.reveal',
      'roster.import',
      'roster.export',
      'privacy.decide',
      'content.check',
    ],
    member: [
      'unit.edit',
      'code.issue',
      'filing.review',
      'notice.publish',
      'contact.reveal',
      'roster.import',
      'roster.export',
    ],
    editor: ['notice.publish', 'content.check', 'contact.reveal'],
    meeting: ['notice.publish', 'contact.reveal', 'roster.export'],
    finance: ['contact.reveal', 'roster.export'],
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
