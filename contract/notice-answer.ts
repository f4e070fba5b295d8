import * as v from 'valibot';
import { mutation, query } from './action';
import { answers } from './answers';
import { count, cursor, flag, id, next } from './fields';
import { onBehalf } from './jielong';
import { actingUnit } from './me';
import { receiptStates } from './rules/receipt';

/** The form of a notice (回执表): handing it in, and what came in. Part of the notices. */

const noticeId = id('通知');
const state = v.picklist(receiptStates, '没有这个状态');
/** By whom; empty where staff entered it and no name was said. */
const stamp = v.object({ at: v.string(), by: v.string(), onBehalf: v.optional(onBehalf) });

/** Changes of a form, the newest first, as far as they are kept: whose form it was, who changed it, and what. */
const earlier = v.array(
  v.object({
    was: stamp,
    now: stamp,
    changes: v.array(v.object({ label: v.string(), before: v.string(), after: v.string() })),
  }),
);

/** A form as it was handed in, the last time. */
export const handedIn = v.object({
  answers,
  stamp,
  /** What a change of it has to name, so that nobody writes over what was not seen. */
  version: v.string(),
  /** After the time was over. */
  late: v.boolean(),
  /** How often it was changed. */
  revised: count,
  /** Long answers are cut to 200 characters. */
  earlier,
  /** May still be changed. */
  open: v.boolean(),
});

/** Which question a list is about: units that answered it, or that chose this option (its place among the options). */
const about = v.optional(v.object({ questionId: id('问题'), option: v.optional(count) }));

export const answerContract = {
  /**
   * Hands in the form for the unit, or changes what was handed in until the time is over (`closed` then). `version`: the
   * one that was seen; `conflict` when another one stands there meanwhile. A first answer is taken late as well.
   */
  'notice.answer': mutation(
    v.object({ noticeId, unitId: actingUnit, answers, version: v.optional(id('版本')) }),
    v.object({ state, handedIn }),
  ),

  /** 回执表 by region: who answered what. Staff. */
  'notice.answers': query(
    v.object({
      noticeId,
      /** This one alone, in whole words; else they are cut to 200 characters. */
      unitId: v.optional(id('单位')),
      about,
      cursor,
    }),
    v.object({
      rows: v.array(
        v.object({
          unitId: v.string(),
          unitName: v.string(),
          region: v.string(),
          stamp,
          late: v.boolean(),
          revised: count,
          /** When it was changed last; null: never. */
          changedAt: v.nullable(v.string()),
          /** Of the single unit only, in whole words. */
          earlier,
          /** WeChat wants people to look at the words. */
          review: v.boolean(),
          /** One a question, in their order. */
          cells: v.array(v.string()),
          /** With temporary addresses, of the single unit only. */
          files: v.array(v.object({ questionId: v.string(), name: v.string(), url: v.string() })),
        }),
      ),
      next,
    }),
  ),

  /** The questions with what came in, counted now. Staff. */
  'notice.answerSummary': query(
    v.object({ noticeId }),
    v.object({
      title: v.string(),
      total: count,
      answered: count,
      questions: v.array(
        v.object({
          questionId: v.string(),
          label: v.string(),
          kind: v.picklist(['count', 'names', 'choice', 'text', 'file']),
          several: flag('是否多选'),
          /** Units that answered it; of a number of people those that named more than none. */
          units: count,
          /** People, names, files; of a text the units. */
          sum: count,
          options: v.array(v.object({ label: v.string(), units: count })),
        }),
      ),
    }),
  ),
};
