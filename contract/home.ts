import * as v from 'valibot';
import { query } from './action';
import { count } from './fields';
import { actingUnit } from './me';
import { askKeys } from './rules/receipt';

const waiting = v.object({
  noticeId: v.string(),
  title: v.string(),
  hostName: v.string(),
  dueText: v.string(),
  overdue: v.boolean(),
  /** Only what asks for a confirmation is done by one tap here. */
  ask: v.picklist(askKeys),
});

export const homeContract = {
  /** Only what waits for this unit, most urgent first (at most 20), and how much there is. */
  'home.liaison': query(
    v.object({ unitId: actingUnit }),
    v.object({
      /** Notices; `total` counts them alone. */
      waiting: v.array(waiting),
      total: count,
      /** The caller's own record; null for whoever only stands in for the liaison. */
      record: v.nullable(
        v.object({
          /** A check of it fell due. */
          due: v.boolean(),
          verifiedAt: v.string(),
          /** What became of the newest change asked for: open, or decided within the last days. */
          change: v.nullable(
            v.object({ state: v.picklist(['open', 'agreed', 'refused']), note: v.string(), at: v.string() }),
          ),
        }),
      ),
      /** The caller's seat is passing to somebody; `mine`: the caller's word is awaited. */
      handover: v.nullable(v.object({ handoverId: v.string(), turn: v.string(), mine: v.boolean() })),
    }),
  ),

  /** What is stuck first, then what runs. */
  'home.office': query(
    v.object({}),
    v.object({
      /** Waiting for a decision. */
      filings: count,
      corrections: count,
      handovers: count,
      /** Words and pictures a person has to look at (内容审核). */
      checks: count,
      /** Units without liaison, and of these for longer than `alarmDays`; null: no rulebook picked yet. */
      vacant: count,
      vacantLong: count,
      alarmDays: v.nullable(count),
      /** Records a check fell due of. */
      check: count,
      /** Units whose head is to be told that they are missing (notice.heads). */
      heads: count,
      running: v.array(
        v.object({
          noticeId: v.string(),
          title: v.string(),
          total: count,
          opened: count,
          confirmed: count,
          /** Had not done it when the unit left (退会); absent: none. */
          left: v.optional(count),
          ask: v.picklist(askKeys),
          /** Did what was asked. */
          done: count,
          dueText: v.string(),
          overdue: v.boolean(),
        }),
      ),
      /** There are more than are shown here. */
      more: v.boolean(),
    }),
  ),
};
