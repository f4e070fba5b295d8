import {
  draftLabels,
  draftStates,
  draftTurn,
  isOpenDraft,
  mayGoOut,
  nextDraft,
  type DraftEvent,
  type DraftState,
} from '@contract/rules/draft';
import { publication } from '@contract/notice';
import { builtInTemplates } from '@contract/built-in-templates';
import * as v from 'valibot';

const events: DraftEvent[] = [
  'save',
  'submit',
  'approve',
  'return',
  'schedule',
  'recall',
  'publish',
  'fail',
  'drop',
];

/** Every state × every event; what is not here must not happen. */
const expected: Record<DraftState, Partial<Record<DraftEvent, DraftState>>> = {
  writing: {
    save: 'writing',
    submit: 'submitted',
    schedule: 'scheduled',
    publish: 'published',
    drop: 'dropped',
  },
  submitted: { approve: 'approved', return: 'returned', recall: 'writing', publish: 'published' },
  returned: {
    save: 'returned',
    submit: 'submitted',
    schedule: 'scheduled',
    publish: 'published',
    drop: 'dropped',
  },
  approved: {
    save: 'writing',
    recall: 'writing',
    schedule: 'scheduled',
    publish: 'published',
    drop: 'dropped',
  },
  scheduled: { recall: 'writing', publish: 'published', fail: 'returned' },
  published: {},
  dropped: {},
};

it.each(draftStates.flatMap((state) => events.map((event) => [state, event] as const)))(
  '%s × %s',
  (state, event) => expect(nextDraft(state, event)).toBe(expected[state][event] ?? null),
);

it('goes from its time back to its approval, and only from there', () => {
  expect(nextDraft('scheduled', 'recall', true)).toBe('approved');
  expect(nextDraft('approved', 'recall', true)).toBe('writing');
  expect(nextDraft('approved', 'save', true)).toBe('writing');
});

it('goes out unlooked at only where nobody wants a look', () => {
  for (const state of draftStates) expect(mayGoOut(state, false)).toBe(true);
  expect(draftStates.filter((state) => mayGoOut(state, true))).toEqual([
    'approved',
    'scheduled',
    'published',
  ]);
  expect(draftStates.filter((state) => !isOpenDraft(state))).toEqual(['published', 'dropped']);
});

it.each(draftStates.flatMap((state) => [true, false].map((review) => [state, review] as const)))(
  'is one person’s turn at most, and says whose: %s, review %s',
  (state, review) => {
    const turns = (['writer', 'reviewer', 'other'] as const).map((reader) =>
      draftTurn(state, reader, review),
    );
    expect(turns.filter(({ mine }) => mine).length).toBe(
      ['scheduled', 'published', 'dropped'].includes(state) ? 0 : 1,
    );
    for (const { mine, line } of turns) expect(line).toMatch(mine ? /^等您：/ : /您无需操作$|办结$/);
    expect(draftLabels[state]).toMatch(/[\u4e00-\u9fff]/);
  },
);

it.each(builtInTemplates.map((one) => [one.name, one] as const))(
  'the built-in template %s can be sent once its blanks are filled, and says nobody’s name',
  (_name, { content }) => {
    const whole = {
      ...content,
      hostId: 'association',
      dueAt: '2026-12-01T09:00:00.000Z',
      audience: { kind: 'all' },
    };
    expect(v.safeParse(publication, whole).issues).toBeUndefined();
    expect(JSON.stringify(content)).toMatch(/（　+）/);
    expect(JSON.stringify(content)).not.toMatch(/\d{5,}/);
  },
);
