import { files } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { exported } from '../../../stores/exports';
import { imports, type Import } from '../../../stores/imports';
import { papers } from '../../../stores/papers';
import { uploads } from '../../../stores/uploads';
import { eachOf } from '../each-of';
import { redact, type Traces } from './traces';

const AT_ONCE = 50;
const HOUR = 3_600_000;
/** Later than anything expires. */
const EVER = new Date('9999-12-31T00:00:00Z');

/**
 * Files made for a moment in which the person may stand: rosters as they were brought in, what was planned of them, what
 * was exported or printed and waits to be fetched. Nobody can tell from outside who is in one, each can be made again,
 * so all of them go. An undo of an import needs its plan and ends with it.
 */
export async function eraseOfFiles(traces: Traces, now: Date): Promise<void> {
  for await (const row of eachOf(100, (before) => imports.withFiles(before, 100))) {
    if (row.gone) continue;
    if (runs(row, now))
      throw new AppError('conflict', '正在导入或撤销名册，请等它完成后（几分钟）再办理这份申请');
    await eraseImport(row, traces, now);
  }
  // Rosters sent, those that were never read too.
  await eraseAll(() => uploads.ofUse('roster', AT_ONCE), uploads.erase);
  await eraseAll(() => exported.expired(EVER, AT_ONCE), exported.gone);
  await eraseAll(() => papers.expired(EVER, AT_ONCE), papers.drop);
}

/** Goes on in calls of seconds; one that was not touched for an hour is dead. */
const runs = ({ state, committedAt, undoneAt }: Import, now: Date): boolean =>
  (state === 'committing' || state === 'undoing') &&
  now.getTime() - (undoneAt ?? committedAt ?? now).getTime() < HOUR;

async function eraseImport(row: Import, traces: Traces, now: Date): Promise<void> {
  const planned = new Set([...(row.planFiles ?? []), ...(row.plan ? [row.plan.fileId] : [])]);
  await files.remove([row.fileId, ...planned]);
  const silent = (left: Import['left']) =>
    left.map((one) => ({ ...one, reason: redact(one.reason, traces) }));
  await imports.clean(row._id, {
    gone: now,
    sheets: row.sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((column) => ({ ...column, samples: [] })),
    })),
    left: silent(row.left),
    kept: silent(row.kept),
  });
}

/** Files and then the rows that name them, `AT_ONCE` at a time; `find` gives none of those that `drop` took. */
async function eraseAll(
  find: () => Promise<{ _id: string; fileId?: string | null }[]>,
  drop: (ids: string[]) => Promise<unknown>,
): Promise<void> {
  for (let found = await find(); found.length > 0;) {
    const kept = found.flatMap(({ fileId }) => fileId ?? []);
    if (kept.length > 0) await files.remove(kept);
    await drop(found.map(({ _id }) => _id));
    found = found.length === AT_ONCE ? await find() : [];
  }
}
