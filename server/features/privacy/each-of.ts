/** Rows of a list read `limit` at a time from the newest; `read` gives the next ones before an order key. */
export async function* eachOf<T extends { order: string }>(
  limit: number,
  read: (before: string | undefined) => Promise<T[]>,
): AsyncGenerator<T> {
  for (let before: string | undefined; ;) {
    const rows = await read(before);
    yield* rows;
    before = rows[rows.length - 1]?.order;
    if (rows.length < limit) return;
  }
}
