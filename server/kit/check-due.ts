import type { Policy } from '@contract/policy/schema';
import { shanghaiDay } from '@contract/rules/calendar';
import { lastCheckDay, startOfDay } from '@contract/rules/check';

/** The latest day a check (核对) of every record fell due, and the instant it began; null: the rulebook has none. */
export function checkDue({ records }: Policy, now: Date): { day: string; from: Date } | null {
  const day = lastCheckDay(shanghaiDay(now), records.checkMonths);
  return day === null ? null : { day, from: startOfDay(day) };
}
