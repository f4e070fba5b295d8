import type { Act } from '../../../kit/act';
import { checkText } from '../../../kit/text-check';
import { findFiling } from '../find';
import { moveFiling, stateAfter } from '../move';

export const refuse: Act<'filing.refuse'> = async (ctx, { filingId, reason }) => {
  const { openid, person } = ctx.caller;
  const filing = await findFiling(filingId);
  if (!filing.requests.includes(ctx.requestId)) {
    stateAfter(filing, 'refuse');
    await checkText(openid, reason, 'reason');
  }
  const by = person?.staff?.name ?? '';
  await moveFiling(ctx, filing, 'refuse', { note: reason, open: false, slot: filing._id, returned: [], by });
  return { filingId };
};
