import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { endOf } from '../../../kit/handing-over';
import { transact } from '../../../kit/table';
import { checkText } from '../../../kit/text-check';
import { filings, type Filing } from '../../../stores/filings';
import { handovers } from '../../../stores/handovers';
import { findFiling } from '../find';
import { moveFiling, stateAfter } from '../move';

/** A handover it takes the seat over by ends with it, and the seat may be handed over anew. */
export const refuse: Act<'filing.refuse'> = async (ctx, { filingId, reason }) => {
  const { openid, person } = ctx.caller;
  const filing = await findFiling(filingId);
  if (!filing.requests.includes(ctx.requestId)) {
    stateAfter(filing, 'refuse');
    await checkText(openid, reason, 'reason', 'forum', '登记的审核意见');
  }
  const by = person?.staff?.name ?? '';
  const change = { note: reason, open: false, slot: filing._id, returned: [], by };
  if (filing.handoverId) await refuseBoth(ctx, filing._id, filing.handoverId, change);
  else await moveFiling(ctx, filing, 'refuse', change);
  return { filingId };
};

async function refuseBoth(
  ctx: Context,
  filingId: string,
  handoverId: string,
  { by, note, ...change }: Partial<Filing> & { by: string; note: string },
): Promise<void> {
  await transact(async (tx) => {
    const filing = await filings.getIn(tx, filingId);
    const handover = await handovers.getIn(tx, handoverId);
    if (!filing) throw new AppError('missing', '没有找到这份登记');
    if (filing.requests.includes(ctx.requestId)) return;
    const entry = { at: ctx.now, event: 'refuse', by, note };
    const refused = { ...change, note, state: stateAfter(filing, 'refuse') };
    await filings.moveIn(tx, filingId, refused, entry, ctx.requestId);
    const ended = handover && endOf(handover, 'refuse');
    if (ended) await handovers.moveIn(tx, handoverId, ended, entry, ctx.requestId);
    await ctx.recordIn(tx, { collection: 'filings', subjectId: filingId, unitId: filing.unitId });
  });
}
