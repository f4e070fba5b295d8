import * as v from 'valibot';
import { mutation, query } from './action';
import { body } from './body';
import { count, cursor, id, instant, next, text } from './fields';
import { actingUnit } from './me';
import { receiptStates } from './rules/receipt';

const noticeId = id('通知');
const receiptState = v.picklist(receiptStates, '没有这个状态');

/** Who gets it: every member unit, or the chosen ones. Snapshotted at publication (decision D6). */
export const audience = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('all') }),
    v.object({
      kind: v.literal('units'),
      unitIds: v.pipe(
        v.array(id('单位'), '请选择单位'),
        v.minLength(1, '请选择单位'),
        v.maxLength(1000, '一次最多选1000家单位'),
      ),
    }),
  ],
  '请选择发送范围',
);
export type Audience = v.InferOutput<typeof audience>;

const counts = v.object({ total: count, opened: count, confirmed: count });

const running = v.object({
  noticeId: v.string(),
  title: v.string(),
  hostId: v.string(),
  state: v.picklist(['publishing', 'published']),
  publishedAt: v.string(),
  dueAt: v.string(),
  /** "剩2个工作日", "已超期1天". */
  dueText: v.string(),
  counts,
});

const stamp = v.object({ at: v.string(), by: v.string() });

const whole = v.object({
  view: v.literal('whole'),
  noticeId: v.string(),
  title: v.string(),
  hostName: v.string(),
  publishedAt: v.string(),
  dueAt: v.string(),
  dueText: v.string(),
  body,
  /** Temporary addresses of pictures and files by key. */
  urls: v.record(v.string(), v.string()),
  /** Staff see the counts, a liaison the own unit's receipt. */
  counts: v.nullable(counts),
  receipt: v.nullable(
    v.object({
      unitId: v.string(),
      unitName: v.string(),
      state: receiptState,
      opened: v.nullable(stamp),
      confirmed: v.nullable(stamp),
      turn: v.string(),
    }),
  ),
});

/** What a stranger who opens a shared card may see (decision D10). */
const card = v.object({ view: v.literal('card'), title: v.string(), hostName: v.string() });

export const noticeContract = {
  'notice.publish': mutation(
    v.object({
      title: text('标题', 100),
      hostId: id('发文单位'),
      body,
      dueAt: instant('确认截止时间'),
      audience,
    }),
    v.object({ noticeId: v.string(), total: count, state: v.picklist(['publishing', 'published']) }),
  ),

  /** How many units the audience holds now, before sending. */
  'notice.reach': query(
    v.object({ audience }),
    v.object({ total: count, seated: count, vacant: v.array(v.string()) }),
  ),

  /** All notices with their rings, newest first. Staff. */
  'notice.list': query(v.object({ cursor }), v.object({ notices: v.array(running), next })),

  /** A unit's notices, newest first. */
  'notice.inbox': query(
    v.object({ unitId: actingUnit, cursor }),
    v.object({
      notices: v.array(
        v.object({
          noticeId: v.string(),
          title: v.string(),
          hostName: v.string(),
          publishedAt: v.string(),
          dueText: v.string(),
          state: receiptState,
          turn: v.string(),
        }),
      ),
      next,
    }),
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

  /** 还差谁: receipts by region and name. `missing` = opened or not, but not confirmed. */
  'notice.receipts': query(
    v.object({
      noticeId,
      show: v.optional(v.picklist(['missing', 'waiting', 'opened', 'confirmed'], '没有这个分类'), 'missing'),
      cursor,
    }),
    v.object({
      receipts: v.array(
        v.object({
          unitId: v.string(),
          unitName: v.string(),
          region: v.string(),
          state: receiptState,
          /** Who opened or confirmed, and when. */
          opened: v.nullable(stamp),
          confirmed: v.nullable(stamp),
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
};
