import { posts } from '@contract/unit';
import type { Policy } from '@contract/policy/schema';
import { AppError } from '../../kit/errors';
import { filings, type Filing } from '../../stores/filings';
import type { Unit } from '../../stores/units';

/**
 * The post in the association is not inherited: the council gives it to the successor, or it lapses (D, dynamic
 * management). Asked of whoever follows somebody on the main seat; one request, only where a rulebook has this rule.
 */
export async function councilAsked(filing: Filing, unit: Unit, { seats }: Policy): Promise<boolean> {
  if (!seats.councilApprovesSuccessor || filing.kind !== 'main' || unit.post === 'ordinary') return false;
  return filing.handoverId !== null || (await filings.hadHolder(unit._id, 'main'));
}

/** What the council's word changes in the unit's file. */
export async function byCouncil(
  filing: Filing,
  unit: Unit,
  policy: Policy,
  said: 'approved' | 'lapsed' | undefined,
): Promise<Partial<Unit>> {
  if (!(await councilAsked(filing, unit, policy))) return {};
  if (!said)
    throw new AppError(
      'invalid',
      `${unit.name}是${posts[unit.post]}，接任人是否继任要经理事会同意，请选择理事会意见`,
      'council',
    );
  return said === 'lapsed' ? { post: 'ordinary' } : {};
}
