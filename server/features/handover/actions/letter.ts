import { may } from '@contract/rules/rights';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { letterMustBeReady } from '../../../kit/handing-over';
import { handovers } from '../../../stores/handovers';
import { mustBeOpen, mustBeParty } from '../find';
import { presentTurn, sayWord } from '../say-word';

/** Sent by the successor, or entered by staff who got it on paper; whether the seal is good the reviewer sees. */
export const letter: Act<'handover.letter'> = async (ctx, { handoverId, letterKey }) => {
  const { handover, reader } = mustBeParty(await handovers.get(handoverId), ctx.caller);
  if (reader === 'leaver') throw new AppError('forbidden', '您可以直接确认交接，不用上传单位来函');
  if (reader === 'staff' && !may(ctx.caller.person?.staff?.role, 'filing.review'))
    throw new AppError('forbidden');
  if (!handover.requests.includes(ctx.requestId)) await letterMustBeReady(ctx, letterKey, 'letterKey');
  const said = await sayWord(ctx, handoverId, (now) => {
    mustBeOpen(now);
    return { event: 'letter', change: { letterKey } };
  });
  return presentTurn(said, ctx);
};
