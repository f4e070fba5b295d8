import { AppError } from '../../kit/errors';
import type { Context } from '../../kit/context';
import type { Tx } from '../../kit/table';
import { corrections, type Correction } from '../../stores/corrections';
import { filings, type Filing } from '../../stores/filings';
import { people } from '../../stores/people';
import { units, type Unit } from '../../stores/units';
import { agreedInto } from './changes';
import { agreedOf, mustHold, summaryOf } from './deciding';
import { intoUnit, seatBy, seatOf } from './into-unit';
import { oldest, verifiedAfter } from './verified';

/** Writes what was decided: request, record, unit, seat and person. Gives the unit if it has a new name. */
export async function writeDecision(ctx: Context, tx: Tx, row: Correction): Promise<Unit | null> {
  const { now, requestId, caller } = ctx;
  const agreed = agreedOf(row);
  const filing = await filings.getIn(tx, row.filingId);
  const by = caller.person?.staff?.name ?? '';
  const closed = {
    state: 'decided' as const,
    slot: row._id,
    decided: row.decided,
    decidedBy: by,
    decidedAt: now,
  };
  await corrections.moveIn(tx, row._id, closed, requestId);
  if (agreed.length === 0 && !filing?.inForce) return null;
  if (!filing?.inForce) throw gone();

  const form = mustHold(agreedInto(filing.form, row, agreed), row, now);
  const verified = verifiedAfter(filing, row, agreed, now);
  const change: Partial<Filing> = {
    form,
    verified,
    verifiedAt: oldest(verified, filing.since ?? now),
    ...(agreed.includes('mobile') && { mobileVerified: row.mobileVerified }),
    ...(agreed.includes('unitName') && { unitName: form.unitName ?? filing.unitName }),
  };
  const event = agreed.length === row.keys.length ? 'record-agree' : 'record-refuse';
  await filings.moveIn(tx, filing._id, change, { at: now, event, by, note: summaryOf(row) }, requestId);
  return agreed.length === 0 ? null : writeUnit(ctx, tx, { ...filing, form }, agreed);
}

async function writeUnit(
  { now }: Context,
  tx: Tx,
  filing: Filing,
  agreed: Correction['keys'],
): Promise<Unit | null> {
  const unit = await units.getIn(tx, filing.unitId);
  const held = unit && seatOf(filing, unit);
  if (!unit || !held) throw gone();
  const seat = seatBy(held, filing.form);
  const change = intoUnit(unit, filing.form, agreed, seat, now);
  await units.seat(tx, unit._id, seat, change);
  if (seat.name !== held.name) await people.renameIn(tx, filing.openid, seat.name);
  return change.name && change.name !== unit.name ? { ...unit, ...change } : null;
}

const gone = () =>
  new AppError(
    'conflict',
    '这位联络员已不在这个席位（已交接或离任），变更不能再同意；请各项都选“不同意”办结，由新联络员另行申报',
  );
