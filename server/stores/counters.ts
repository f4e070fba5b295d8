import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';

/** Last number given, per kind and year; fields are host ids. Numbers are never given back: gaps are allowed. */
export interface Counter extends Row {
  last: Record<string, number>;
  /** Numbers used on paper before this register took over, by host; the request that said so. Absent: none. */
  paper?: Record<string, OnPaper[]>;
  /** What the last requests that named themselves were given. */
  given?: { requestId: string; numbers: Record<string, number> }[];
}

/** Requests whose numbers are remembered: more than are ever under way at one time. */
const REMEMBERED = 50;

/** Both ends included. */
export interface OnPaper {
  from: number;
  to: number;
  requestId: string;
}

const rows = table<Counter>('counters');

export const counters = {
  get: (id: string) => rows.get(id),
  /** The number given last; 0 before the first. */
  async last(id: string, key: string): Promise<number> {
    return (await rows.get(id))?.last[key] ?? 0;
  },
  /**
   * Takes the next number for each of `keys` at once; whoever loses the race reads again.
   * Only those keys are written: another host's number may move at the same moment. A request that names itself is given
   * the same numbers again, so that neither a double tap nor one cut off leaves a gap.
   */
  async take(id: string, keys: string[], requestId?: string): Promise<Record<string, number>> {
    for (;;) {
      const row = await rows.get(id);
      const before = row?.given?.find((one) => one.requestId === requestId)?.numbers;
      if (before && keys.every((key) => before[key] !== undefined)) return before;
      const last = row?.last ?? {};
      const taken = Object.fromEntries(keys.map((key) => [key, (last[key] ?? 0) + 1]));
      const given = requestId ? [{ requestId, numbers: taken }] : [];
      const won = row
        ? await rows.update(
            { _id: id, ...fields(keys, last) },
            {
              ...fields(keys, taken),
              ...(given.length && { given: _.push({ each: given, slice: -REMEMBERED }) }),
            },
          )
        : await rows.add({ _id: id, last: taken, ...(given.length && { given }) });
      if (won) return taken;
    }
  },
  /**
   * The numbers up to `to` are used elsewhere: what is taken next comes after. False when `to` is used here already; the
   * same request again is true.
   */
  async leaveOut(id: string, key: string, to: number, requestId: string): Promise<boolean> {
    for (;;) {
      const row = await rows.get(id);
      if (row?.paper?.[key]?.some((range) => range.requestId === requestId)) return true;
      const last = row?.last[key] ?? 0;
      if (to <= last) return false;
      const range = { from: last + 1, to, requestId };
      const won = row
        ? await rows.update(
            { _id: id, ...fields([key], row.last) },
            { [`last.${key}`]: to, [`paper.${key}`]: [...(row.paper?.[key] ?? []), range] },
          )
        : await rows.add({ _id: id, last: { [key]: to }, paper: { [key]: [range] } });
      if (won) return true;
    }
  },
};

const fields = (keys: string[], numbers: Record<string, number>) =>
  Object.fromEntries(keys.map((key) => [`last.${key}`, numbers[key] ?? null]));
