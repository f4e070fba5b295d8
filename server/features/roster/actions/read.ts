import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { imports } from '../../../stores/imports';
import { uploads } from '../../../stores/uploads';
import { describe } from '../workbook/layout';
import { open } from '../workbook/open';

/** Reads the caller's own upload; the import's `_id` is the request id. Nothing of it is imported yet. */
export const read: Act<'roster.read'> = async (ctx, { fileKey }) => {
  const { requestId, caller, now } = ctx;
  const upload = await uploads.get(fileKey);
  if (!upload?.fileId || upload.owner !== caller.openid || upload.use !== 'roster')
    throw new AppError('invalid', '名册文件没有上传成功，请重新选择', 'fileKey');
  const { sheets } = open(await files.bytes(upload.fileId));
  const described = sheets.map(describe);
  if (!described.some(({ headers }) => headers.length > 0))
    throw new AppError(
      'invalid',
      '没有找到表头，请检查表里有没有“单位名称”“联络员”“手机”这样的标题行',
      'fileKey',
    );
  const added = await imports.add({
    _id: requestId,
    openid: caller.openid,
    by: caller.person?.staff?.name ?? '',
    fileId: upload.fileId,
    fileName: upload.name,
    state: 'read',
    sheets: described,
    mapping: null,
    defaults: {},
    decisions: [],
    plan: null,
    committedAt: null,
    undoneAt: null,
    cursor: 0,
    added: 0,
    changed: 0,
    restored: 0,
    removed: 0,
    left: [],
    kept: [],
    at: now,
    order: `${now.toISOString()}_${requestId}`,
    requests: [],
  });
  if (!added && (await imports.get(requestId))?.fileId !== upload.fileId) throw new AppError('conflict');
  ctx.record({ collection: 'imports', subjectId: requestId });
  return { importId: requestId };
};
