import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';
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

  /** Those of these keys that are queued, sent or done with. */
  there: (ids: string[]) =>
    ids.length
      ? rows.find({ where: { _id: _.in(ids) }, limit: Math.min(ids.length, 1000), fields: ['_id', 'unitId'] })
      : Promise.resolve([]),

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

  /**
   * Rows whose run died. What WeChat's push told of is sent; of the rest nobody knows yet, and until `askAgainAt` nobody
   * sends them.
   */
  async release(now: Date, askAgainAt: Date): Promise<void> {
    const dead = { state: 'sending', leaseUntil: _.lt(now) };
    const free = { lease: null, leaseUntil: null };
    await rows.update(
      { ...dead, pushedAt: _.neq(null) },
      { ...free, state: 'sent', sentAt: now, code: null },
    );
    await rows.update(dead, { ...free, state: 'unsure', notBefore: askAgainAt });
  },
  /** No push came: they did not go out. */
  retry: (now: Date) => rows.update({ state: 'unsure', notBefore: _.lte(now) }, { state: 'waiting' }),
  /** Messages to these people of which nobody knows yet whether they went out. */
  unsureOf: (openids: string[]) =>
    rows.find({
      where: { openid: _.in(openids), state: 'unsure' },
      limit: 1000,
      fields: ['_id', 'openid', 'message', 'notBefore'],
    }),
  /** WeChat says a message of this kind reached the person; at most one such row is under way at a time. */
  async pushedSent(openid: string, message: MessageKey, at: Date): Promise<void> {
    const underWay = await rows.find({ where: { openid, state: _.in(['sending', 'unsure']) }, limit: 20 });
    for (const { _id } of underWay.filter((row) => row.message === message)) {
      if (await rows.update({ _id, state: 'unsure' }, { state: 'sent', sentAt: at, code: null })) return;
      if (await rows.update({ _id, state: 'sending' }, { pushedAt: at })) return;
    }
  },

  /** Same outcome for many rows of one run, in one request. */
  settle: (
    ids: string[],
    lease: string,
    change: Partial<Pick<OutboxRow, 'state' | 'code' | 'sentAt' | 'notBefore' | 'attempts'>>,
  ) => rows.update({ _id: _.in(ids), lease }, { ...change, lease: null, leaseUntil: null }),

  /** What still waits for a person who no longer acts for the unit. */
  drop: (openid: string, unitId: string) =>
    rows.update({ openid, unitId, state: 'waiting' }, { state: 'dropped' }),

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
