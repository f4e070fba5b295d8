import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { openIdNumber } from '../../../kit/id-number';
import { findFiling } from '../find';

/** The audit entry is the log of unmasking (decision D10): the pipeline writes it before the number goes out. */
export const reveal: Act<'filing.reveal'> = async (ctx, { filingId }) => {
  const { openid, unitId, form } = await findFiling(filingId);
  if (!form.idNumber) throw new AppError('missing', '这份登记没有填写身份证号');
  ctx.record({ collection: 'people', subjectId: openid, unitId });
  return { idNumber: openIdNumber(form.idNumber) };
};
