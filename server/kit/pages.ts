/** Lists are paged by the last row's sort key, never by number: a row added meanwhile shifts nothing. */

/** Takes `limit + 1` rows that were found and says where the next page starts. */
export function page<T>(
  rows: T[],
  limit: number,
  keyOf: (row: T) => string,
): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return { rows: shown, next: rows.length > limit && last ? keyOf(last) : null };
}
