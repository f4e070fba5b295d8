import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError, isDuplicate } from '../../../kit/errors';
import { renameSeats } from '../../../kit/rename-seats';
import { transact, type Tx } from '../../../kit/table';
import { filings, type Filing } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { people } from '../../../stores/people';
import { units, type Unit } from '../../../stores/units';
import { stateAfter } from '../move';
import { takeNumbers } from '../numbers';
import { seatFrom, takenInto } from '../seating';

/**
 * Seats the liaison: filing, unit and person change together (decision D6), in twelve requests with identification,
 * start and commit. Numbers are taken outside the transaction and kept over its attempts: a gap is allowed, a double not.
 */
export const approve: Act<'filing.approve'> = async (ctx, { filingId, take }) => {
  const office = await offices.get();
  let given: string[] | undefined;
  const { numbers, renamed } = await transact(async (tx) => {
    const filing = await filings.getIn(tx, filingId);
    if (!filing) throw new AppError('missing', '没有找到这份登记');
    if (filing.requests.includes(ctx.requestId)) return { numbers: filing.numbers, renamed: null };
    stateAfter(filing, 'approve');
    const unit = await units.getIn(tx, filing.unitId);
    seatMustBeFree(unit);
    const change = takenInto(unit, filing.form, take);
    given ??= await takeNumbers(ctx, office, unit);
    await write(ctx, tx, filing, { ...unit, ...change }, change, given);
    return { numbers: given, renamed: change.name ? { ...unit, name: change.name } : null };
  }).catch((error: unknown) => {
    const sameName = take.includes('unitName') && isDuplicate(error);
    throw sameName ? new AppError('conflict', '已有同名单位，请先核对单位全称', 'take') : error;
  });
  if (renamed) await renameSeats(renamed, renamed.name);
  return { numbers };
};

function seatMustBeFree(unit: Unit | null): asserts unit is Unit {
  if (!unit?.active) throw new AppError('conflict', '这家单位已不在册，不能备案');
  const holder = unit.seats.main;
  if (holder) throw new AppError('conflict', `${unit.name}的A岗现在是${holder.name}，请先办理交接`);
}

async function write(
  ctx: Context,
  tx: Tx,
  filing: Filing,
  unit: Unit,
  change: Partial<Unit>,
  numbers: string[],
): Promise<void> {
  const { now, requestId, caller } = ctx;
  const seat = seatFrom(filing, numbers, now);
  const entry = { at: now, event: 'approve', by: caller.person?.staff?.name ?? '', note: '' };
  const decided = { state: stateAfter(filing, 'approve'), open: false, slot: filing._id, numbers };
  await filings.moveIn(tx, filing._id, decided, entry, requestId);
  await units.seat(tx, unit._id, seat, { ...change, updatedAt: now });
  await people.seat(tx, filing.openid, seat.name, {
    unitId: unit._id,
    unitName: unit.name,
    kind: 'main',
    since: now,
  });
  await ctx.recordIn(tx, { collection: 'filings', subjectId: filing._id, unitId: unit._id });
}
