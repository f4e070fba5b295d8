import { _ } from '../kit/cloud';
import { table, type Row, type Where } from '../kit/table';
import type { MessageKey } from '@contract/messages';
import type { OutboxState } from '@contract/rules/outbox';

/** A message to one person (待发消息, decision D8); `_id` is the dedupe key, so the same thing is never queued twice. */
export interface OutboxRow extends Row {
  message: MessageKey;
  openid: string;
  /** The unit it is about: without a seat or proxy there any more, the person is not told. Empty: a personal matter. */
  unitId: string;
  /** What it is about, e.g. a notice's id. */
  subjectId: string;
  page: string;
  data: Record<string, string>;
  state: OutboxState;
  /** Not before this moment; quiet hours are reckoned in. */
  notBefore: Date;
  /** May disturb in quiet hours; absent: may not. */
  urgent?: boolean;
  /** The run that holds it, and until when; then another may take it. */
  lease: string | null;
  leaseUntil: Date | null;
  /** WeChat's push says it reached the person; counts only when the run that sent it died. */
  pushedAt: Date | null;
  attempts: number;
  /** WeChat's last error code; null: none yet, or sent. */
  code: number | null;
  sentAt: Date | null;
  /** The request that queued it, where a person did. */
  requestId?: string;
}

const rows = table<OutboxRow>('outbox');

/** A message that waits; what is not given is as at the start. */
export const newMessage = (
  row: Pick<
    OutboxRow,
    '_id' | 'message' | 'openid' | 'unitId' | 'subjectId' | 'page' | 'data' | 'notBefore' | 'urgent'
  >,
): OutboxRow => ({
  ...row,
  state: 'waiting',
  lease: null,
  leaseUntil: null,
  pushedAt: null,
  attempts: 0,
  code: null,
  sentAt: null,
});

/**
 * The ledger of nags (催办): this is the key of the one that a unit gets of a day (`YYYY-MM-DD` in Asia/Shanghai, the day it
 * arrives), whoever queues it, of whatever feature, and whoever sits for the unit then. A nag is a message that asks again for
 * what the unit owes: a reminder staff send, a rung of a ladder, also the last one, after which the unit's head is told;
 * that is a matter for the telephone and no second message. The first word of a notice, of its correction or withdrawal, the
 * result of a review and staff's own digest are no nags. One that failed or was dropped reached nobody and does not count.
 */
export const nagId = (day: string, unitId: string): string => `nag_${day}_${unitId}`;

/** It will not go out, or did not. */
const OVER: OutboxState[] = ['failed', 'dropped'];
const UNDER_WAY: OutboxState[] = ['waiting', 'sending', 'unsure'];

export const outbox = {
  get: (id: string) => rows.get(id),

  /** Queues what is not queued yet; a batch that was written before counts as written. Gives how many were new. */
  async ensure(batch: OutboxRow[]): Promise<number> {
    if (batch.length === 0) return 0;
    if (await rows.addMany(batch)) return batch.length;
    const ids = batch.map(({ _id }) => _id);
    const there = await rows.find({ where: { _id: _.in(ids) }, limit: ids.length, fields: ['_id'] });
    const known = new Set(there.map(({ _id }) => _id));
    const rest = batch.filter(({ _id }) => !known.has(_id));
    return rest.length && rest.length < batch.length ? outbox.ensure(rest) : rest.length;
  },

  /** Queues nags; one of the same unit and day that reached nobody makes room. */
  async nag(batch: OutboxRow[]): Promise<void> {
    if (batch.length === 0 || (await rows.addMany(batch))) return;
    await rows.remove({ _id: _.in(batch.map(({ _id }) => _id)), state: _.in(OVER) });
    await outbox.ensure(batch);
  },

  /** Units that have had their nag of that day, or will. At most 1000. */
  async nagged(day: string, unitIds: string[]): Promise<string[]> {
    if (unitIds.length === 0) return [];
    const ids = unitIds.map((unitId) => nagId(day, unitId));
    const found = await rows.find({
      where: { _id: _.in(ids) },
      limit: ids.length,
      fields: ['_id', 'unitId', 'state'],
    });
    return found.filter(({ state }) => !OVER.includes(state)).map(({ unitId }) => unitId);
  },

  /** Messages of these matters to these units that still go out. */
  underWay: (subjectIds: string[], unitIds: string[]) =>
    rows.find({
      where: { subjectId: _.in(subjectIds), unitId: _.in(unitIds), state: _.in(UNDER_WAY) },
      limit: 1000,
      fields: ['_id', 'subjectId', 'unitId'],
    }),
  /** Messages of a matter to one unit, at most both seats' and some of former holders. */
  ofUnit: (subjectId: string, unitId: string) =>
    rows.find({ where: { subjectId, unitId }, limit: 20, fields: ['_id', 'state'] }),

  /** Seats this request queued a message for. */
  byRequest: (requestId: string) =>
    rows.find({ where: { requestId }, limit: 1000, fields: ['_id', 'unitId', 'openid'] }),

  /** Units among these that this request queued a message for. */
  async countBy(requestId: string, unitIds: string[]): Promise<number> {
    if (unitIds.length === 0) return 0;
    const mine = await rows.find({ where: { requestId }, limit: 1000, fields: ['_id', 'unitId'] });
    const units = new Set(mine.map(({ unitId }) => unitId));
    return unitIds.filter((unitId) => units.has(unitId)).length;
  },

  /** Whether anything is to be done: a message due, a run that died, or one of which nobody knows whether it went out. */
  async stirs(now: Date): Promise<boolean> {
    const where = _.or([
      { state: _.in(['waiting', 'unsure']), notBefore: _.lte(now) },
      { state: 'sending', leaseUntil: _.lt(now) },
    ]) as unknown as Where;
    return (await rows.find({ where, limit: 1, fields: ['_id'] })).length > 0;
  },

  due: (now: Date, limit: number) =>
    rows.find({
      where: { state: 'waiting', notBefore: _.lte(now) },
      orderBy: [['notBefore', 'asc']],
      limit,
      fields: ['_id'],
    }),

  /** Of two runs at once each row goes to one. */
  claim: (ids: string[], lease: string, leaseUntil: Date) =>
    rows.update({ _id: _.in(ids), state: 'waiting' }, { state: 'sending', lease, leaseUntil }),

  heldBy: (lease: string, limit: number) => rows.find({ where: { lease }, limit }),

  /** Rows whose run died. */
  dead: (now: Date, limit: number) =>
    rows.find({ where: { state: 'sending', leaseUntil: _.lt(now) }, limit }),
  /** WeChat's push told that these went out; how many were still held by a dead run. */
  arrived: (ids: string[], now: Date) =>
    rows.update(
      { _id: _.in(ids), state: 'sending', leaseUntil: _.lt(now) },
      { lease: null, leaseUntil: null, state: 'sent', sentAt: now, code: null },
    ),
  /** Of these nobody knows yet, and until `askAgainAt` nobody sends them; one told of meanwhile is not among them. */
  doubt: (ids: string[], now: Date, askAgainAt: Date) =>
    rows.update(
      { _id: _.in(ids), state: 'sending', leaseUntil: _.lt(now), pushedAt: null },
      { lease: null, leaseUntil: null, state: 'unsure', notBefore: askAgainAt },
    ),
  /** No push came: they did not go out. */
  retry: (now: Date) => rows.update({ state: 'unsure', notBefore: _.lte(now) }, { state: 'waiting' }),
  /** Messages to these people of which nobody knows yet whether they went out. */
  unsureOf: (openids: string[]) =>
    rows.find({
      where: { openid: _.in(openids), state: 'unsure' },
      limit: 1000,
      fields: ['_id', 'openid', 'message', 'notBefore'],
    }),
  /** Messages of this kind to this person of which a push of WeChat may speak; at most one is under way at a time. */
  async spokenOf(openid: string, message: MessageKey): Promise<OutboxRow[]> {
    const found = await rows.find({ where: { openid, state: _.in(['sending', 'unsure']) }, limit: 20 });
    return found.filter((row) => row.message === message);
  },
  /** 1 when it was held by a run; should that die, it is known that the message reached the person. */
  notePush: (id: string, at: Date) => rows.update({ _id: id, state: 'sending' }, { pushedAt: at }),
  /** 1 when nobody knew whether it went out. */
  clearUp: (id: string, change: Pick<OutboxRow, 'state' | 'sentAt' | 'code'>) =>
    rows.update({ _id: id, state: 'unsure' }, change),
  /** The last message of this kind sent to this person since that moment. */
  async lastSent(openid: string, message: MessageKey, since: Date): Promise<OutboxRow | null> {
    const found = await rows.find({
      where: { openid, message, state: 'sent', sentAt: _.gte(since) },
      orderBy: [['sentAt', 'desc']],
      limit: 1,
    });
    return found[0] ?? null;
  },
  /** Sent as far as we knew, and WeChat says it did not arrive; 0 when that is known. */
  bounce: (id: string, code: number) => rows.update({ _id: id, state: 'sent' }, { state: 'failed', code }),

  /** At the person's request: what waits is not sent, of the rest it stays that something was, not to whom or what. */
  async forget(openid: string): Promise<void> {
    const gone = { openid: '', data: {}, page: '' };
    await rows.update({ openid, state: 'waiting' }, { ...gone, state: 'dropped' });
    await rows.update({ openid, state: _.in(['sent', 'failed', 'dropped']) }, gone);
  },
  /** Same outcome for many rows of one run, in one request. */
  settle: (
    ids: string[],
    lease: string,
    change: Partial<Pick<OutboxRow, 'state' | 'code' | 'sentAt' | 'notBefore' | 'attempts'>>,
  ) => rows.update({ _id: _.in(ids), lease }, { ...change, lease: null, leaseUntil: null }),

  /** A reminder of this matter that waits for the morning; a nag makes room for another of the day. */
  takeBack: (openid: string, unitId: string, subjectId: string) =>
    rows.remove({ openid, unitId, state: 'waiting', subjectId }),

  /** What still waits for people who no longer act for the unit. */
  drop: (openids: string[], unitId: string) =>
    rows.update({ openid: _.in(openids), unitId, state: 'waiting' }, { state: 'dropped' }),

  /**
   * What did not go out about a matter that is over. A nag makes room for another of the day; of what a dead run held
   * nobody knows whether it went out, it is not tried again.
   */
  async dropOf(subjectId: string): Promise<void> {
    await rows.remove({ subjectId, state: 'waiting', message: 'todo' });
    await rows.update({ subjectId, state: _.in(['waiting', 'unsure']) }, { state: 'dropped' });
  },
  /** Other words for what did not go out yet. */
  reword: (subjectId: string, message: MessageKey, data: Record<string, string>) =>
    rows.update({ subjectId, state: 'waiting', message }, { data }),

  ofSubject: (subjectId: string, after: string | undefined, limit: number) =>
    rows.find({
      where: { subjectId, ...(after && { _id: _.gt(after) }) },
      orderBy: [['_id', 'asc']],
      limit,
    }),
  countOf: (subjectId: string, state: OutboxState) => rows.count({ subjectId, state }),
};
