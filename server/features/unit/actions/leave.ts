import { shanghaiDay } from '@contract/rules/calendar';
import { nextFiling } from '@contract/rules/filing';
import { nextHandover } from '@contract/rules/handover';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { lapseCorrections } from '../../../kit/closing-corrections';
import { closeReceiptsOf } from '../../../kit/closing-receipts';
import { AppError } from '../../../kit/errors';
import { transact, type Tx } from '../../../kit/table';
import { checkText } from '../../../kit/text-check';
import { filings } from '../../../stores/filings';
import { handovers } from '../../../stores/handovers';
import { outbox } from '../../../stores/outbox';
import { people } from '../../../stores/people';
import { openidsOf, seatsOf, units, type Seat, type Unit } from '../../../stores/units';

const ENDED = '退会';
/** Of one unit at most so many registrations wait at once. */
const MOST_OPEN = 100;

/**
 * Unit, records and people change together (decision D6): at most twelve requests with identification, start and commit.
 * What waits for the unit is refused after it, each by its own conditional update; a repeat finishes what was left.
 */
export const leave: Act<'unit.leave'> = async (ctx, { unitId, on, reason }) => {
  if (on > shanghaiDay(ctx.now)) throw new AppError('invalid', '退会日期不能晚于今天', 'on');
  await checkText(ctx.caller.openid, reason, 'reason', 'forum', '退会原因');
  const before = await transact(async (tx) => {
    const unit = await units.getIn(tx, unitId);
    if (!unit) throw new AppError('missing', '没有找到这家单位');
    // Sent again after the unit came back: who sits or registers there now has nothing to do with it.
    if (unit.requests.includes(ctx.requestId)) return unit.active ? null : unit;
    if (!unit.active) throw new AppError('closed', '这家单位已经退会，请刷新');
    for (const seat of seatsOf(unit)) await endSeat(ctx, tx, unitId, seat);
    const left = { at: ctx.now, on, reason, by: by(ctx) };
    await units.leaveIn(tx, unit, left, ctx.requestId);
    await ctx.recordIn(tx, { collection: 'units', subjectId: unitId, unitId });
    return unit;
  });
  if (!before) return { refused: 0 };
  await tidyUp(ctx, before);
  return { refused: (await refuseFilings(ctx, unitId)) + (await cancelHandovers(ctx, unitId)) };
};

const by = ({ caller }: Context): string => caller.person?.staff?.name ?? '';

async function endSeat(ctx: Context, tx: Tx, unitId: string, seat: Seat): Promise<void> {
  const filing = await filings.getIn(tx, seat.filingId);
  const state = filing && nextFiling(filing.state, 'close');
  if (filing && state) {
    const entry = { at: ctx.now, event: 'close', by: by(ctx), note: ENDED };
    const closed = { state, inForce: false, until: ctx.now, ended: ENDED };
    await filings.moveIn(tx, filing._id, closed, entry, ctx.requestId);
  }
  await people.unseat(tx, seat.openid, unitId);
}

/**
 * What those who sat for it lent to others and asked to change, what the outbox still held for them, and what notices
 * still waited for from the unit. Unit and records are closed already: nothing of it has an effect meanwhile.
 */
async function tidyUp({ now, requestId }: Context, unit: Unit): Promise<void> {
  const records = seatsOf(unit).map(({ filingId }) => filingId);
  if (records.length) await people.endProxiesOf(records);
  if (records.length) await outbox.drop(openidsOf(unit), unit._id);
  await lapseCorrections(records, 'left', now, requestId);
  await closeReceiptsOf([unit._id], now);
}

async function refuseFilings(ctx: Context, unitId: string): Promise<number> {
  const found = await filings.ofUnit(unitId, MOST_OPEN);
  const open = found.filter((filing) => filing.open);
  for (const { _id, state } of open) {
    const note = '单位已退会，登记终止办理';
    const entry = { at: ctx.now, event: 'refuse', by: by(ctx), note };
    const refused = { state: nextFiling(state, 'refuse') ?? state, open: false, slot: _id, note };
    await filings.move(_id, state, refused, entry, ctx.requestId);
  }
  return open.length + found.filter(refusedBy(ctx)).length;
}

async function cancelHandovers(ctx: Context, unitId: string): Promise<number> {
  const found = await handovers.ofUnit(unitId, MOST_OPEN);
  const open = found.filter(({ state }) => nextHandover(state, 'refuse'));
  for (const { _id, state } of open) {
    const entry = { at: ctx.now, event: 'refuse', by: by(ctx), note: '单位已退会' };
    const to = nextHandover(state, 'refuse') ?? state;
    await handovers.move(_id, state, { state: to, slot: _id }, entry, ctx.requestId);
  }
  return open.length + found.filter(refusedBy(ctx)).length;
}

/** What this very request refused the first time it came: a repeat is told the same. */
const refusedBy =
  ({ requestId }: Context) =>
  ({ state, requests }: { state: string; requests: string[] }): boolean =>
    state === 'refused' && requests.includes(requestId);
