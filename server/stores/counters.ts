import { table, type Row } from '../kit/table';

/** Last number given, per kind and year; fields are host ids. Numbers are never given back: gaps are allowed. */
export interface Counter extends Row {
  last: Record<string, number>;
}

const rows = table<Counter>('counters');

export const counters = {
  /** The number given last; 0 before the first. */
  async last(id: string, key: string): Promise<number> {
    return (await rows.get(id))?.last[key] ?? 0;
  },
  /**
   * Takes the next number for each of `keys` at once; whoever loses the race reads again.
   * Only those keys are written: another host's number may move at the same moment.
   */
  async take(id: string, keys: string[]): Promise<Record<string, number>> {
    for (;;) {
      const row = await rows.get(id);
      const last = row?.last ?? {};
      const taken = Object.fromEntries(keys.map((key) => [key, (last[key] ?? 0) + 1]));
      const won = row
        ? await rows.update({ _id: id, ...fields(keys, last) }, fields(keys, taken))
        : await rows.add({ _id: id, last: taken });
      if (won) return taken;
    }
  },
};

const fields = (keys: string[], numbers: Record<string, number>) =>
  Object.fromEntries(keys.map((key) => [`last.${key}`, numbers[key] ?? null]));
