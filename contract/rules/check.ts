/** The twice-yearly check (核对) of a record. Days are `YYYY-MM-DD` in Shanghai. */

/** First day of the latest check month that has come by `today`; null: the rulebook has no checks. */
export function lastCheckDay(today: string, months: readonly number[]): string | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (months.length === 0) return null;
  const come = months.filter((one) => one <= month);
  return come.length > 0 ? firstDay(year, Math.max(...come)) : firstDay(year - 1, Math.max(...months));
}

/** The instant that day begins: what was verified before it is due for a check. */
export const startOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - 8 * 3_600_000);

const firstDay = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;
