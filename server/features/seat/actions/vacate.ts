import { nextFiling } from '@contract/rules/filing';
import { shanghaiDay } from '@contract/rules/calendar';
import { startOfDay } from '@contract/rules/check';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { lapseCorrections } from '../../../kit/closing-corrections';
import { AppError } from '../../../kit/errors';
import { endOf } from '../../../kit/handing-over';
import { searchFields } from '../../../kit/search';
import { transact } from '../../../kit/table';
import { checkText } from '../../../kit/text-check';
import { filings, type Filing } from '../../../stores/filings';
import { handovers } from '../../../stores/handovers';
import { outbox } from '../../../stores/outbox';
import { people } from '../../../stores/people';
import { units, type Seat } from '../../../stores/units';

/**
 * The seat falls empty: unit, person and record change together. A handover nobody registered for ends with it; one with
 * a registration goes on, needing nobody's word any more (features/filing/passing.ts).
 */
export const vacate: Act<'seat.vacate'> = async (ctx, input) => {
  const { unitId, kind, on, reason } = input;
  if (on > shanghaiDay(ctx.now)) throw new AppError('invalid', '离任日期不能晚于今天', 'on');
  await checkText(ctx.caller.openid, reason, 'reason', 'forum', '离任原因');
  const ended = await transact(async (tx) => {
    const unit = await units.getIn(tx, unitId);
    if (!unit?.active) throw new AppError('missing', '没有找到这家单位，可能已不在册');
    if (unit.requests.includes(ctx.requestId)) return null;
    const seat = unit.seats[kind];
    if (!seat) throw new AppError('conflict', '这个席位现在没有人，请刷新', 'kind');
    if (on < shanghaiDay(seat.since)) throw new AppError('invalid', '离任日期不能早于备案的日期', 'on');
    const filing = await filings.getIn(tx, seat.filingId);
    if (filing) await filings.moveIn(tx, filing._id, ...closing(ctx, filing, input));
    const found = searchFields({ ...unit, seats: { ...unit.seats, [kind]: null } }, unitId);
    await units.unseat(tx, unitId, kind, ctx.now, { ...found, updatedAt: ctx.now }, ctx.requestId);
    await people.unseat(tx, seat.openid, unitId);
    await ctx.recordIn(tx, { collection: 'units', subjectId: unitId, unitId });
    return seat;
  });
  if (ended) await tidyUp(ctx, unitId, ended);
  return { unitId };
};

function closing(
  { now, caller, requestId }: Context,
  filing: Filing,
  { on, reason }: { on: string; reason: string },
): [Partial<Filing>, Filing['history'][number], string] {
  const state = nextFiling(filing.state, 'close') ?? filing.state;
  const entry = { at: now, event: 'close', by: caller.person?.staff?.name ?? '', note: reason };
  // Never before it began: the seat may have been taken later on that very day.
  const until = new Date(Math.max(startOfDay(on).getTime(), filing.since?.getTime() ?? 0));
  return [{ state, inForce: false, until, ended: reason }, entry, requestId];
}

/** Without effect already, wherever this dies: these rows hang on a record that is closed. */
async function tidyUp(ctx: Context, unitId: string, seat: Seat): Promise<void> {
  await people.endProxiesOf([seat.filingId]);
  await outbox.drop([seat.openid], unitId);
  await lapseCorrections([seat.filingId], 'vacated', ctx.now, ctx.requestId);
  const open = await handovers.bySlot(unitId, seat.kind);
  const ended = open && !open.filingId && endOf(open, 'cancel');
  if (!ended) return;
  const entry = { at: ctx.now, event: 'cancel', by: '', note: '席位已空出' };
  await handovers.move(open._id, open.state, ended, entry, ctx.requestId);
}
