import { beginRungs, nextRungAt, type Schedule } from '@contract/rules/ladder';
import type { Policy } from '@contract/policy/schema';
import type { Ask } from '@contract/rules/receipt';
import { isWorkday } from '../../../kit/calendar';
import type { Ladder, Notice } from '../../../stores/notices';

/** The ladder of a notice in time: instants follow from the deadline, so a moved one moves what is not done yet. */
export const scheduleOf = (dueAt: Date, { remindAt }: Pick<Ladder, 'remindAt'>): Schedule => ({
  dueAt,
  remindAt,
  isWorkday,
});

interface Published {
  ask: Ask;
  dueAt: Date;
  publishedAt: Date;
  /** Working days of the rungs the writer switched off. */
  off: number[];
}

/** What a notice begins with; nothing where nothing is asked, or the rulebook reminds nobody. */
export function ladderFor(
  { rungs: steps, remindAt }: Policy['notices'],
  { ask, dueAt, publishedAt, off }: Published,
): Pick<Notice, 'ladder' | 'nextRungAt'> {
  if (ask === 'nothing' || steps.length === 0) return {};
  const schedule = scheduleOf(dueAt, { remindAt });
  const rungs = beginRungs(steps, off, publishedAt, schedule);
  return {
    ladder: { version: 0, remindAt, rungs, climb: null },
    nextRungAt: nextRungAt(rungs, schedule),
  };
}
