import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { fileUrls } from '../../../kit/file-urls';
import { corrections } from '../../../stores/corrections';
import { filings } from '../../../stores/filings';
import { picturesOf, presentChange } from '../present';

/** Old and new side by side, pictures as addresses that live for a while. */
export const correction: Act<'record.correction'> = async (_ctx, { correctionId }) => {
  const row = await corrections.get(correctionId);
  if (!row) throw new AppError('missing', '没有找到这份变更申请', 'correctionId');
  const pictures = picturesOf(row.old, row.changed);
  const [filing, urls] = await Promise.all([
    filings.get(row.filingId),
    fileUrls(row.proofKey ? [...pictures, row.proofKey] : pictures),
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
