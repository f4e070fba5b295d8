import { presets } from '@contract/policy/presets';
import { dueRungs, nextRungAt, rungAt } from '@contract/rules/ladder';
import { isWorkday } from '@server/kit/calendar';
import { ladderFor, scheduleOf } from '@server/features/notice/ladder/plan';
import type { Notice } from '@server/stores/notices';
import type { Receipt } from '@server/stores/receipts';
import { PRESET } from './filings';
import type { Messages } from './messages';

/**
 * A notice with its automatic reminders as they stand now: what was due is done, its messages are in the outbox, also the
 * word to the units' heads is due.
 */
export function laddered(
  notice: Notice,
  rows: Receipt[],
  messages: Messages,
  now: Date,
): { notice: Notice; rows: Receipt[] } {
  const { dueAt, publishedAt, asking } = notice;
  const asked = { ask: asking.kind, dueAt, publishedAt, off: [] };
  const { ladder } = ladderFor(presets[PRESET].notices, asked);
  if (!ladder) return { notice, rows };
  const schedule = scheduleOf(dueAt, ladder);
  const due = dueRungs(ladder.rungs, schedule, now);
  const rungs = ladder.rungs.map((rung) => {
    if (!due.includes(rung)) return rung;
    const sentAt = rungAt(dueAt, rung.workdays, ladder.remindAt, isWorkday);
    const missing = rows.filter(({ doneAt }) => !doneAt || doneAt > sentAt);
    return { ...rung, end: 'sent' as const, sentAt, ...messages.remind(notice, missing, rung, sentAt) };
  });
  const heads = due.some(({ to }) => to === 'head');
  return {
    notice: { ...notice, ladder: { ...ladder, rungs }, nextRungAt: nextRungAt(rungs, schedule) },
    rows: heads ? rows.map((row) => (row.done ? row : { ...row, head: 'due' })) : rows,
  };
}
