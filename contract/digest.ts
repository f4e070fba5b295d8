import * as v from 'valibot';
import { mutation, query } from './action';
import { count, cursor, day, flag, next } from './fields';
import { digestLineKeys } from './rules/digest';

const lineKey = v.picklist(digestLineKeys, '没有这一项');

const line = v.object({
  key: lineKey,
  count,
  /** At most five, for the digest itself. */
  names: v.array(v.string()),
});

const digest = v.object({
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  day: v.string(),
  madeAt: v.string(),
  /** What changed is told since then. */
  since: v.string(),
  /** Without those that count nothing. */
  lines: v.array(line),
});

export const digestContract = {
  /** The digest (早报) of a day, without one the latest; null: none was made, or it is not kept any more. Staff. */
  'digest.get': query(
    v.object({ day: v.optional(day('日期')) }),
    v.object({ digest: v.nullable(digest), today: v.string(), subscribed: v.boolean() }),
  ),

  /** Those that are kept (30 days), the latest first. Staff. */
  'digest.list': query(
    v.object({ cursor }),
    v.object({
      digests: v.array(v.object({ day: v.string(), due: count, stuck: count, changed: count })),
      next,
    }),
  ),

  /** What a line of a digest counted, as it was then. Staff. */
  'digest.items': query(
    v.object({ day: day('日期'), key: lineKey, cursor }),
    v.object({
      count,
      items: v.array(
        v.object({
          /** Of the notice, unit, filing, handover or correction it is. */
          id: v.string(),
          name: v.string(),
          note: v.string(),
          /** Drawn as a bar: units done of all the notice asked. */
          done: v.optional(count),
          total: v.optional(count),
        }),
      ),
      next,
    }),
  ),

  /**
   * Who is stuck now: units that owe two running notices or more, or that owe something and no push reaches. With what
   * they owe. Staff.
   */
  'digest.stuck': query(
    v.object({ show: v.optional(v.picklist(['several', 'unreachable'], '没有这个分类'), 'several'), cursor }),
    v.object({
      count,
      units: v.array(
        v.object({
          unitId: v.string(),
          unitName: v.string(),
          region: v.string(),
          /** Number masked; null: the unit has none. */
          liaison: v.nullable(v.object({ name: v.string(), phone: v.string() })),
          /** How many notices it owes; `owes` tells of 50 at most, the next due first. */
          n: count,
          owes: v.array(v.object({ noticeId: v.string(), title: v.string(), dueText: v.string() })),
        }),
      ),
      next,
    }),
  ),

  /** Whether the caller is sent a message with each new digest. Staff. */
  'digest.subscribe': mutation(v.object({ on: flag('是否接收') }), v.object({ on: v.boolean() })),
};
