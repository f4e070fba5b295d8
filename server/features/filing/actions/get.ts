import type { Act } from '../../../kit/act';
import { fileUrls } from '../../../kit/file-urls';
import { policyOf } from '../../../kit/policy';
import { noteSeen } from '../../../kit/seen';
import { handovers } from '../../../stores/handovers';
import { offices } from '../../../stores/offices';
import { units } from '../../../stores/units';
import { councilAsked } from '../council';
import { findFiling } from '../find';
import { blockedBy } from '../passing';
import { picturesOf, presentReview } from '../present';

/** What was sent beside the unit's file as it is today, and what still stands in the way of the seat. */
export const get: Act<'filing.get'> = async (ctx, { filingId }) => {
  const filing = await findFiling(filingId);
  const [unit, handover, office] = await Promise.all([
    units.get(filing.unitId),
    filing.handoverId ? handovers.get(filing.handoverId) : null,
    offices.get(),
    filing.form.mobile && noteSeen(ctx, 'filing.get', [filing.openid]),
  ]);
  const policy = policyOf(office);
  const keys = [...picturesOf(filing.form), ...(handover?.letterKey ? [handover.letterKey] : [])];
  const [urls, council] = await Promise.all([
    fileUrls(keys),
    unit && filing.open ? councilAsked(filing, unit, policy) : false,
  ]);
  const blocked = blockedBy(filing, unit, handover, policy);
  return presentReview({ filing, unit, handover, policy, urls, blocked, council });
};
