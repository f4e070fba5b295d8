import type { Act } from '../../../kit/act';
import { AppError, isDuplicate } from '../../../kit/errors';
import { renameSeats } from '../../../kit/rename-seats';
import { transact } from '../../../kit/table';
import { checkText } from '../../../kit/text-check';
import { corrections } from '../../../stores/corrections';
import { agreedOf, decidedBy } from '../deciding';
import { writeDecision } from '../write-decision';

/**
 * Decides field by field; record, unit, seat and person change together (decision D6). A request to which nothing is
 * agreed closes without them, so that one whose liaison has left can be closed too.
 */
export const decide: Act<'record.decide'> = async (ctx, { correctionId, decisions }) => {
  const reasons = decisions.map(({ reason }) => reason).join('\n');
  await checkText(ctx.caller.openid, reasons, 'decisions', 'forum', '资料变更的审核意见');
  const { row, renamed } = await transact(async (tx) => {
    const found = await corrections.getIn(tx, correctionId);
    if (!found) throw new AppError('missing', '没有找到这份变更申请', 'correctionId');
    if (found.requests.includes(ctx.requestId)) return { row: found, renamed: null };
    if (found.state === 'withdrawn') throw new AppError('closed', '联络员已撤回这份变更申请，不用再办');
    if (found.state === 'lapsed')
      throw new AppError('closed', `${found.lapsed ?? '这份变更申请已终止'}，不用再办`);
    if (found.state === 'decided') throw new AppError('closed', `${found.decidedBy}已经办结这份变更申请`);
    const decided = { ...found, decided: decidedBy(found, decisions) };
    const changed = await writeDecision(ctx, tx, decided);
    await ctx.recordIn(tx, { collection: 'corrections', subjectId: correctionId, unitId: found.unitId });
    return { row: decided, renamed: changed };
  }).catch((error: unknown) => {
    const named = decisions.some(({ key, agreed }) => agreed && key === 'unitName');
    throw named && isDuplicate(error)
      ? new AppError('conflict', '已有同名单位，请先核对单位全称', 'decisions')
      : error;
  });
  if (renamed) await renameSeats(renamed, renamed.name);
  const agreed = agreedOf(row).length;
  return { agreed, refused: row.keys.length - agreed };
};
