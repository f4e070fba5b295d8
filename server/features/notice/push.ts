import { fitSlots, type Slots } from '@contract/messages';
import { showDeadline } from '@contract/rules/calendar';
import { outsideQuiet, type Quiet } from '@contract/rules/outbox';
import { quietOf } from '../../kit/policy';
import { each, type Job } from '../../kit/serve-timer';
import { notices, type Notice } from '../../stores/notices';
import { offices } from '../../stores/offices';
import { newMessage, outbox, type OutboxRow } from '../../stores/outbox';
import { receipts } from '../../stores/receipts';
import { openidsOf, units } from '../../stores/units';

/** Notices looked at in one run, and batches of each. */
const NOTICES = 5;
const BATCHES = 20;
/** Receipts whose liaisons are queued in one write. */
const BATCH = 100;
const PAGE = 'features/notice/detail/index';

/**
 * Queues a message to every seat of every unit a published notice went to (decision D8): batch by batch behind a cursor,
 * under keys derived from notice, unit and person, so that a run killed anywhere is continued and nobody is told twice.
 */
export const queuePushes: Job = async (now) => {
  const due = await notices.toPush(NOTICES);
  if (due.length === 0) return;
  const quiet = quietOf(await offices.get());
  await each(due, (notice) => queueFor(notice, quiet, now));
};

async function queueFor(notice: Notice, quiet: Quiet | null, now: Date): Promise<void> {
  const notBefore = notice.urgent ? now : outsideQuiet(now, quiet);
  for (let i = 0, cursor = notice.push?.cursor ?? undefined; i < BATCHES; i += 1) {
    const batch = await receipts.byPlace(notice._id, {}, cursor, BATCH);
    const today = await units.byIds(batch.map(({ unitId }) => unitId));
    const rows = today.flatMap((unit) =>
      openidsOf(unit).map((openid) => toldOf(notice, { ...unit, openid }, notBefore, now)),
    );
    await outbox.ensure(rows);
    cursor = batch[batch.length - 1]?.place ?? cursor;
    const done = batch.length < BATCH;
    await notices.pushed(notice._id, { state: done ? 'done' : 'due', cursor: cursor ?? null });
    if (done) return;
  }
}

function toldOf(
  notice: Notice,
  { _id: unitId, openid }: { _id: string; openid: string },
  notBefore: Date,
  now: Date,
): OutboxRow {
  const data: Slots<'notice'> = {
    thing1: notice.title,
    thing2: notice.hostName,
    time3: slotTime(notice.dueAt),
    thing4: `请于${showDeadline(notice.dueAt, now)}前确认`,
  };
  return newMessage({
    _id: `push_${notice._id}_${unitId}_${openid}`,
    message: 'notice',
    openid,
    unitId,
    subjectId: notice._id,
    page: `${PAGE}?noticeId=${notice._id}&unitId=${unitId}`,
    data: fitSlots(data),
    notBefore,
  });
}

/** `2026年11月26日 17:00` in Asia/Shanghai, as a slot of the type time wants it. */
export function slotTime(at: Date): string {
  const wall = new Date(at.getTime() + 8 * 3600_000).toISOString();
  const [year, month, day] = wall.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日 ${wall.slice(11, 16)}`;
}
