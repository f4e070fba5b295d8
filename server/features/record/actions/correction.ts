import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { fileUrls } from '../../../kit/file-urls';
import { noteSeen } from '../../../kit/seen';
import { corrections } from '../../../stores/corrections';
import { filings } from '../../../stores/filings';
import { picturesOf, presentChange } from '../present';

/** Old and new side by side, pictures as addresses that live for a while; a number among them is noted as seen. */
export const correction: Act<'record.correction'> = async (ctx, { correctionId }) => {
  const row = await corrections.get(correctionId);
  if (!row) throw new AppError('missing', '没有找到这份变更申请', 'correctionId');
  const pictures = picturesOf(row.old, row.changed);
  const [filing, urls] = await Promise.all([
    filings.get(row.filingId),
    fileUrls(row.proofKey ? [...pictures, row.proofKey] : pictures),
    (row.old.mobile ?? row.changed.mobile) && noteSeen(ctx, 'record.correction', [row.openid]),
  ]);
  return {
    ...presentChange(row),
    unitId: row.unitId,
    unitName: row.unitName,
    name: row.name,
    mobileVerified: row.mobileVerified,
    current: !!filing?.inForce,
    proofUrl: (row.proofKey && urls[row.proofKey]) || null,
    decidedBy: row.decidedBy,
    urls,
  };
};
