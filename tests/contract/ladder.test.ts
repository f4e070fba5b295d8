import {
  beginRungs,
  dueRungs,
  nextRungAt,
  onWorkday,
  rungAt,
  rungDay,
  rungOpen,
  rungState,
  type Schedule,
} from '@contract/rules/ladder';
import { isWorkday } from '@server/kit/calendar';

const at = (iso: string) => new Date(iso);
/** Thursday 26 November 2026, 17:00 in Shanghai. */
const DUE = at('2026-11-26T09:00:00.000Z');
const steps = [
  { workdays: 3, to: 'head' as const },
  { workdays: -2, to: 'liaison' as const },
  { workdays: 0, to: 'liaison' as const },
  { workdays: 1, to: 'liaison' as const },
];
const schedule = (dueAt = DUE): Schedule => ({ dueAt, remindAt: '09:00', isWorkday });
const PUBLISHED = at('2026-11-19T02:00:00.000Z');

test.each([
  // An ordinary week.
  ['2026-11-26T09:00:00Z', -2, '2026-11-24'],
  ['2026-11-26T09:00:00Z', 0, '2026-11-26'],
  ['2026-11-26T09:00:00Z', 1, '2026-11-27'],
  ['2026-11-26T09:00:00Z', 3, '2026-12-01'],
  // Due on a Saturday: the day itself is the Friday before.
  ['2026-11-28T09:00:00Z', 0, '2026-11-27'],
  ['2026-11-28T09:00:00Z', -1, '2026-11-27'],
  ['2026-11-28T09:00:00Z', 1, '2026-11-30'],
  // National Day 2026 is free 1 to 7 October, and Saturday 10 October is worked.
  ['2026-10-08T09:00:00Z', -1, '2026-09-30'],
  ['2026-10-09T09:00:00Z', 1, '2026-10-10'],
  // Midnight belongs to the day that ends with it.
  ['2026-11-26T16:00:00Z', 0, '2026-11-26'],
  ['2026-11-26T16:00:01Z', 0, '2026-11-27'],
])('due %s, step %i: %s', (due, workdays, day) => {
  expect(rungDay(at(due), workdays, isWorkday)).toBe(day);
});

test('a rung is at the office’s time of day in Shanghai', () => {
  expect(rungAt(DUE, -2, '09:00', isWorkday)).toEqual(at('2026-11-24T01:00:00.000Z'));
  expect(rungAt(DUE, -2, '07:30', isWorkday)).toEqual(at('2026-11-23T23:30:00.000Z'));
});

test('a ladder begins in the order of its days; what fell before publication or on its day is skipped', () => {
  expect(beginRungs(steps, [1], PUBLISHED, schedule())).toEqual([
    { workdays: -2, to: 'liaison', on: true },
    { workdays: 0, to: 'liaison', on: true },
    { workdays: 1, to: 'liaison', on: false },
    { workdays: 3, to: 'head', on: true },
  ]);
  const sameMorning = beginRungs(steps, [], at('2026-11-23T23:00:00.000Z'), schedule());
  expect(sameMorning[0]).toMatchObject({ workdays: -2, end: 'skipped' });
  expect(sameMorning[1]?.end).toBeUndefined();
});

test('what is due is everything not sent whose time has come, however long ago', () => {
  const rungs = beginRungs(steps, [1], PUBLISHED, schedule());
  const due = (now: string) => dueRungs(rungs, schedule(), at(now)).map(({ workdays }) => workdays);
  expect(due('2026-11-24T00:59:59.999Z')).toEqual([]);
  expect(due('2026-11-24T01:00:00.000Z')).toEqual([-2]);
  expect(due('2026-12-24T01:00:00.000Z')).toEqual([-2, 0, 3]);
  expect(nextRungAt(rungs, schedule())).toEqual(at('2026-11-24T01:00:00.000Z'));
  const sent = rungs.map((rung) => ({ ...rung, end: 'sent' as const }));
  expect(nextRungAt(sent, schedule())).toBeNull();
  expect(dueRungs(sent, schedule(), at('2027-01-01T00:00:00Z'))).toEqual([]);
});

test('a moved deadline moves what is not sent yet', () => {
  const [first, ...rest] = beginRungs(steps, [], PUBLISHED, schedule());
  if (!first) throw new Error('no rung');
  const rungs = [{ ...first, end: 'sent' as const }, ...rest];
  const later = schedule(at('2026-12-10T09:00:00.000Z'));
  expect(nextRungAt(rungs, later)).toEqual(at('2026-12-10T01:00:00.000Z'));
});

test('a rung says how it stands', () => {
  const rung = { workdays: 0, to: 'liaison' as const, on: true };
  const [before, after] = [at('2026-11-26T00:00:00Z'), at('2026-11-26T02:00:00Z')];
  const when = at('2026-11-26T01:00:00Z');
  expect(rungState(rung, when, before, false)).toBe('coming');
  expect(rungState(rung, when, after, false)).toBe('doing');
  expect(rungState(rung, when, before, true)).toBe('doing');
  expect(rungState({ ...rung, on: false }, when, before, false)).toBe('off');
  expect(rungState({ ...rung, on: false }, when, after, false)).toBe('missed');
  expect(rungState({ ...rung, end: 'merged' }, when, after, false)).toBe('merged');
  expect(rungOpen(rung, when, before)).toBe(true);
  expect(rungOpen(rung, when, after)).toBe(false);
  expect(rungOpen({ ...rung, end: 'sent' }, when, before)).toBe(false);
});

test('what was missed until a free day waits for the next working day, an adjusted Saturday being one', () => {
  const next = (iso: string) => onWorkday(at(iso), '09:00', isWorkday).toISOString();
  expect(next('2026-11-27T14:00:00.000Z')).toBe('2026-11-27T14:00:00.000Z');
  expect(next('2026-11-27T16:00:00.000Z')).toBe('2026-11-30T01:00:00.000Z');
  expect(next('2026-11-29T15:59:00.000Z')).toBe('2026-11-30T01:00:00.000Z');
  expect(next('2026-10-01T02:00:00.000Z')).toBe('2026-10-08T01:00:00.000Z');
  expect(next('2026-10-10T02:00:00.000Z')).toBe('2026-10-10T02:00:00.000Z');
});
