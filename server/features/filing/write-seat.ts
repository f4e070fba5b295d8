import type { Context } from '../../kit/context';
import { endOf } from '../../kit/handing-over';
import { searchFields } from '../../kit/search';
import type { Tx } from '../../kit/table';
import { filings, type Filing } from '../../stores/filings';
import { handovers, type Handover } from '../../stores/handovers';
import { people } from '../../stores/people';
import { units, type Seat, type Unit } from '../../stores/units';
import { stateAfter } from './move';
import { closedOn, inForceFrom, seatFrom } from './seating';

interface Passing {
  filing: Filing;
  unit: Unit;
  handover: Handover | null;
  /** What else changes in the unit's file. */
  change: Partial<Unit>;
  numbers: string[];
}

/**
 * The seat passes: new record in force, the leaver's closed, rights with it. Five writes, three more with a handover,
 * and a read and a write more for somebody who comes from the other seat of the same unit. Gives the seats that ended.
 */
export async function writeSeat(ctx: Context, tx: Tx, { filing, unit, handover, change, numbers }: Passing) {
  const { now, requestId } = ctx;
  const entry = { at: now, event: 'approve', by: by(ctx), note: '' };
  const seat = seatFrom(filing, numbers, now);
  const leaver = unit.seats[filing.kind];
  const own = otherSeatOf(filing, unit);
  const seats = { ...unit.seats, ...(own && { [own.kind]: null }), [filing.kind]: seat };
  const found = searchFields({ ...unit, ...change, seats }, unit._id);
  const file = { ...change, ...found, updatedAt: now };
  const decided = { state: stateAfter(filing, 'approve'), open: false, slot: filing._id, numbers };

  await filings.moveIn(tx, filing._id, { ...decided, ...inForceFrom(filing, now) }, entry, requestId);
  if (leaver) await close(ctx, tx, leaver, '交接');
  if (own) await close(ctx, tx, own, '转任');
  if (own) await units.reseat(tx, unit._id, seats, now, file);
  else await units.seat(tx, unit._id, seat, file);
  await seatPerson(tx, filing, { ...unit, ...change }, seat, own);
  if (leaver) await people.unseat(tx, leaver.openid, unit._id);
  const ended = handover && endOf(handover, 'approve');
  if (ended) await handovers.moveIn(tx, handover._id, ended, entry, requestId);
  await ctx.recordIn(tx, { collection: 'filings', subjectId: filing._id, unitId: unit._id });
  return [leaver, own].flatMap((one) => one ?? []);
}

const by = ({ caller }: Context): string => caller.person?.staff?.name ?? '';

/** Somebody has one seat of a unit: who takes the other gives the first up. */
const otherSeatOf = ({ kind, openid }: Filing, { seats }: Unit): Seat | null => {
  const other = seats[kind === 'main' ? 'deputy' : 'main'];
  return other?.openid === openid ? other : null;
};

function close(ctx: Context, tx: Tx, { filingId }: Seat, why: string): Promise<void> {
  const entry = { at: ctx.now, event: 'close', by: by(ctx), note: why };
  return filings.moveIn(tx, filingId, closedOn(ctx.now, why), entry, ctx.requestId);
}

async function seatPerson(tx: Tx, { openid }: Filing, unit: Unit, seat: Seat, own: Seat | null) {
  const taken = { unitId: unit._id, unitName: unit.name, kind: seat.kind, since: seat.since };
  if (!own) return people.seat(tx, openid, seat.name, taken);
  const person = await people.getIn(tx, openid);
  const kept = (person?.seats ?? []).filter(({ unitId }) => unitId !== unit._id);
  return people.reseatIn(tx, openid, seat.name, [...kept, taken]);
}
