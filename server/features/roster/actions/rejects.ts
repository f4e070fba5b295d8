import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { importOf, planOf } from '../find';
import { handOut, produce } from '../../../office/produce';
import { rejectsBook } from '../sheet/rejects';

/** What was not imported, in the shape it came in. */
export const rejects: Act<'roster.rejects'> = async (ctx, { importId }) => {
  const row = await importOf(importId);
  const reasons = new Map(
    (await planOf(row))
      .filter(({ kind }) => kind === 'wrong' || kind === 'suspect' || kind === 'skipped')
      .map(({ key, reason, candidates }) => [
        key,
        [reason, ...candidates.map(({ name, why }) => `${name}：${why}`)].join('；'),
      ]),
  );
  for (const { key, reason } of row.left) reasons.set(key, reason);
  if (reasons.size === 0) throw new AppError('missing', '每一行都导入了，没有退回的行');
  const out = await produce(ctx, {
    kind: 'rejects',
    asked: importId,
    make: async () => ({
      bytes: rejectsBook(await files.bytes(row.fileId), row.sheets, reasons),
      name: `${row.fileName.replace(/\.xlsx?$/i, '')}_未导入的行.xlsx`,
      count: reasons.size,
      masked: false,
    }),
  });
  ctx.record({ collection: 'imports', subjectId: importId });
  return { ...(await handOut(out)), rows: out.count };
};
