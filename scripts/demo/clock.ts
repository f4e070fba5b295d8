import { shanghaiDay, type IsWorkday } from '@contract/rules/calendar';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant of a wall clock in Shanghai: day `YYYY-MM-DD`, minutes since midnight. */
export const at = (day: string, minutes: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * MINUTE);

export const addDays = (day: string, days: number): string =>
  shanghaiDay(new Date(at(day, 0).getTime() + days * DAY));

/** The working day `count` working days after (or before, when negative) `day`; 0: the next one from `day` on. */
export function workday(day: string, count: number, isWorkday: IsWorkday): string {
  const step = count < 0 ? -1 : 1;
  let found = day;
  while (count === 0 && !isWorkday(found)) found = addDays(found, 1);
  for (let left = Math.abs(count); left > 0;) {
    found = addDays(found, step);
    if (isWorkday(found)) left -= 1;
  }
  return found;
}

/** Nobody confirms at night: from 22:00 to 7:30 in Shanghai it becomes that many minutes after 7:30. */
export function awake(date: Date): Date {
  const minutes = (date.getTime() - at(shanghaiDay(date), 0).getTime()) / MINUTE;
  if (minutes >= 7.5 * 60 && minutes < 22 * 60) return date;
  const morning = minutes < 7.5 * 60 ? shanghaiDay(date) : addDays(shanghaiDay(date), 1);
  return at(morning, 7.5 * 60 + (date.getTime() % (150 * MINUTE)) / MINUTE);
}
