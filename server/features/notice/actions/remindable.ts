import { outsideQuiet } from '@contract/rules/outbox';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { quietOf } from '../../../kit/policy';
import { notices } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import { receipts } from '../../../stores/receipts';
import { mustStand } from '../closed';
import { remindersFor } from '../reminding';

const READ = 1000;

export const remindable: Act<'notice.remindable'> = async ({ now }, { noticeId }) => {
  const [notice, office] = await Promise.all([notices.get(noticeId), offices.get()]);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  mustStand(notice.state);
  const notBefore = notice.urgent ? now : outsideQuiet(now, quietOf(office));
  const sum = { push: 0, already: 0, unreachable: 0 };
  for (let after: string | undefined; ;) {
    const missing = await receipts.byPlace(noticeId, { done: false }, after, READ);
    const found = await remindersFor(notice, missing, notBefore);
    for (const key of ['push', 'already', 'unreachable'] as const) sum[key] += found.units[key].size;
    after = missing[missing.length - 1]?.place;
    if (missing.length < READ) return sum;
  }
};
