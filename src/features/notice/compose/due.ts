import { shanghaiDay, showDay } from '@contract/rules/calendar';

const DAY = 86_400_000;

/** Instant of a wall-clock day and time in Asia/Shanghai; empty when no day was chosen, which the server names. */
export function dueFrom(day: string, time: string): string {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day === '' ? '' : new Date(Date.UTC(y, m - 1, d, hours - 8, minutes)).toISOString();
}

/** In about 3, 7 and 14 days, as day → words: what would fall on a weekend falls on the Monday after it. */
export const nextDays = (now: Date): Record<string, string> =>
  Object.fromEntries(
    [3, 7, 14].map((days) => {
      const date = afterWeekend(new Date(now.getTime() + days * DAY));
      return [shanghaiDay(date), showDay(date, now).replace(/（(.*)）/, ' $1')];
    }),
  );

function afterWeekend(date: Date): Date {
  const weekday = new Date(`${shanghaiDay(date)}T00:00:00Z`).getUTCDay();
  return new Date(date.getTime() + ({ 6: 2, 0: 1 }[weekday] ?? 0) * DAY);
}
