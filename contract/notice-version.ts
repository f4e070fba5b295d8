import * as v from 'valibot';
import { mutation, query } from './action';
import { body } from './body';
import { count, cursor, flag, id, instant, next, text } from './fields';

/** What becomes of a notice after it went out: withdrawn, corrected; and the register of document numbers (文号登记簿). */

const noticeId = id('通知');
const hostId = id('发文单位');
const year = v.pipe(
  v.number('请选择年份'),
  v.integer('年份应为整数'),
  v.minValue(2000, '年份应在2000年以后'),
  v.maxValue(2100, '年份应在2100年以前'),
);

/** Earlier texts a notice keeps when it is corrected in place. */
export const MAX_REVISIONS = 5;

/**
 * State of a number: its document stands (有效), stands as corrected (已更正), was withdrawn (已撤回); used on paper before
 * the office counted here (纸质发文), or taken with no document behind it (空号).
 */
export const numberStates = {
  valid: '有效',
  corrected: '已更正',
  withdrawn: '已撤回',
  paper: '纸质发文',
  gap: '空号',
} as const;
export type NumberState = keyof typeof numberStates;

/** Of a withdrawn notice: when, by whom of the secretariat, and why. */
export const withdrawn = v.object({ at: v.string(), by: v.string(), reason: v.string() });

/** The last correction; `of`: the version before it, null where the text was corrected in place. */
export const correction = v.object({ at: v.string(), note: v.string(), of: v.nullable(v.string()) });

/** The version that stands today in place of an earlier one. */
export const newer = v.object({ noticeId: v.string(), at: v.string(), note: v.string() });

/** Pictures of a text whose content is not known to be fine (`checking`), or is not (`refused`). */
export const held = v.record(v.string(), v.picklist(['checking', 'refused']));

export const versionContract = {
  /** Takes it back: nothing of it waits any more, its number stays taken. */
  'notice.withdraw': mutation(
    v.object({ noticeId, reason: text('撤回原因', 100) }),
    v.object({ state: v.literal('withdrawn') }),
  ),

  /**
   * `again` (请重新确认): another notice goes to exactly the same units in place of this one, whose receipts stay as they
   * are. Otherwise the text is corrected in place and receipts keep their states.
   */
  'notice.correct': mutation(
    v.object({
      noticeId,
      title: text('标题', 100),
      body,
      /** Not read where nothing is asked. In place it may stay as it is, even when over. */
      dueAt: instant('确认截止时间'),
      note: text('更正说明', 100),
      again: flag('是否请各单位重新确认'),
    }),
    v.object({ noticeId: v.string(), total: count, state: v.picklist(['publishing', 'published']) }),
  ),

  /** Texts of a notice before it was corrected in place, the latest first. */
  'notice.revisions': query(
    v.object({ noticeId }),
    v.object({
      revisions: v.array(
        v.object({
          at: v.string(),
          by: v.string(),
          note: v.string(),
          title: v.string(),
          body,
          dueAt: v.string(),
        }),
      ),
      /** Temporary addresses of their pictures and files by key. */
      urls: v.record(v.string(), v.string()),
      held,
    }),
  ),

  /** 文号登记簿 of a host and year, the latest number first; with the one a document would probably get next. */
  'notice.numbers': query(
    v.object({ hostId, year, cursor }),
    v.object({
      /** Numbers taken so far. */
      last: count,
      upcoming: v.string(),
      numbers: v.array(
        v.object({
          n: count,
          text: v.string(),
          state: v.picklist(Object.keys(numberStates) as NumberState[]),
          /** Null where there is no document here. */
          notice: v.nullable(v.object({ noticeId: v.string(), title: v.string(), publishedAt: v.string() })),
        }),
      ),
      next,
    }),
  ),

  /** The paper register reached `last` this year: the next document here takes the number after it. Only upwards. */
  'notice.startNumber': mutation(
    v.object({
      hostId,
      year,
      last: v.pipe(
        v.number('请填写已用到的号数'),
        v.integer('号数应为整数'),
        v.minValue(1, '号数应从1开始'),
        v.maxValue(9999, '号数不能大于9999'),
      ),
    }),
    v.object({ last: count }),
  ),
};
