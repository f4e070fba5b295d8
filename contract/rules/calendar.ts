/** Dates as people in Asia/Shanghai read them. UTC+8 arithmetic: no Intl, no local time zone (decision D3). */

export type IsWorkday = (day: string) => boolean;

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const WEEKDAYS = '日一二三四五六';

/** Calendar day, `YYYY-MM-DD`. */
export const shanghaiDay = (date: Date): string => wall(date).toISOString().slice(0, 10);

export const shanghaiYear = (date: Date): number => wall(date).getUTCFullYear();

/** 11月26日（周三）; with the year when it is not the year of `now`. */
export const showDay = (date: Date, now: Date): string =>
  `${yearBefore(date, now)}${monthDay(wall(date))}（周${WEEKDAYS[wall(date).getUTCDay()]}）`;

/** 11月21日 09:12; with the year when it is not the year of `now`. */
export const showTime = (date: Date, now: Date): string =>
  `${yearBefore(date, now)}${monthDay(wall(date))} ${clock(wall(date))}`;

/** 11月26日（周三）17:00, for a deadline; midnight reads as 24:00 of the day that ends. */
export const showDeadline = (due: Date, now: Date): string =>
  `${showDay(new Date(dueWall(due).midnight - 8 * HOUR), now)}${dueWall(due).time}`;

/** Working days after today up to the due day: due today is 0. */
export function workdaysLeft(now: Date, due: Date, isWorkday: IsWorkday): number {
  const last = dueWall(due).midnight;
  let left = 0;
  for (let day = midnight(wall(now)) + DAY; day <= last; day += DAY) if (isWorkday(isoDay(day))) left += 1;
  return left;
}

/** Past the very instant. */
export const overdue = (now: Date, due: Date): boolean => now.getTime() > due.getTime();

/** 剩2个工作日 · 明日17:00截止 · 今日17:00截止 · 今日17:00已截止 · 已超期1天 (calendar days); face.md, Language. */
export function dueText(now: Date, due: Date, isWorkday: IsWorkday): string {
  const { midnight: dueDay, time } = dueWall(due);
  const days = Math.round((dueDay - midnight(wall(now))) / DAY);
  if (days < 0) return `已超期${-days}天`;
  if (days === 0) return `今日${time}${overdue(now, due) ? '已' : ''}截止`;
  if (days === 1) return `明日${time}截止`;
  const left = workdaysLeft(now, due, isWorkday);
  // Nothing but holidays in between: "剩0个工作日" would read as over.
  return left > 0 ? `剩${left}个工作日` : `${showDeadline(due, now)}截止`;
}

/** A date whose UTC fields are the wall clock in Shanghai. */
const wall = (date: Date): Date => new Date(date.getTime() + 8 * HOUR);

const midnight = (wallDate: Date): number => Math.floor(wallDate.getTime() / DAY) * DAY;

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

const monthDay = (w: Date): string => `${w.getUTCMonth() + 1}月${w.getUTCDate()}日`;

const clock = (w: Date): string => w.toISOString().slice(11, 16);

const yearBefore = (date: Date, now: Date): string =>
  shanghaiYear(date) === shanghaiYear(now) ? '' : `${shanghaiYear(date)}年`;

/** The day somebody reads in a deadline: midnight belongs to the day that ends with it, as 24:00. */
function dueWall(due: Date): { midnight: number; time: string } {
  const w = wall(due);
  if (w.getTime() % DAY === 0) return { midnight: midnight(w) - DAY, time: '24:00' };
  return { midnight: midnight(w), time: clock(w) };
}
