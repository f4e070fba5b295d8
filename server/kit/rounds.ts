/**
 * Works through `items`, `atOnce` of them at the same time, until all are done or `late` says that time is up. Gives what
 * was done, in order, and what is left.
 */
export async function inRounds<T, R>(
  items: T[],
  atOnce: number,
  late: () => boolean,
  work: (item: T) => Promise<R>,
): Promise<[done: R[], left: T[]]> {
  const done: R[] = [];
  for (let i = 0; i < items.length; i += atOnce) {
    if (late()) return [done, items.slice(i)];
    done.push(...(await Promise.all(items.slice(i, i + atOnce).map(work))));
  }
  return [done, []];
}
