import { each, type Job } from '../../../kit/serve-timer';
import { notices, type Notice } from '../../../stores/notices';
import { outbox } from '../../../stores/outbox';
import { receipts } from '../../../stores/receipts';
import { closedBy } from '../closed';
import { toldData } from '../push';

/** Notices brought in line in one run. */
const NOTICES = 20;
/** A function lives 60 s: after this long nobody still works on the notice as it was before. */
const LATE_MS = 120_000;
/** Somebody may correct it again meanwhile. */
const TRIES = 5;

/**
 * What a notice says of itself is brought to its receipts and waiting messages by whoever changed it; killed before that,
 * or beside a publication still writing receipts, it is done here.
 */
export const bringIntoLine: Job = async (now) =>
  each(await notices.toBringIntoLine(NOTICES), async (notice) => {
    if (!closedBy(notice.state)) return retitle(notice);
    await closeReceipts(notice);
    await notices.total(notice._id, await receipts.count(notice._id, {}));
    const since = notice.changing?.getTime() ?? 0;
    if (now.getTime() - since < LATE_MS || (await outbox.countOf(notice._id, 'sending'))) return;
    await notices.inLine(notice);
  });

/** Nothing of it waits any more: receipts keep their states, messages that did not go out stay where they are. */
export async function closeReceipts({ _id, state }: Pick<Notice, '_id' | 'state'>): Promise<void> {
  const closed = closedBy(state);
  if (!closed) return;
  await receipts.close(_id, closed);
  await outbox.dropOf(_id);
}

/** Somebody closed it while its receipts were being written: what was written late does not wait either. */
export async function closeLate(noticeId: string): Promise<void> {
  const today = await notices.get(noticeId);
  if (today) await closeReceipts(today);
}

/** Title and deadline as they stand today, on receipts and on messages that did not go out yet. */
export async function retitle(notice: Notice): Promise<void> {
  let today = notice;
  for (let i = 0; i < TRIES; i += 1) {
    const { _id, title, dueAt, publishedAt } = today;
    await receipts.retitle(_id, title, dueAt);
    await outbox.reword(_id, 'notice', toldData(today, publishedAt));
    if (await notices.inLine(today)) return;
    const next = await notices.get(_id);
    // Corrected again meanwhile: those words must be the last ones written.
    if (!next || closedBy(next.state) || next.revised === today.revised) return;
    today = next;
  }
}
