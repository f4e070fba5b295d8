import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { imports } from '../../../stores/imports';
import { importOf } from '../find';
import { runJob } from '../job';
import { progressOf, undoUntil } from '../present';
import { undoBatch } from '../undo-batch';

/** A slice of taking the import back; begun in time it may be finished later. */
export const undo: Act<'roster.undo'> = async (ctx, { importId }) => {
  const row = await importOf(importId);
  if (row.state === 'committing') throw new AppError('closed', '导入还没有完成，请先继续导入，完成后再撤销');
  if (row.state === 'read' || row.state === 'planned')
    throw new AppError('closed', '这份名册还没有导入，不需要撤销');
  if (row.state === 'done') {
    if (!undoUntil(row, ctx.now))
      throw new AppError('expired', '导入已超过24小时，不能再撤销；请在单位档案里修改');
    await imports.beginUndo(importId, ctx.now);
  }
  ctx.record({ collection: 'imports', subjectId: importId });
  return progressOf(await runJob(importId, 'undoing', 'undone', undoBatch));
};
