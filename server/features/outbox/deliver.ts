import { shanghaiDay } from '@contract/rules/calendar';
import { NO_CREDIT, outsideQuiet } from '@contract/rules/outbox';
import { openapi } from '../../kit/cloud';
import type { Job } from '../../kit/serve-timer';
import { quietOf } from '../../kit/policy';
import { inRounds } from '../../kit/rounds';
import { templateIds } from '../../kit/templates';
import { offices } from '../../stores/offices';
import { outbox, type OutboxRow } from '../../stores/outbox';
import { people, type Person } from '../../stores/people';
import { receiptId, receipts } from '../../stores/receipts';
import { Credits } from './credits';
import { release } from './release';
import { changeFor, settle, toldOf, type Outcome, type Sending } from './settling';
import { tellReceipts } from './telling';

/** Rows taken at once, and in one run: a run must end before the function's 60 s. */
const BATCH = 100;
const BATCHES = 8;
/** Messages on their way to WeChat at the same time. */
const AT_ONCE = 10;
const MINUTE = 60_000;
const LEASE_MS = 2 * MINUTE;
/** Since the whole run began: no batch is begun, and nothing more of one is sent, or it is not settled within 60 s. */
const RUN_MS = 40_000;
const SEND_MS = 48_000;

/**
 * Sends what is due (decision D8). A batch is claimed with a lease, sent, and settled in a few writes; killed at any
 * point, the lease runs out and the rest goes again: nothing is lost, nothing known sent is sent twice.
 */
export const deliver: Job = async (now, run) => {
  if (!(await outbox.stirs(now))) return;
  await release(now);
  const quiet = quietOf(await offices.get());
  for (let i = 0; i < BATCHES && run.spent() < RUN_MS; i += 1)
    if ((await deliverBatch({ now, quiet, run }, `${run.id}_${i}`)) < BATCH) return;
};

async function deliverBatch(sending: Sending, lease: string): Promise<number> {
  const { now, run } = sending;
  const due = await outbox.due(now, BATCH);
  if (due.length === 0) return 0;
  await outbox.claim(
    due.map(({ _id }) => _id),
    lease,
    new Date(now.getTime() + LEASE_MS),
  );
  const awake = await putOff(await outbox.heldBy(lease, BATCH), lease, sending);
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
  const over = await doneSince(mine);
  const credits = new Credits(known);
  const [outcomes, left] = await inRounds(
    mine,
    AT_ONCE,
    () => run.spent() > SEND_MS,
    (row) =>
      over.has(row._id) ? Promise.resolve({ row, code: 'gone' as const }) : send(row, known, credits, now),
  );
  if (left.length)
    await outbox.settle(
      left.map(({ _id }) => _id),
      lease,
      { state: 'waiting', notBefore: now },
    );
  const settled = outcomes.map((one) => ({ ...one, change: changeFor(one.row, one.code, sending) }));
  await tellReceipts(settled.flatMap(toldOf), now);
  await settle(settled, lease);
  await credits.write(outcomes);
  return due.length;
}

/** A reminder that waited for the morning is not sent to who did meanwhile what it asks for, nor where nothing is asked any more. */
async function doneSince(rows: OutboxRow[]): Promise<Set<string>> {
  const nags = rows.filter(({ message, unitId }) => message === 'todo' && unitId);
  if (nags.length === 0) return new Set();
  const of = ({ subjectId, unitId }: OutboxRow) => receiptId(subjectId, unitId);
  const done = new Set(await receipts.doneAmong([...new Set(nags.map(of))]));
  return new Set(nags.filter((row) => done.has(of(row))).map(({ _id }) => _id));
}

/**
 * Held up until quiet hours began, by a timer that slept or a long queue, or queued before they were changed: what is not
 * urgent waits for the morning. Goes by the clock as it is, not as it was when the run began. Gives the rest.
 */
async function putOff(rows: OutboxRow[], lease: string, { now, quiet, run }: Sending): Promise<OutboxRow[]> {
  const at = new Date(now.getTime() + run.spent());
  const notBefore = outsideQuiet(at, quiet);
  if (notBefore <= at) return rows;
  const late = rows.filter(({ urgent }) => !urgent);
  if (late.length === 0) return rows;
  await outbox.settle(
    late.map(({ _id }) => _id),
    lease,
    { state: 'waiting', notBefore },
  );
  return rows.filter((row) => !late.includes(row));
}

/**
 * WeChat's push names person and template only: with one such message under way, an unsure one of a dead run counted in,
 * it is clear which was meant. And it refuses two messages to one person at the same moment (43108). The others come a
 * minute later.
 */
async function onePerPerson(rows: OutboxRow[]): Promise<[first: OutboxRow[], later: OutboxRow[]]> {
  const keyOf = ({ openid, message }: Pick<OutboxRow, 'openid' | 'message'>) => `${openid} ${message}`;
  const unsure = await outbox.unsureOf([...new Set(rows.map(({ openid }) => openid))]);
  const taken = new Set(unsure.map(keyOf));
  const first: OutboxRow[] = [];
  const later: OutboxRow[] = [];
  for (const row of rows) {
    (taken.has(keyOf(row)) || taken.has(row.openid) ? later : first).push(row);
    taken.add(row.openid);
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
