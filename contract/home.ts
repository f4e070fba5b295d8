import * as v from 'valibot';
import { query } from './action';
import { count } from './fields';
import { actingUnit } from './me';

const waiting = v.object({
  noticeId: v.string(),
  title: v.string(),
  hostName: v.string(),
  dueText: v.string(),
  overdue: v.boolean(),
});

export const homeContract = {
  /** Only what waits for this unit, most urgent first (at most 20), and how much there is. */
  'home.liaison': query(
    v.object({ unitId: actingUnit }),
    v.object({ waiting: v.array(waiting), total: count }),
  ),

  /** What is stuck first, then what runs. */
  'home.office': query(
    v.object({}),
    v.object({
      filings: count,
      vacant: count,
      running: v.array(
        v.object({
          noticeId: v.string(),
          title: v.string(),
          total: count,
          opened: count,
          confirmed: count,
          dueText: v.string(),
          overdue: v.boolean(),
        }),
      ),
      /** There are more than are shown here. */
      more: v.boolean(),
    }),
  ),
};
