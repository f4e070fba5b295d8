import type { Policy } from '@contract/policy/schema';
import { AppError } from '../../kit/errors';
import { units } from '../../stores/units';

/** A rulebook without deputies would leave those who sit without a seat. */
export async function noDeputyMayLose(
  before: Policy | null,
  { seats }: Policy,
  field: string,
): Promise<void> {
  if (seats.deputy > 0 || !before?.seats.deputy) return;
  const count = await units.countDeputies();
  if (count === 0) return;
  throw new AppError('conflict', `还有${count}家会员单位的副席位有人在任，请先办理离任，再取消副席位`, field);
}
