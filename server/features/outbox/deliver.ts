import { shanghaiDay } from '@contract/rules/calendar';
import {
  afterFailure,
  creditLeft,
  NO_CREDIT,
  outsideQuiet,
  REFUSED,
  type Quiet,
} from '@contract/rules/outbox';
import { openapi } from '../../kit/cloud';
import type { Job } from '../../kit/serve-timer';
import { quietOf } from '../../kit/policy';
import { templateIds } from '../../kit/templates';
import { offices } from '../../stores/offices';
import { outbox, type OutboxRow } from '../../stores/outbox';
import { people, type Person } from '../../stores/people';
import { receiptId, receipts } from '../../stores/receipts';

/** Rows taken at once, and in one run: a run must end before the function's 60 s. */
const BATCH = 100;
const BATCHES = 8;
/** Messages on their way to WeChat at the same time. */
const AT_ONCE = 10;
const MINUTE = 60_000;
const LEASE_MS = 2 * MINUTE;
/** Since the whole run began: the last batch must be settled before the function's 60 s are over. */
const RUN_MS = 40_000;
/** This long after its time a message is late. */
const LATE_MS = 5 * MINUTE;
/** WeChat's push comes within seconds; after so long without one a message of a dead run did not go out. */
const UNSURE_MS = 10 * MINUTE;

/** What became of one row. */
interface Outcome {
  row: OutboxRow;
  code: number | 'sent' | 'gone';
}

/**
 * Sends what is due (decision D8). A batch is claimed with a lease, sent, and settled in a few writes; killed at any
 * point, the lease runs out and the rest goes again: nothing is lost, nothing known sent is sent twice.
 */
export const deliver: Job = async (now, run) => {
  await outbox.release(now, new Date(now.getTime() + UNSURE_MS));
  await outbox.retry(now);
  for (let i = 0; i < BATCHES && run.spent() < RUN_MS; i += 1)
    if ((await deliverBatch(now, `${run.id}_${i}`)) < BATCH) return;
};

async function deliverBatch(now: Date, lease: string): Promise<number> {
  const due = await outbox.due(now, BATCH);
  if (due.length === 0) return 0;
  await outbox.claim(
    due.map(({ _id }) => _id),
    lease,
    new Date(now.getTime() + LEASE_MS),
  );
  const awake = await putOff(await outbox.heldBy(lease, BATCH), lease, now);
  const [mine, later] = await onePerPerson(awake);
  if (later.length)
    await outbox.settle(
      later.map(({ _id }) => _id),
      lease,
      { state: 'waiting', notBefore: new Date(now.getTime() + MINUTE) },
    );
  const known = new Map(
    (await people.byIds([...new Set(mine.map(({ openid }) => openid))])).map((p) => [p._id, p]),
  );
  const credits = new Credits(known);
  const outcomes: Outcome[] = [];
  for (let i = 0; i < mine.length; i += AT_ONCE)
    outcomes.push(
      ...(await Promise.all(mine.slice(i, i + AT_ONCE).map((row) => send(row, known, credits, now)))),
    );
  await settle(outcomes, lease, now);
  await tellReceipts(outcomes, now);
  await credits.write(outcomes);
  return due.length;
}

/**
 * Held up until quiet hours began, by a timer that slept or a long queue: what is not urgent waits for the morning. Looked
 * up only when something is late: what goes out at its time had quiet hours reckoned in. Gives the rest.
 */
async function putOff(rows: OutboxRow[], lease: string, now: Date): Promise<OutboxRow[]> {
  const late = rows.filter(
    ({ urgent, notBefore }) => !urgent && now.getTime() - notBefore.getTime() > LATE_MS,
  );
  if (late.length === 0) return rows;
  const notBefore = outsideQuiet(now, quietOf(await offices.get()));
  if (notBefore <= now) return rows;
  await outbox.settle(
    late.map(({ _id }) => _id),
    lease,
    { state: 'waiting', notBefore },
  );
  return rows.filter((row) => !late.includes(row));
}

/**
 * WeChat's push names person and template only: with one such message under way, an unsure one of a dead run counted in,
 * it is clear which was meant. The others come a minute later.
 */
async function onePerPerson(rows: OutboxRow[]): Promise<[first: OutboxRow[], later: OutboxRow[]]> {
  const keyOf = ({ openid, message }: Pick<OutboxRow, 'openid' | 'message'>) => `${openid} ${message}`;
  const unsure = await outbox.unsureOf([...new Set(rows.map(({ openid }) => openid))]);
  const taken = new Set(unsure.map(keyOf));
  const first: OutboxRow[] = [];
  const later: OutboxRow[] = [];
  for (const row of rows) {
    (taken.has(keyOf(row)) ? later : first).push(row);
    taken.add(keyOf(row));
  }
  return [first, later];
}

async function send(
  row: OutboxRow,
  known: Map<string, Person>,
  credits: Credits,
  now: Date,
): Promise<Outcome> {
  const person = known.get(row.openid);
  // Whoever gave the seat away since is not told the unit's affairs any more.
  if (!person || (row.unitId && !actsFor(person, row.unitId, shanghaiDay(now)))) return { row, code: 'gone' };
  if (!credits.take(row)) return { row, code: NO_CREDIT };
  const templateId = templateIds()[row.message];
  if (!templateId) return { row, code: 40037 };
  try {
    const data = Object.fromEntries(Object.entries(row.data).map(([slot, value]) => [slot, { value }]));
    await openapi.subscribeMessage?.send?.({
      touser: row.openid,
      templateId,
      page: row.page,
      data,
      lang: 'zh_CN',
    });
    return { row, code: 'sent' };
  } catch (error) {
    const code = Number((error as { errCode?: unknown }).errCode);
    // -1 is WeChat's own word for busy; whatever has no code was lost on the way.
    return { row, code: Number.isInteger(code) && code !== 0 ? code : -1 };
  }
}

const actsFor = ({ seats, proxies }: Person, unitId: string, today: string): boolean =>
  seats.some((seat) => seat.unitId === unitId) ||
  proxies.some((proxy) => proxy.unitId === unitId && proxy.from <= today && today <= proxy.to);

/** One write for each kind of outcome, not for each row. */
async function settle(outcomes: Outcome[], lease: string, now: Date): Promise<void> {
  // Looked up only when something is to be tried again later.
  const quiet = outcomes.some(({ code }) => typeof code === 'number') ? quietOf(await offices.get()) : null;
  const groups = new Map<string, { ids: string[]; change: Parameters<typeof outbox.settle>[2] }>();
  for (const { row, code } of outcomes) {
    const change = changeFor(row, code, quiet, now);
    const key = JSON.stringify(change);
    const group = groups.get(key) ?? { ids: [], change };
    group.ids.push(row._id);
    groups.set(key, group);
  }
  for (const { ids, change } of groups.values()) await outbox.settle(ids, lease, change);
}

function changeFor(
  row: OutboxRow,
  code: Outcome['code'],
  quiet: Quiet | null,
  now: Date,
): Parameters<typeof outbox.settle>[2] {
  if (code === 'gone') return { state: 'dropped' };
  const attempts = row.attempts + 1;
  if (code === 'sent') return { state: 'sent', code: null, sentAt: now, attempts };
  if (code === NO_CREDIT) return { state: 'failed', code, attempts };
  const { state, retryAt } = afterFailure(code, attempts, now);
  return {
    state,
    code,
    attempts,
    ...(retryAt && { notBefore: row.urgent ? retryAt : outsideQuiet(retryAt, quiet) }),
  };
}

/** What became of a notice's message stands on the unit's receipt, where staff look. */
async function tellReceipts(outcomes: Outcome[], now: Date): Promise<void> {
  const groups = new Map<Outcome['code'], string[]>();
  for (const { row, code } of outcomes.filter(({ row, code }) => row.message === 'notice' && code !== 'gone'))
    groups.set(code, [...(groups.get(code) ?? []), receiptId(row.subjectId, row.unitId)]);
  for (const [code, ids] of groups)
    await receipts.pushed(
      ids,
      code === 'sent' || code === 'gone'
        ? { state: 'sent', code: null, at: now }
        : { state: 'failed', code, at: now },
    );
}

/** The ledger of one batch: WeChat tells nobody what is left, so we count (decision D8). Never below zero. */
class Credits {
  readonly #left = new Map<string, number>();

  constructor(known: Map<string, Person>) {
    for (const { _id, credits = {} } of known.values())
      for (const [message, credit] of Object.entries(credits))
        this.#left.set(`${_id} ${message}`, creditLeft(credit));
  }

  take({ openid, message }: OutboxRow): boolean {
    const key = `${openid} ${message}`;
    const left = this.#left.get(key) ?? 0;
    if (left > 0) this.#left.set(key, left - 1);
    return left > 0;
  }

  /** People who had one message sent are written together; who refused has nothing left. */
  async write(outcomes: Outcome[]): Promise<void> {
    for (const message of new Set(outcomes.map(({ row }) => row.message))) {
      const of = (wanted: Outcome['code']) =>
        outcomes
          .filter(({ row, code }) => row.message === message && code === wanted)
          .map(({ row }) => row.openid);
      const sent = countBy(of('sent'));
      for (const n of new Set(sent.values()))
        await people.spendCredit(
          [...sent].filter(([, m]) => m === n).map(([openid]) => openid),
          message,
          n,
        );
      const refused = [...new Set(of(REFUSED))];
      if (refused.length) await people.emptyCredit(refused, message);
    }
  }
}

function countBy(items: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
