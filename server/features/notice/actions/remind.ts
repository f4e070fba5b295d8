import { outsideQuiet } from '@contract/rules/outbox';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { page } from '../../../kit/pages';
import { quietOf } from '../../../kit/policy';
import { notices } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import { outbox } from '../../../stores/outbox';
import { receipts } from '../../../stores/receipts';
import { mustStand } from '../closed';
import { remindersFor } from '../reminding';

/** Units looked at in one call, and messages in one write. */
const UNITS = 1000;
const BATCH = 100;

/** Queues a reminder for exactly the missing; in quiet hours it waits for the morning unless the notice is urgent. */
export const remind: Act<'notice.remind'> = async (ctx, { noticeId, cursor }) => {
  const [notice, office] = await Promise.all([notices.get(noticeId), offices.get()]);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  mustStand(notice.state);
  const found = page(
    await receipts.byPlace(noticeId, { done: false }, cursor, UNITS + 1),
    UNITS,
    ({ place }) => place,
  );
  const notBefore = notice.urgent ? ctx.now : outsideQuiet(ctx.now, quietOf(office));
  const { rows, units } = await remindersFor(notice, found.rows, notBefore);
  const mine = rows.map((row) => ({ ...row, requestId: ctx.requestId }));
  for (let i = 0; i < mine.length; i += BATCH) await outbox.nag(mine.slice(i, i + BATCH));
  ctx.record({ collection: 'notices', subjectId: noticeId });
  // Sent twice, the first answer holds: what this request queued is not "already".
  const again = await outbox.countBy(ctx.requestId, [...units.already]);
  return {
    queued: units.push.size + again,
    already: units.already.size - again,
    unreachable: units.unreachable.size,
    next: found.next,
  };
};
