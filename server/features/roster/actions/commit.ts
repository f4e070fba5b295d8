import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { imports } from '../../../stores/imports';
import { importOf } from '../find';
import { importBatch } from '../import-batch';
import { runJob } from '../job';
import { progressOf } from '../present';

/** A slice of the plan named by `version`; the client calls again until it is done. */
export const commit: Act<'roster.commit'> = async (ctx, { importId, version }) => {
  const row = await importOf(importId);
  if (row.plan?.version !== version)
    throw new AppError('conflict', '名册刚刚重新核对过，请看过新的结果再确认导入', 'version');
  if (row.state === 'undoing' || row.state === 'undone') throw new AppError('closed', '这次导入已经撤销');
  if (row.state === 'planned') await imports.begin(importId, version, ctx.now);
  ctx.record({ collection: 'imports', subjectId: importId });
  return progressOf(await runJob(importId, 'committing', 'done', importBatch));
};
