import * as v from 'valibot';
import { mutation, query } from './action';
import { asking } from './asking';
import { audience, type Audience } from './audience';
import { block, body } from './body';
import { count, cursor, flag, id, instant, next, text } from './fields';
import { jielongContract, onBehalf } from './jielong';
import { answerContract, handedIn } from './notice-answer';
import { draftContract } from './notice-draft';
import { inboxContract, sought } from './notice-inbox';
import { correction, held, newer, versionContract, withdrawn } from './notice-version';
import { actingUnit } from './me';
import { ladderContract, rungsOff } from './notice-ladder';
import { statisticsContract } from './notice-statistics';
import { askKeys, receiptStates } from './rules/receipt';

const noticeId = id('通知');
const receiptState = v.picklist(receiptStates, '没有这个状态');

export { audience, type Audience };

/**
 * `answered`: of the confirmed ones, handed in the form. `onBehalf`: entered by staff; absent: none. `done`: did what was
 * asked. `left`: had not done it when the unit left (退会); in no other number but `total`; absent: none. What is missing
 * is the rest (`missingOf`).
 */
export const counts = v.object({
  total: count,
  opened: count,
  confirmed: count,
  answered: v.optional(count),
  onBehalf: v.optional(count),
  left: v.optional(count),
  done: count,
});

const ask = v.picklist(askKeys, '没有这种要求');

/** `withdrawn`: taken back; `corrected`: another notice stands in its place. */
export const noticeStates = ['publishing', 'published', 'withdrawn', 'corrected'] as const;
const noticeState = v.picklist(noticeStates, '没有这个状态');

/** A formal document has a number and a red head (红头); a plain one is for short words. */
export const styles = { plain: '普通通知', formal: '正式文件' } as const;
export type Style = keyof typeof styles;
const style = v.picklist(Object.keys(styles) as Style[], '请选择文件样式');

const running = v.object({
  noticeId: v.string(),
  title: v.string(),
  /** Of a formal document. */
  number: v.nullable(v.string()),
  hostId: v.string(),
  ask,
  state: noticeState,
  publishedAt: v.string(),
  dueAt: v.string(),
  /** "剩2个工作日", "已超期1天". */
  dueText: v.string(),
  counts,
});

/** `by` is empty where staff entered it and no name was said. */
const stamp = v.object({ at: v.string(), by: v.string(), onBehalf: v.optional(onBehalf) });

const whole = v.object({
  view: v.literal('whole'),
  noticeId: v.string(),
  title: v.string(),
  hostId: v.string(),
  hostName: v.string(),
  style,
  state: noticeState,
  asking,
  publishedAt: v.string(),
  dueAt: v.string(),
  dueText: v.string(),
  /** Of a formal document; null: it has none. */
  number: v.nullable(v.string()),
  /** Whom a formal document addresses. */
  addressee: v.string(),
  /** Taken back: a liaison gets no body then. Null: it stands. */
  withdrawn: v.nullable(withdrawn),
  /** The last correction; null: never corrected. */
  correction: v.nullable(correction),
  /** What stands today in place of this version; null: this one. */
  newer: v.nullable(newer),
  /** Earlier texts that staff can look at. */
  revisions: count,
  body: v.array(block),
  /** Temporary addresses of pictures and files by key. */
  urls: v.record(v.string(), v.string()),
  /** Absent: none. */
  held: v.optional(held),
  /** Staff see the counts, a liaison the own unit's receipt. */
  counts: v.nullable(counts),
  receipt: v.nullable(
    v.object({
      unitId: v.string(),
      unitName: v.string(),
      state: receiptState,
      opened: v.nullable(stamp),
      confirmed: v.nullable(stamp),
      /** The form, where one is asked and was handed in. */
      handedIn: v.nullable(handedIn),
      turn: v.string(),
    }),
  ),
});

/** What a stranger who opens a shared card may see (decision D10). */
const card = v.object({ view: v.literal('card'), title: v.string(), hostName: v.string() });

/** What a notice says, asks and of whom, as it is sent to be published, looked over or scheduled. */
export const publication = v.object({
  title: text('标题', 100),
  hostId: id('发文单位'),
  body,
  /** Not read where nothing is asked. */
  dueAt: instant('确认截止时间'),
  audience,
  asking: v.optional(asking, { kind: 'confirm' }),
  style: v.optional(style, 'plain'),
  /** May disturb in quiet hours. */
  urgent: v.optional(flag('紧急'), false),
  rungsOff,
});

export const noticeContract = {
  ...draftContract({ publication, whole, style }),
  ...jielongContract,
  ...versionContract,
  ...ladderContract,
  ...statisticsContract,
  ...answerContract,

  'notice.publish': mutation(
    publication,
    v.object({ noticeId: v.string(), total: count, state: v.picklist(['publishing', 'published']) }),
  ),

  /** What there is to choose by: regions, industries and tags that active units have, the most frequent first. */
  'notice.classes': query(
    v.object({}),
    v.object({
      regions: v.array(v.string()),
      industries: v.array(v.string()),
      tags: v.array(v.string()),
    }),
  ),

  /**
   * 可达性体检 before sending: how many units the audience holds now, and how each can be told: by a push, in the group
   * only (no credit left), or by telephone (nobody registered). The last two with names, at most 50 each.
   */
  'notice.reach': query(
    v.object({ audience }),
    v.object({
      total: count,
      push: count,
      group: count,
      phone: count,
      groupUnits: v.array(v.string()),
      phoneUnits: v.array(v.string()),
    }),
  ),

  ...inboxContract,

  /**
   * All notices with their rings, newest first; `running`: not over, or somebody is missing and still chased. Staff.
   */
  'notice.list': query(
    v.object({
      show: v.optional(v.picklist(['running', 'over', 'all'], '没有这个分类'), 'all'),
      search: sought,
      cursor,
    }),
    v.object({ notices: v.array(running), next }),
  ),

  'notice.get': query(
    v.object({ noticeId, unitId: v.optional(actingUnit) }),
    v.variant('view', [whole, card]),
  ),

  /** The unit has seen it; counted at the first open only. */
  'notice.open': mutation(v.object({ noticeId, unitId: actingUnit }), v.object({ state: receiptState })),

  'notice.confirm': mutation(
    v.object({ noticeId, unitId: actingUnit }),
    v.object({ state: receiptState, confirmed: stamp }),
  ),

  /**
   * 还差谁: receipts by region and name. `missing`: what was asked is not done. `left`: nor will be, the unit left (退会).
   * `push`, `already`, `unreachable`: the missing behind the figures of `notice.remindable`.
   */
  'notice.receipts': query(
    v.object({
      noticeId,
      /** This one alone, whatever its state. */
      unitId: v.optional(id('单位')),
      show: v.optional(
        v.picklist(
          [
            'missing',
            'waiting',
            'opened',
            'confirmed',
            'answered',
            'onBehalf',
            'left',
            'push',
            'already',
            'unreachable',
          ],
          '没有这个分类',
        ),
        'missing',
      ),
      cursor,
    }),
    v.object({
      receipts: v.array(
        v.object({
          unitId: v.string(),
          unitName: v.string(),
          region: v.string(),
          ask,
          state: receiptState,
          /** The unit left before it did what was asked: nobody waits for it. Absent: not. */
          left: v.optional(v.boolean()),
          /**
           * What became of the push that told the unit; null: none was sent. `code` is WeChat's, 0: no credit left; `trying`:
           * it did not work yet and is tried again by itself.
           */
          push: v.nullable(
            v.object({ state: v.picklist(['sent', 'trying', 'failed']), code: v.nullable(v.number()) }),
          ),
          /** Who opened or confirmed, and when. */
          opened: v.nullable(stamp),
          confirmed: v.nullable(stamp),
          /** Who handed in the form, the last time. */
          answered: v.nullable(stamp),
          /** Today's holder of the main seat, number masked. */
          liaison: v.nullable(v.object({ name: v.string(), phone: v.string() })),
        }),
      ),
      next,
    }),
  ),

  /** Copy-ready text for the group, in pieces of at most 2,000 characters. */
  'notice.chaseText': query(
    v.object({ noticeId }),
    v.object({ missing: count, pieces: v.array(v.string()) }),
  ),

  /** Of the missing units: how many a reminder would reach now, had one today already, or cannot be pushed. */
  'notice.remindable': query(
    v.object({ noticeId }),
    v.object({ push: count, already: count, unreachable: count }),
  ),

  /**
   * Reminds exactly the missing who can be pushed, a unit at most once a day over all matters (D8). At most 1,000 units a
   * call: `next` goes on with the rest.
   */
  'notice.remind': mutation(
    v.object({ noticeId, cursor }),
    v.object({ queued: count, already: count, unreachable: count, next }),
  ),
};
