import type { Policy } from '@contract/policy/schema';
import { handoverTurn } from '@contract/rules/handover';
import { AppError } from '../../kit/errors';
import { factsOf } from '../../kit/handing-over';
import type { Filing } from '../../stores/filings';
import type { Handover } from '../../stores/handovers';
import type { Unit } from '../../stores/units';

/** Why the seat cannot pass to this person yet; null: it can. A seat that fell empty needs nobody's word any more. */
export function blockedBy(
  { kind, openid }: Filing,
  unit: Unit | null,
  handover: Handover | null,
  { seats }: Policy,
): string | null {
  if (!unit?.active) return '这家单位已不在册，不能备案';
  if (kind === 'deputy' && seats.deputy === 0) return `本会制度没有${seats.names.deputy}，不能备案`;
  const holder = unit.seats[kind];
  if (!holder) return null;
  const now = `${unit.name}的${seats.names[kind]}现在是${holder.name}`;
  if (holder.openid === openid) return `${now}，就是登记人本人，不用再备案`;
  const open = handover?.state === 'open' || handover?.state === 'ready';
  if (!handover || !open || handover.leaver.filingId !== holder.filingId) return `${now}，请先办理交接`;
  if (handover.state === 'ready') return null;
  return `交接还没有办完：${handoverTurn(factsOf(handover), 'staff').line.replace('，您无需操作', '')}，办完才能备案`;
}

export function seatMustPass(
  filing: Filing,
  unit: Unit | null,
  handover: Handover | null,
  policy: Policy,
): asserts unit is Unit {
  const why = blockedBy(filing, unit, handover, policy);
  if (why) throw new AppError('conflict', why);
}
