import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { mustBeOpen, stillSits } from '../find';
import { presentTurn, sayWord } from '../say-word';

/** The leaver's word needs somebody to hand over to; the successor's comes after the registration. */
export const agree: Act<'handover.agree'> = async (ctx, { handoverId }) => {
  const said = await sayWord(ctx, handoverId, (handover, reader) => {
    if (reader === 'staff') throw new AppError('forbidden', '交接由原联络员和接任人确认，秘书处不能代为确认');
    mustBeOpen(handover);
    if (reader === 'successor') return { event: 'successor-agree', change: { successorAgreedAt: ctx.now } };
    if (!stillSits(handover, ctx.caller)) throw new AppError('closed', '您已不在这个席位上，不用再确认交接');
    if (!handover.successor) throw new AppError('conflict', '还没有接任人扫码登记，请先把交接码给接任人');
    return { event: 'leaver-agree', change: { leaverAgreedAt: ctx.now } };
  });
  return presentTurn(said, ctx);
};
