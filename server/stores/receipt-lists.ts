import { _ } from '../kit/cloud';
import { table, type Where } from '../kit/table';
import type { Receipt } from './receipts';

/** Receipts as lists show them, page by page: of a notice by region and name, of a unit by what waits and by age. */

const rows = table<Receipt>('receipts');
const IN_INBOX: (keyof Receipt)[] = [
  '_id',
  'noticeId',
  'title',
  'number',
  'hostName',
  'publishedAt',
  'ask',
  'state',
  'done',
  'closed',
  'order',
  'dueAt',
];

export const receiptLists = {
  /** Forms that came in, by region; `pick` narrows to those of one question or option. */
  answers: (noticeId: string, pick: string | undefined, after: string | undefined, limit: number) =>
    rows.find({
      where: {
        noticeId,
        ...(pick === undefined ? { state: 'answered' } : { picks: pick }),
        ...(after && { place: _.gt(after) }),
      },
      orderBy: [['place', 'asc']],
      limit,
      fields: ['_id', 'unitId', 'unitName', 'region', 'state', 'dueAt', 'answered', 'form', 'place'],
    }),

  /** Of the forms that came in only what a summary adds up. */
  tallies: (noticeId: string, after: string | undefined, limit: number) =>
    rows.find({
      where: { noticeId, state: 'answered', ...(after && { place: _.gt(after) }) },
      orderBy: [['place', 'asc']],
      limit,
      fields: ['_id', 'tally', 'picks', 'place'],
    }),

  /** Every receipt with its form, for a table on paper. */
  withForms: (noticeId: string, after: string | undefined, limit: number) =>
    rows.find({
      where: { noticeId, ...(after && { place: _.gt(after) }) },
      orderBy: [['place', 'asc']],
      limit,
      fields: [
        '_id',
        'unitId',
        'unitName',
        'region',
        'ask',
        'state',
        'closed',
        'dueAt',
        'opened',
        'confirmed',
        'answered',
        'form',
        'place',
      ],
    }),

  /** Receipts of a unit this person opened, confirmed or answered. */
  touchedBy: (unitId: string, openid: string, before: string | undefined, limit: number) =>
    rows.find({
      where: _.and([
        { unitId, ...(before && { order: _.lt(before) }) },
        _.or([{ 'opened.openid': openid }, { 'confirmed.openid': openid }, { 'answered.openid': openid }]),
      ]) as unknown as Where,
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id', 'noticeId', 'unitName', 'opened', 'confirmed', 'answered', 'order'],
    }),

  /** Newest first; `done`: what waits or the rest alone, `sought` in title or number. */
  inbox(
    unitId: string,
    before: string | undefined,
    limit: number,
    { done, sought }: { done?: boolean; sought?: RegExp | null } = {},
  ): Promise<Receipt[]> {
    const where = { unitId, ...(done !== undefined && { done }), ...(before && { order: _.lt(before) }) };
    const either = sought && _.or([{ title: sought }, { number: sought }]);
    return rows.find({
      where: either ? (_.and([where, either]) as unknown as Where) : where,
      orderBy: [['order', 'desc']],
      limit,
      fields: IN_INBOX,
    });
  },

  /** What waits for the unit, the soonest due first; several may be due at one time. */
  inboxDue(unitId: string, after: { dueAt: Date; order: string } | null, limit: number): Promise<Receipt[]> {
    const where = { unitId, done: false, ...(after && { dueAt: _.gte(after.dueAt) }) };
    const beyond = after && _.or([{ dueAt: _.gt(after.dueAt) }, { order: _.gt(after.order) }]);
    return rows.find({
      where: beyond ? (_.and([where, beyond]) as unknown as Where) : where,
      orderBy: [
        ['dueAt', 'asc'],
        ['order', 'asc'],
      ],
      limit,
      fields: IN_INBOX,
    });
  },

  waiting: (unitId: string, limit: number) =>
    rows.find({
      where: { unitId, done: false },
      orderBy: [['dueAt', 'asc']],
      limit,
      fields: ['_id', 'noticeId', 'title', 'hostName', 'ask', 'dueAt'],
    }),

  /** What waits for any of these units, in no order. */
  waitingOf: (unitIds: string[], limit: number) =>
    rows.find({
      where: { unitId: _.in(unitIds), done: false },
      limit,
      fields: ['_id', 'noticeId', 'state', 'onBehalf'],
    }),

  countWaiting: (unitId: string) => rows.count({ unitId, done: false }),

  byPlace: (noticeId: string, filter: Where, after: string | undefined, limit: number) =>
    rows.find({
      where: { noticeId, ...filter, ...(after && { place: _.gt(after) }) },
      orderBy: [['place', 'asc']],
      limit,
      fields: [
        '_id',
        'unitId',
        'unitName',
        'region',
        'ask',
        'state',
        'closed',
        'opened',
        'confirmed',
        'answered',
        'place',
        'push',
      ],
    }),
};
