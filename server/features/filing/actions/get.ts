import type { Act } from '../../../kit/act';
import { fileUrls } from '../../../kit/file-urls';
import { units } from '../../../stores/units';
import { findFiling } from '../find';
import { picturesOf, presentReview } from '../present';

/** What was sent beside the unit's file as it is today. */
export const get: Act<'filing.get'> = async (_ctx, { filingId }) => {
  const filing = await findFiling(filingId);
  const [unit, urls] = await Promise.all([units.get(filing.unitId), fileUrls(picturesOf(filing.form))]);
  return presentReview(filing, unit, urls);
};
