import { _ } from '../kit/cloud';
import { table, type Pipeline, type Where } from '../kit/table';
import type { Receipt } from './receipts';
import type { FigureShow, Tally } from '@contract/rules/statistics';

/** Receipts counted by the database, and the lists behind the figures. */

const rows = table<Receipt>('receipts');

/** Which receipts are looked at: those of notices published from `since` until before `until`, ISO moments. */
export interface Scope {
  since: string;
  until: string;
  /** Notices that count no more. */
  except: string[];
  hostId?: string | undefined;
  unitId?: string | undefined;
  region?: string | undefined;
}

/** `order` begins with the time of publication. */
function whereOf({ since, until, except, hostId, unitId, region }: Scope, before?: unknown): Where {
  return {
    ...(unitId !== undefined && { unitId }),
    ...(region !== undefined && { region }),
    order: before ?? _.and(_.gte(since), _.lt(until)),
    ask: _.neq('nothing'),
    // What a unit had not done when it left (退会) is held against nobody.
    closed: _.neq('left'),
    ...(except.length && { noticeId: _.nin(except) }),
    ...(hostId && { hostId }),
  };
}

// A missing field counts as below every moment, as null does.
const isDone = { $gt: ['$doneAt', null] };
const isOnTime = { $and: [isDone, { $lte: ['$doneAt', '$dueAt'] }] };
const sumIf = (test: object, n: unknown = 1) => ({ $sum: { $cond: [test, n, 0] } });

/**
 * Rows that are alike are counted first, so that the tests are made once for each kind and not for each of tens of
 * thousands of rows.
 */
function tallied(pipe: Pipeline, key: unknown, more: Record<string, object>, now: Date): Pipeline {
  const when = {
    $cond: [
      isDone,
      { $cond: [{ $lte: ['$doneAt', '$dueAt'] }, 'onTime', 'late'] },
      { $cond: [{ $gt: ['$dueAt', now] }, 'pending', 'overdue'] },
    ],
  };
  const same = { key, when, state: '$state', onBehalf: '$onBehalf' };
  const is = (...whens: string[]) => ({ $in: ['$_id.when', whens] });
  return pipe
    .group({ _id: same, n: { $sum: 1 }, took: { $sum: { $subtract: ['$doneAt', '$publishedAt'] } }, ...more })
    .group({
      _id: '$_id.key',
      asked: { $sum: '$n' },
      opened: sumIf({ $ne: ['$_id.state', 'waiting'] }, '$n'),
      done: sumIf(is('onTime', 'late'), '$n'),
      onTime: sumIf(is('onTime'), '$n'),
      pending: sumIf(is('pending'), '$n'),
      onBehalf: sumIf({ $eq: ['$_id.onBehalf', true] }, '$n'),
      took: { $sum: '$took' },
      ...Object.fromEntries(Object.keys(more).map((name) => [name, { $max: `$${name}` }])),
    });
}

/** Conditions of the list behind a figure. */
const shown = (show: FigureShow, now: Date): Where => {
  const wheres: Record<FigureShow, Where> = {
    asked: {},
    missing: { doneAt: null },
    done: { doneAt: _.neq(null) },
    onTime: { $expr: isOnTime },
    late: { $expr: { $and: [isDone, { $gt: ['$doneAt', '$dueAt'] }] } },
    overdue: { doneAt: null, dueAt: _.lte(now) },
    pending: { doneAt: null, dueAt: _.gt(now) },
    opened: { state: _.neq('waiting') },
    onBehalf: { onBehalf: true },
  };
  return wheres[show];
};

/** A unit's share of what it was asked, and its place among those of the same share. */
export interface UnitTally extends Tally {
  _id: string;
  unitName: string;
  region: string;
  rate: number;
  place: string;
}

export const receiptFigures = {
  async total(scope: Scope, now: Date): Promise<Tally | null> {
    const count = (pipe: Pipeline) => tallied(pipe, null, {}, now);
    return (await rows.aggregate<Tally>(whereOf(scope), count, 1))[0] ?? null;
  },

  /** Units that owe something of these notices, and how many of them; those that owe most first, after the one last seen. */
  owing: (noticeIds: string[], after: { _id: string; n: number } | undefined, limit: number) =>
    rows.aggregate<{ _id: string; n: number }>(
      { noticeId: _.in(noticeIds), done: false },
      (pipe) => {
        const counted = pipe.group({ _id: '$unitId', n: { $sum: 1 } });
        const rest = after && [{ n: _.lt(after.n) }, { n: after.n, _id: _.gt(after._id) }];
        return (rest ? counted.match(_.or(rest) as unknown as Where) : counted).sort({ n: -1, _id: 1 });
      },
      limit,
    ),

  /** What these units owe of these notices, the next due first. */
  owedBy: (unitIds: string[], noticeIds: string[], limit: number) =>
    rows.find({
      where: { unitId: _.in(unitIds), done: false, noticeId: _.in(noticeIds) },
      limit,
      fields: ['_id', 'unitId', 'noticeId', 'title', 'dueAt'],
    }),

  /** How many receipts of each notice were done after that moment, the most first. */
  doneSince: (since: Date, limit: number) =>
    rows.aggregate<{ _id: string; title: string; n: number }>(
      { changedAt: _.gt(since), doneAt: _.gt(since) },
      (pipe) =>
        pipe.group({ _id: '$noticeId', title: { $max: '$title' }, n: { $sum: 1 } }).sort({ n: -1, _id: 1 }),
      limit,
    ),

  by: (key: 'region' | 'month', scope: Scope, now: Date, limit: number) =>
    rows.aggregate<Tally & { _id: string }>(
      whereOf(scope),
      (pipe) => tallied(pipe, `$${key}`, {}, now).sort({ _id: 1 }),
      limit,
    ),

  /** Units with the least done first, after the one last seen. */
  byUnit: (scope: Scope, now: Date, after: Pick<UnitTally, 'rate' | 'place'> | null, limit: number) =>
    rows.aggregate<UnitTally>(
      whereOf(scope),
      (pipe) => {
        const names = {
          unitName: { $max: '$unitName' },
          region: { $max: '$region' },
          place: { $max: '$place' },
        };
        const ranked = tallied(pipe, '$unitId', names, now).addFields({
          rate: { $divide: ['$done', '$asked'] },
        });
        return (after ? ranked.match(later(after)) : ranked).sort({ rate: 1, place: 1 });
      },
      limit,
    ),

  /** Receipts of one unit, newest notice first; `before` is the order of the one last seen. */
  ofUnit: (scope: Scope, show: FigureShow, now: Date, before: string | undefined, limit: number) =>
    rows.find({
      where: {
        ...whereOf(scope, before && _.and(_.gte(scope.since), _.lt(before))),
        ...shown(show, now),
      },
      orderBy: [['order', 'desc']],
      limit,
      fields: LISTED,
    }),

  /** Receipts newest notice first; all of one notice have the same order, so the id says where a page ended. */
  async list(
    scope: Scope,
    show: FigureShow,
    now: Date,
    seen: Pick<Receipt, 'order' | '_id'> | null,
    limit: number,
  ): Promise<Receipt[]> {
    const find = (before: unknown, more: Where, most: number) =>
      rows.find({
        where: { ...whereOf(scope, before), ...shown(show, now), ...more },
        orderBy: [
          ['order', 'desc'],
          ['_id', 'desc'],
        ],
        limit: most,
        fields: LISTED,
      });
    if (!seen) return find(undefined, {}, limit);
    const same = await find(seen.order, { _id: _.lt(seen._id) }, limit);
    if (same.length === limit) return same;
    const earlier = _.and(_.gte(scope.since), _.lt(seen.order));
    return [...same, ...(await find(earlier, {}, limit - same.length))];
  },
};

const later = ({ rate, place }: Pick<UnitTally, 'rate' | 'place'>): Where =>
  _.or([{ rate: _.gt(rate) }, { rate, place: _.gt(place) }]) as unknown as Where;

const LISTED: (keyof Receipt)[] = [
  '_id',
  'noticeId',
  'title',
  'unitId',
  'unitName',
  'region',
  'ask',
  'state',
  'publishedAt',
  'dueAt',
  'doneAt',
  'onBehalf',
  'order',
];
