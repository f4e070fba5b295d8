/** Chinese working days. `chinese-days` holds the State Council's yearly notices, 2004–2026 in version 1.5.7. */

/** `day` is `YYYY-MM-DD`. Beyond the published years: weekends and fixed-date holidays are free (decision D4). */
export function isWorkday(day: string): boolean {
  return estimated(day) ? !isWeekend(day) && !FIXED.includes(day.slice(5)) : notices().isWorkday(day);
}

/** No notice is published for this year: what `isWorkday` says is 预估. */
export const estimated = (day: string): boolean =>
  // National Day has a name in every published year; in others the package answers with the weekday.
  !notices()
    .getDayDetail(`${day.slice(0, 4)}-10-01`)
    .name.includes('国庆节');

/** New Year, Labour Day, National Day; the lunar holidays have no fixed date. */
const FIXED = ['01-01', '05-01', '10-01', '10-02', '10-03'];

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** At the first question only: loading costs about 10 ms of every cold start. */
function notices(): typeof import('chinese-days') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the only synchronous way to load late
  return require('chinese-days') as typeof import('chinese-days');
}
