import { nextDays } from '@/features/notice/compose/due';

describe('deadlines a composer offers', () => {
  it.each([
    ['a Monday', '2026-11-23T01:00:00Z', ['11月26日 周四', '11月30日 周一', '12月7日 周一']],
    [
      'a Wednesday, whose third day is a Saturday',
      '2026-11-25T01:00:00Z',
      ['11月30日 周一', '12月2日 周三', '12月9日 周三'],
    ],
    ['a Saturday', '2026-11-28T01:00:00Z', ['12月1日 周二', '12月7日 周一', '12月14日 周一']],
    [
      'a Sunday that in UTC is still Saturday',
      '2026-11-28T17:00:00Z',
      ['12月2日 周三', '12月7日 周一', '12月14日 周一'],
    ],
  ])('from %s: three, none of them on a weekend', (_day, now, words) => {
    expect(Object.values(nextDays(new Date(now)))).toEqual(words);
  });

  it('keep the day they stand for', () => {
    expect(Object.keys(nextDays(new Date('2026-12-30T01:00:00Z')))).toEqual([
      '2027-01-04',
      '2027-01-06',
      '2027-01-13',
    ]);
  });
});
