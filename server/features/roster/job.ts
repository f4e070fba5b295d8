import type { ImportState } from '@contract/roster';
import { imports, type Import, type Step } from '../../stores/imports';
import { importOf, isWork, planOf } from './find';
import type { Entry } from './plan/make';

/** Rows of one step, which is also what one insert carries; a kill costs at most that much work twice. */
const BATCH = 100;
/** A function lives 60 s at most; what one step takes comes on top. */
const SLICE_MS = 12_000;
/** Requests at once: more than the database's pool answers no sooner. */
const AT_ONCE = 10;

export type Work = (row: Import, entries: Entry[]) => Promise<Omit<Step, 'cursor' | 'state'>>;

/**
 * Goes on with the plan's rows from where the last call came to, for a slice of time. A step's work is safe to do again;
 * only whoever moves the cursor counts it, so killed anywhere it resumes without loss and without doubles.
 */
export async function runJob(
  importId: string,
  state: ImportState,
  final: ImportState,
  work: Work,
): Promise<Import> {
  let row = await importOf(importId);
  if (row.state !== state) return row;
  const entries = (await planOf(row)).filter(isWork);
  const start = performance.now();
  while (row.state === state && performance.now() - start < SLICE_MS) {
    const batch = entries.slice(row.cursor, row.cursor + BATCH);
    const done = await work(row, batch);
    const cursor = row.cursor + batch.length;
    await imports.step(
      importId,
      { state, cursor: row.cursor },
      { ...done, cursor, ...(cursor >= entries.length && { state: final }) },
    );
    row = await importOf(importId);
  }
  return row;
}

/** Runs `act` for each, a few at once, in order of the list. */
export async function each<T>(list: T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < list.length; i += AT_ONCE) await Promise.all(list.slice(i, i + AT_ONCE).map(act));
}
