import * as v from 'valibot';
import { query } from './action';
import { cursor, next, optionalText } from './fields';
import { actingUnit } from './me';
import { askKeys, receiptStates } from './rules/receipt';

/** What is looked for in titles and numbers of documents. */
export const sought = optionalText('搜索内容', 30);

/** A unit's notices as its liaisons see them. */
export const inboxContract = {
  /**
   * What waits for the unit, the soonest due first, then the rest, newest first; `show`: one of the two alone. A search
   * gives what it finds newest first.
   */
  'notice.inbox': query(
    v.object({
      unitId: actingUnit,
      show: v.optional(v.picklist(['all', 'waiting', 'rest'], '没有这个分类'), 'all'),
      search: sought,
      cursor,
    }),
    v.object({
      notices: v.array(
        v.object({
          noticeId: v.string(),
          title: v.string(),
          /** Of a formal document. */
          number: v.nullable(v.string()),
          hostName: v.string(),
          publishedAt: v.string(),
          dueText: v.string(),
          ask: v.picklist(askKeys),
          state: v.picklist(receiptStates),
          /** Waits for the unit. */
          waiting: v.boolean(),
          /** Withdrawn, another stands in its place, or the unit left while it was open; null: it stands. */
          closed: v.nullable(v.picklist(['withdrawn', 'corrected', 'left'])),
          turn: v.string(),
        }),
      ),
      next,
    }),
  ),
};
