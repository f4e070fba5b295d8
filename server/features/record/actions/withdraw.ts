import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { corrections } from '../../../stores/corrections';
import { filings } from '../../../stores/filings';

/** Takes back what was asked for, while nobody decided. */
export const withdraw: Act<'record.withdraw'> = async (ctx, { unitId, correctionId }) => {
  const correction = await corrections.get(correctionId);
  if (correction?.openid !== ctx.caller.openid || correction.unitId !== unitId)
    throw new AppError('missing', '没有找到这份变更申请', 'correctionId');
  if (!correction.requests.includes(ctx.requestId)) {
    const moved =
      correction.state === 'submitted' &&
      (await corrections.move(
        correctionId,
        'submitted',
        { state: 'withdrawn', slot: correctionId },
        ctx.requestId,
      ));
    if (!moved && !(await corrections.get(correctionId))?.requests.includes(ctx.requestId))
      throw new AppError('closed', '这份变更申请已经办结或终止，不能撤回');
  }
  const entry = { at: ctx.now, event: 'record-withdraw', by: correction.name, note: '' };
  await filings.amend(correction.filingId, {}, entry, ctx.requestId);
  ctx.record({ collection: 'corrections', subjectId: correctionId, unitId });
  return { correctionId };
};
