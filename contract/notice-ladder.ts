import * as v from 'valibot';
import { mutation, query } from './action';
import { count, cursor, flag, id, instant, next } from './fields';
import { rungKinds, type RungKind } from './policy/notices-part';
import { shownContact } from './unit';

/** The chase ladder of a notice (自动催办), what the secretariat owes the units' heads, and links for SMS. */

const noticeId = id('通知');
const unitId = id('单位');
const workdays = v.pipe(
  v.number('请选择催办步骤'),
  v.integer('催办步骤不正确'),
  v.minValue(-30, '催办步骤不正确'),
  v.maxValue(30, '催办步骤不正确'),
);

/** Rungs the writer switched off before publishing, by their working days. */
export const rungsOff = v.optional(
  v.pipe(v.array(workdays, '催办步骤应为列表'), v.maxLength(8, '催办步骤最多8步')),
  [],
);

const shownRung = v.object({
  workdays: v.number(),
  to: v.picklist(Object.keys(rungKinds) as RungKind[]),
  at: v.string(),
  on: v.boolean(),
  state: v.picklist(['coming', 'doing', 'sent', 'merged', 'skipped', 'off', 'missed']),
  /** When it was done, and for how many units; null: not done. */
  sentAt: v.nullable(v.string()),
  queued: count,
  already: count,
  unreachable: count,
  /** Beyond the published holidays: the day is an estimate (预估). */
  estimated: v.boolean(),
});

const told = v.object({ at: v.string(), by: v.string() });

export const ladderContract = {
  /** The ladder of a notice; with `dueAt` instead what the rulebook would give one due then, published now. */
  'notice.ladder': query(
    v.pipe(
      v.object({ noticeId: v.optional(noticeId), dueAt: v.optional(instant('截止时间')) }),
      v.forward(
        v.partialCheck(
          [['noticeId'], ['dueAt']],
          ({ noticeId: notice, dueAt }) => !notice !== !dueAt,
          '请选择通知或截止时间',
        ),
        ['noticeId'],
      ),
    ),
    v.object({
      rungs: v.array(shownRung),
      /** Units whose head the secretariat has still to turn to, and those it has told. */
      heads: v.object({ due: count, told: count }),
    }),
  ),

  /** Switches one rung on or off while its time has not come. */
  'notice.setRung': mutation(
    v.object({ noticeId, workdays, on: flag('是否开启') }),
    v.object({ on: v.boolean(), nextAt: v.nullable(v.string()) }),
  ),

  /**
   * Units still missing after the last rung, whose head is to be told (需联系单位负责人); of one notice by region, of all
   * notices otherwise. Numbers masked, shown one at a time by directory.reveal.
   */
  'notice.heads': query(
    v.object({
      noticeId: v.optional(noticeId),
      show: v.optional(v.picklist(['due', 'told'], '没有这个分类'), 'due'),
      cursor,
    }),
    v.object({
      heads: v.array(
        v.object({
          noticeId: v.string(),
          title: v.string(),
          unitId: v.string(),
          unitName: v.string(),
          region: v.string(),
          /** Null: the file names no head of the unit. */
          head: v.nullable(shownContact),
          liaison: v.string(),
          dueText: v.string(),
          /** A letter or SMS to the head, ready to copy. */
          text: v.string(),
          told: v.nullable(told),
        }),
      ),
      next,
    }),
  ),

  /** 已告知负责人, or not after all. */
  'notice.tellHead': mutation(
    v.object({ noticeId, unitId, told: flag('是否已告知') }),
    v.object({ told: v.nullable(told) }),
  ),

  /** The unit's liaison's own link to the notice, made once and again before it runs out, in words for an SMS. */
  'notice.link': mutation(
    v.object({ noticeId, unitId }),
    v.object({ url: v.string(), text: v.string(), expiresAt: v.string() }),
  ),

  /**
   * Links for the missing units, at most 100 looked at a call: `next` goes on with the rest. `wait`: WeChat wants a rest of
   * so many seconds first; what was made is kept.
   */
  'notice.links': mutation(
    v.object({ noticeId, cursor }),
    v.object({
      made: count,
      ready: count,
      /** Units without a registered liaison. */
      none: count,
      /** WeChat gave none for these and may another time; the others have theirs. */
      failed: count,
      wait: count,
      next,
    }),
  ),
};
