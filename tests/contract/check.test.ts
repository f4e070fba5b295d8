import { lastCheckDay, startOfDay } from '@contract/rules/check';

describe('the day a check fell due', () => {
  it.each([
    ['2026-11-23', [1, 7], '2026-07-01'],
    ['2026-07-01', [1, 7], '2026-07-01'],
    ['2026-06-30', [7, 1], '2026-01-01'],
    ['2026-01-01', [1, 7], '2026-01-01'],
    ['2026-02-28', [3], '2025-03-01'],
    ['2026-12-31', [12], '2026-12-01'],
    ['2026-05-05', [], null],
  ])('on %s with months %j is %j', (today, months, day) => {
    expect(lastCheckDay(today, months)).toBe(day);
  });

  it('begins at midnight in Shanghai', () => {
    expect(startOfDay('2026-07-01').toISOString()).toBe('2026-06-30T16:00:00.000Z');
  });
});
