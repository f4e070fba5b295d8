import {
  digestLineKeys,
  digestPartKeys,
  digestParts,
  digestWords,
  partCounts,
  SOON_WORKDAYS,
  WAITS_WORKDAYS,
  workdayFrom,
  type DigestLine,
} from '@contract/rules/digest';
import { isWorkday } from '@server/kit/calendar';

test.each([
  // An ordinary week.
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-11-23', SOON_WORKDAYS, '2026-11-25'],
  ['2026-11-26', SOON_WORKDAYS, '2026-11-30'],
  ['2026-11-23', -WAITS_WORKDAYS, '2026-11-18'],
  ['2026-11-20', 0, '2026-11-20'],
  // From a day that is itself free.
  ['2026-11-21', 1, '2026-11-23'],
  ['2026-11-22', -1, '2026-11-20'],
  ['2026-11-22', 0, '2026-11-22'],
  // National Day 2026 is free 1 to 7 October; Sunday 20 September and Saturday 10 October are worked.
  ['2026-09-30', 1, '2026-10-08'],
  ['2026-10-08', -1, '2026-09-30'],
  ['2026-10-09', 1, '2026-10-10'],
  ['2026-09-18', 1, '2026-09-20'],
  // Over the turn of the year, whose first three days are free.
  ['2025-12-31', 1, '2026-01-04'],
])('from %s %i working days on is %s', (day, n, then) => {
  expect(workdayFrom(day, n, isWorkday)).toBe(then);
});

test('a calendar without a single working day does not hold anybody up', () => {
  expect(workdayFrom('2026-11-23', 2, () => false)).toBe('2027-12-28');
});

test('each line is in one part and has words of its own', () => {
  expect(digestLineKeys).toEqual(digestPartKeys.flatMap((part) => [...digestParts[part].keys]));
  expect(new Set(digestLineKeys).size).toBe(digestLineKeys.length);
  expect(Object.keys(digestWords).sort()).toEqual([...digestLineKeys].sort());
  const words = Object.values(digestWords).map((one) => one.words);
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((one) => !/[一-鿿]/.test(one) || /undefined|NaN/.test(one))).toEqual([]);
});

const line = (key: DigestLine, count: number) => ({ key, count });

test.each([
  [[], { due: 0, stuck: 0, changed: 0 }],
  [[line('overdue', 2), line('checks', 9)], { due: 11, stuck: 0, changed: 0 }],
  [[line('vacant', 1), line('several', 3), line('unreachable', 4)], { due: 0, stuck: 8, changed: 0 }],
  // What units did by themselves is no change to be told of.
  [[line('done', 400), line('published', 1), line('left', 2)], { due: 0, stuck: 0, changed: 3 }],
])('the parts of %j count %j', (lines, counts) => expect(partCounts(lines)).toEqual(counts));
