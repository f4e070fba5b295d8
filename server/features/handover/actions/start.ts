import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { changeMustBeSound, newHandover, openHandover, type Changed } from '../../../kit/handing-over';
import { policyOf } from '../../../kit/policy';
import { codes } from '../../../stores/codes';
import { handovers, type Handover } from '../../../stores/handovers';
import { offices } from '../../../stores/offices';
import { units, type Seat, type Unit } from '../../../stores/units';

const DAYS = 30;

/** The leaver begins; the code is a registration code of the unit, so that the successor registers as anybody does. */
export const start: Act<'handover.start'> = async (ctx, { unitId, kind, ...changed }) => {
  const known = await handovers.get(ctx.requestId);
  if (known && known.leaver.openid !== ctx.caller.openid) throw new AppError('conflict');
  const unit = known ? null : await units.get(unitId);
  const handover = known ?? (await begin(ctx, unit, unit?.seats[kind] ?? null, changed));
  if (handover.startedBy === 'leaver') await issue(ctx, handover);
  ctx.record({ collection: 'handovers', subjectId: handover._id, unitId: handover.unitId });
  return { handoverId: handover._id };
};

async function begin(
  ctx: Context,
  unit: Unit | null,
  seat: Seat | null,
  changed: Changed,
): Promise<Handover> {
  if (!unit || seat?.openid !== ctx.caller.openid)
    throw new AppError('invalid', '您不在这个席位上，请刷新后再试', 'kind');
  const open = await openHandover(ctx, unit, seat.kind);
  if (open) return open;
  await changeMustBeSound(ctx, changed);
  const begun: Handover = {
    ...newHandover(ctx, unit, seat, changed, policyOf(await offices.get())),
    startedBy: 'leaver',
    successor: null,
    filingId: null,
    letterKey: null,
  };
  if (await handovers.add(begun)) return begun;
  // Sent twice at once, or the successor began at the same moment.
  const other = (await handovers.get(ctx.requestId)) ?? (await openHandover(ctx, unit, seat.kind));
  if (!other) throw new AppError('conflict');
  return other;
}

/** Kept when it is there already. */
const issue = (ctx: Context, { _id, code, unitId, unitName, leaver }: Handover) =>
  codes.add({
    _id: code,
    unitId,
    unitName,
    issuedBy: leaver.openid,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + DAYS * 86_400_000),
    revokedAt: null,
    uses: 0,
    pictureId: null,
    requestId: _id,
    order: `${ctx.now.toISOString()}_${code}`,
  });
