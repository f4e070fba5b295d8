import { shanghaiYear } from '@contract/rules/calendar';
import { filingNumber } from '@contract/rules/number';
import type { Context } from '../../kit/context';
import { AppError } from '../../kit/errors';
import { counters } from '../../stores/counters';
import type { Office } from '../../stores/offices';
import type { Unit } from '../../stores/units';
import { policyOf } from '../../kit/policy';

/** One number per host of the unit, e.g. 协会联备〔2026〕12号. */
export async function takeNumbers({ now }: Context, office: Office | null, unit: Unit): Promise<string[]> {
  const policy = policyOf(office);
  const hosts = (office?.hosts ?? []).filter(({ id }) => unit.hosts.includes(id));
  if (hosts.length === 0) throw new AppError('conflict', '单位没有所属主办方，请先完善单位档案');
  const year = shanghaiYear(now);
  const last = await counters.take(
    `filing_${year}`,
    hosts.map(({ id }) => id),
  );
  return hosts.map(({ id, short }) => filingNumber(policy, short, year, last[id] ?? 0));
}
