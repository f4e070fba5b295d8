import { fitSlot } from '@contract/messages';
import type { Climb, Notice } from '../../../stores/notices';
import { outbox, type OutboxRow } from '../../../stores/outbox';
import { receipts } from '../../../stores/receipts';
import { remindersFor } from '../reminding';

/** Units of a page: their seats are at most what one request reads. */
const UNITS = 500;
/** Reminders queued in one write. */
const BATCH = 100;

interface Options {
  climb: Climb;
  notBefore: Date;
  /** The unit's head is to be told as well. */
  head: boolean;
}

/**
 * One page of the missing units: each is reminded unless it was today, and where the head is next, marked for the
 * secretariat. Whatever a run that died had queued of this very page carries the page's mark and counts as queued.
 */
export async function climbPage(
  notice: Notice,
  { climb, notBefore, head }: Options,
): Promise<{ climb: Climb; done: boolean }> {
  const requestId = `rung_${notice._id}_${Math.max(...climb.workdays)}_${climb.page}`;
  const missing = await receipts.byPlace(notice._id, { done: false }, climb.cursor ?? undefined, UNITS);
  const before = await outbox.byRequest(requestId);
  const had = new Set(before.map(({ unitId }) => unitId));
  // Reckoned for the moment it goes out: a reminder of the night counts for the day it arrives.
  const { rows, units } = await remindersFor(notice, missing, notBefore);
  const fresh = rows.filter(({ unitId }) => !had.has(unitId));
  await queue(fresh.map((row) => ({ ...row, requestId, ...(head && { data: headNext(row.data) }) })));
  if (head) await receipts.turnToHeads(missing.map(({ _id }) => _id));

  const queued = new Set([...fresh.map(({ unitId }) => unitId), ...had]);
  const count = (some: Set<string>) => [...some].filter((unitId) => !queued.has(unitId)).length;
  return {
    climb: {
      ...climb,
      cursor: missing[missing.length - 1]?.place ?? climb.cursor,
      page: climb.page + 1,
      queued: climb.queued + missing.filter(({ unitId }) => queued.has(unitId)).length,
      already: climb.already + count(units.already),
      unreachable: climb.unreachable + count(units.unreachable),
    },
    done: missing.length < UNITS,
  };
}

async function queue(rows: OutboxRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await outbox.nag(rows.slice(i, i + BATCH));
}

/** The liaison hears of it on the same day. */
export const headNext = (data: OutboxRow['data']): OutboxRow['data'] => ({
  ...data,
  thing4: fitSlot('thing4', '仍未办理，秘书处将告知单位负责人'),
});
