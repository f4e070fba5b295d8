import type { FileUse } from '@contract/file';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { attachments, type Attachment } from '../../../stores/attachments';
import { corrections } from '../../../stores/corrections';
import { filings } from '../../../stores/filings';
import { handovers } from '../../../stores/handovers';
import { units } from '../../../stores/units';
import { uploads } from '../../../stores/uploads';

/** What may lie in a unit's file. */
const USES: readonly FileUse[] = ['attachment', 'licence', 'proofLetter', 'letter', 'paper'];

/** Puts the caller's own upload into the unit's file; the attachment's `_id` is the request id. */
export const attach: Act<'unit.attach'> = async (ctx, { unitId, kind, fileKey, name, subjectId }) => {
  const { requestId, caller, now } = ctx;
  const [unit, upload] = await Promise.all([units.get(unitId), uploads.get(fileKey)]);
  if (!unit) throw new AppError('missing', '没有找到这家单位', 'unitId');
  if (!upload?.fileId || upload.owner !== caller.openid || !USES.includes(upload.use))
    throw new AppError('invalid', '文件没有上传成功，请重新上传', 'fileKey');
  if (subjectId && !(await concerns(subjectId, unitId)))
    throw new AppError('missing', '没有找到这家单位的这份登记、交接或变更', 'subjectId');
  await checkText(caller.openid, name, 'name', 'forum', '单位材料名称');
  const row: Attachment = {
    _id: requestId,
    unitId,
    kind,
    fileKey,
    name,
    subjectId,
    by: caller.person?.staff?.name ?? '',
    at: now,
    removedAt: null,
    order: `${now.toISOString()}_${requestId}`,
  };
  if (!(await attachments.add(row))) {
    const first = await attachments.get(requestId);
    if (first?.unitId !== unitId || first.fileKey !== fileKey)
      throw new AppError('conflict', '这次操作与先前的重复，请退出后重新添加');
  }
  ctx.record({ collection: 'attachments', subjectId: requestId, unitId });
  return { attachmentId: requestId };
};

async function concerns(subjectId: string, unitId: string): Promise<boolean> {
  const found = await Promise.all([
    filings.get(subjectId),
    handovers.get(subjectId),
    corrections.get(subjectId),
  ]);
  return found.some((row) => row?.unitId === unitId);
}
