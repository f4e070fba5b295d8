/** Dates of printed papers, as an office writes them; Asia/Shanghai. */

const wall = (date: Date): string => new Date(date.getTime() + 8 * 3600_000).toISOString();

/** 2026年11月23日 09:00 */
export const showClockDay = (date: Date): string => `${showDate(date)} ${wall(date).slice(11, 16)}`;

/** 2026年11月23日 */
export const showDate = (date: Date): string => showIsoDay(wall(date).slice(0, 10));

/** 2026年11月23日 from `2026-11-23`; anything else as it is. */
export function showIsoDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year ? `${year}年${Number(month)}月${Number(date)}日` : day;
}

/** 2008.07.01 from `2008-07-01`, for narrow columns. */
export const showShortDay = (day: string): string => day.replace(/-/g, '.');

/** 20261123, for names of files. */
export const showShortDate = (date: Date): string => wall(date).slice(0, 10).replace(/-/g, '');
