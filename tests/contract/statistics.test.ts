import {
  addMonths,
  doneRate,
  figureCounts,
  figureShows,
  figuresOf,
  hoursText,
  monthsBetween,
  monthsOf,
  monthStart,
  monthWords,
  onTimeRate,
  percentText,
  type Tally,
} from '@contract/rules/statistics';

const HOUR = 3600_000;
const tally = (over: Partial<Tally> = {}): Tally => ({
  asked: 0,
  opened: 0,
  done: 0,
  onTime: 0,
  pending: 0,
  onBehalf: 0,
  took: 0,
  ...over,
});

test.each([
  ['2026-11', '2026-11', 1],
  ['2025-12', '2026-11', 12],
  ['2026-12', '2026-11', 0],
  ['2027-01', '2026-11', -1],
])('from %s to %s are %i months', (from, to, n) => {
  expect(monthsBetween(from, to)).toBe(n);
  expect(monthsOf(from, to)).toHaveLength(Math.max(n, 0));
});

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-11', 2, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', -11, '2025-12'],
  ['2026-11', -35, '2023-12'],
  ['2026-11', 0, '2026-11'],
])('%s and %i months is %s', (month, n, then) => expect(addMonths(month, n)).toBe(then));

test('every month of a period is named once, over the turn of the year', () =>
  expect(monthsOf('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']));

test.each([
  ['2026-11', '2026-10-31T16:00:00.000Z'],
  ['2026-01', '2025-12-31T16:00:00.000Z'],
  ['2024-03', '2024-02-29T16:00:00.000Z'],
])('%s begins in Shanghai at %s', (month, moment) => expect(monthStart(month)).toBe(moment));

test.each([
  ['2026-11', '2026年11月'],
  ['2026-01', '2026年1月'],
])('%s is said as %s', (month, words) => expect(monthWords(month)).toBe(words));

test.each([
  [0, 0, '—'],
  [0, 7, '0%'],
  [7, 7, '100%'],
  [1, 2, '50%'],
  [1, 3, '33.3%'],
  [2, 3, '66.6%'],
  // Rounded down: 100% is said of nothing less, and one of many is not nothing.
  [9999, 10_000, '99.9%'],
  [1, 1000, '0.1%'],
  [1, 10_000, '0%'],
  // As floating point would have it 0.29 × 1000 is 289.99….
  [29, 100, '29%'],
  [57, 100, '57%'],
])('%i of %i is %s', (part, whole, text) => expect(percentText(part, whole)).toBe(text));

test.each([
  // Everything still runs: no share of what fell due can be said yet.
  [tally({ asked: 5, pending: 5 }), '0%', '—'],
  [tally({ asked: 5, done: 2, onTime: 2, pending: 3 }), '40%', '100%'],
  [tally({ asked: 4, done: 3, onTime: 2, pending: 1 }), '75%', '66.6%'],
  [tally({ asked: 4, done: 4, onTime: 0 }), '100%', '0%'],
  [tally(), '—', '—'],
])('of %j the rates are %s and %s', (one, done, onTime) => {
  expect(doneRate(one)).toBe(done);
  expect(onTimeRate(one)).toBe(onTime);
});

test('the figures of a whole divide it without rest or overlap', () => {
  const counts = figureCounts(
    tally({ asked: 100, opened: 80, done: 60, onTime: 45, pending: 25, onBehalf: 7 }),
  );
  expect(counts).toEqual({
    asked: 100,
    missing: 40,
    done: 60,
    onTime: 45,
    late: 15,
    overdue: 15,
    pending: 25,
    opened: 80,
    onBehalf: 7,
  });
  expect(counts.done + counts.missing).toBe(counts.asked);
  expect(counts.onTime + counts.late).toBe(counts.done);
  expect(counts.overdue + counts.pending).toBe(counts.missing);
  expect(Object.keys(counts).sort()).toEqual([...figureShows].sort());
});

test.each([
  [[], tally(), null],
  [[tally({ asked: 3, opened: 1 })], tally({ asked: 3, opened: 1 }), null],
  // The average of all, not of the groups' averages: (1 h + 3 × 9 h) ÷ 4.
  [
    [
      tally({ asked: 2, done: 1, onTime: 1, took: HOUR }),
      tally({ asked: 4, done: 3, onBehalf: 1, took: 27 * HOUR }),
    ],
    tally({ asked: 6, done: 4, onTime: 1, onBehalf: 1 }),
    7,
  ],
  [[tally({ asked: 3, done: 3, took: 10 * HOUR })], tally({ asked: 3, done: 3 }), 3.3],
])('groups %# are added up', (groups, sums, hours) =>
  expect(figuresOf(groups)).toEqual({ ...sums, took: undefined, hours }),
);

test.each([
  [null, '—'],
  [0, '不到1小时'],
  [0.9, '不到1小时'],
  [1, '1小时'],
  [26.4, '26小时'],
  [47.4, '47小时'],
  [48, '2天'],
  [60, '2.5天'],
  [167, '7天'],
])('%s hours are said as %s', (hours, words) => expect(hoursText(hours)).toBe(words));
