import type { HandoverReader } from '@contract/rules/handover';
import { handoverTurn } from '@contract/rules/handover';
import type { Context } from '../../kit/context';
import { factsOf, readerOf, withWord } from '../../kit/handing-over';
import { transact } from '../../kit/table';
import { handovers, type Handover } from '../../stores/handovers';
import { mustBeParty } from './find';

type Said = { event: string; change: Partial<Handover> };

/**
 * One more word to a handover. In a transaction, for both sides may speak at the same moment and the last word makes it
 * ready: five requests. `word` refuses, or says what changes; it is not asked again on a repeat.
 */
export function sayWord(
  ctx: Context,
  handoverId: string,
  word: (handover: Handover, reader: HandoverReader) => Said,
): Promise<Handover> {
  return transact(async (tx) => {
    const { handover, reader } = mustBeParty(await handovers.getIn(tx, handoverId), ctx.caller);
    if (handover.requests.includes(ctx.requestId)) return handover;
    const { event, change } = word(handover, reader);
    const entry = { at: ctx.now, event, by: ctx.caller.person?.name ?? '', note: '' };
    const whole = withWord(handover, change);
    await handovers.moveIn(tx, handoverId, whole, entry, ctx.requestId);
    await ctx.recordIn(tx, { collection: 'handovers', subjectId: handoverId, unitId: handover.unitId });
    return { ...handover, ...whole };
  });
}

export const presentTurn = (handover: Handover, { caller }: Context) => ({
  handoverId: handover._id,
  state: handover.state,
  turn: handoverTurn(factsOf(handover), readerOf(handover, caller) ?? 'staff').line,
});
