import { fitSlots, type Slots } from '@contract/messages';
import { showDeadline } from '@contract/rules/calendar';
import type { Ask } from '@contract/rules/receipt';
import { outsideQuiet, type Quiet } from '@contract/rules/outbox';
import { quietOf } from '../../kit/policy';
import { each, type Job } from '../../kit/serve-timer';
import { notices, type Notice } from '../../stores/notices';
import { offices } from '../../stores/offices';
import { newMessage, outbox, type OutboxRow } from '../../stores/outbox';
import { receipts, type Receipt } from '../../stores/receipts';
import { openidsOf, units } from '../../stores/units';

/** Notices looked at in one run, and batches of each. */
const NOTICES = 5;
const BATCHES = 20;
/** Receipts whose liaisons are queued in one write. */
const BATCH = 100;
const PAGE = 'features/notice/detail/index';

/**
 * Queues a message to every seat of every unit a published notice went to (decision D8), and of a withdrawn one to those
 * who know of it: batch by batch behind a cursor, under keys derived from notice, unit and person, so that a run killed
 * anywhere is continued and nobody is told twice.
 */
export const queuePushes: Job = async (now) => {
  const [published, withdrawn] = await Promise.all([
    notices.toPush('published', NOTICES),
    notices.toPush('withdrawn', NOTICES),
  ]);
  if (published.length + withdrawn.length === 0) return;
  const quiet = quietOf(await offices.get());
  await each([...withdrawn, ...published], (notice) => queueFor(notice, quiet, now));
};

async function queueFor(notice: Notice, quiet: Quiet | null, now: Date): Promise<void> {
  const withdrawn = notice.state === 'withdrawn';
  // What is just being sent would be found not to have reached anybody.
  if (withdrawn && (await outbox.countOf(notice._id, 'sending'))) return;
  const notBefore = notice.urgent ? now : outsideQuiet(now, quiet);
  for (let i = 0, cursor = notice.push?.cursor ?? undefined; i < BATCHES; i += 1) {
    const batch = await receipts.byPlace(notice._id, {}, cursor, BATCH);
    const told = withdrawn ? batch.filter(knowsOfIt) : batch;
    const today = told.length ? await units.byIds(told.map(({ unitId }) => unitId)) : [];
    const rows = today.flatMap((unit) =>
      openidsOf(unit).map((openid) => toldOf(notice, { ...unit, openid }, notBefore, now)),
    );
    await outbox.ensure(rows);
    cursor = batch[batch.length - 1]?.place ?? cursor;
    const done = batch.length < BATCH;
    const stands = await notices.pushed(notice, { state: done ? 'done' : 'due', cursor: cursor ?? null });
    // Withdrawn or corrected meanwhile: what was queued just now does not go out either.
    if (!stands && !withdrawn) await outbox.dropOf(notice._id);
    if (done || !stands) return;
  }
}

const knowsOfIt = ({ state, push }: Receipt): boolean => state !== 'waiting' || push?.state === 'sent';

/** The message of a notice, or of its withdrawal, to one person of a unit. */
export function toldOf(
  notice: Notice,
  { _id: unitId, openid }: { _id: string; openid: string },
  notBefore: Date,
  now: Date,
): OutboxRow {
  const { _id, state } = notice;
  // A matter of its own: what becomes of this message says nothing of the notice's own push.
  const subjectId = state === 'withdrawn' ? `withdrawn_${_id}` : _id;
  return newMessage({
    _id: `${state === 'withdrawn' ? subjectId : `push_${_id}`}_${unitId}_${openid}`,
    message: 'notice',
    openid,
    unitId,
    subjectId,
    page: `${PAGE}?noticeId=${_id}&unitId=${unitId}`,
    data: toldData(notice, now),
    notBefore,
    ...(notice.urgent && { urgent: true }),
  });
}

const wanted: Record<Ask, string> = { nothing: '', read: '阅读', confirm: '确认', form: '填报' };

const AGAIN: Record<Ask, string> = {
  nothing: '已更正，请查看',
  read: '已更正，请重新阅读',
  confirm: '已更正，请重新确认',
  form: '已更正，请重新填写',
};

/** What the message of a notice says, as it stands now. */
export function toldData(notice: Notice, now: Date): Record<string, string> {
  const { title, hostName, dueAt, asking, withdrawn, corrects, correction } = notice;
  const data: Slots<'notice'> = {
    thing1: title,
    thing2: hostName,
    time3: slotTime(dueAt),
    thing4: wanted[asking.kind]
      ? `请于${showDeadline(dueAt, now)}前${wanted[asking.kind]}`
      : '请打开查看，不用回复',
  };
  if (corrects) {
    data.thing1 = `更正：${title}`;
    data.thing4 = `${AGAIN[asking.kind]}。${correction?.note ?? ''}`;
  }
  if (withdrawn) {
    data.thing1 = `已撤回：${title}`;
    data.time3 = slotTime(withdrawn.at);
    data.thing4 = `不用再办理。${withdrawn.reason}`;
  }
  return fitSlots(data);
}

/** `2026年11月26日 17:00` in Asia/Shanghai, as a slot of the type time wants it. */
export function slotTime(at: Date): string {
  const wall = new Date(at.getTime() + 8 * 3600_000).toISOString();
  const [year, month, day] = wall.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日 ${wall.slice(11, 16)}`;
}
