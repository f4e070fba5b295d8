import type { Act } from '../../../kit/act';
import { mustStand } from '../closed';
import { missingOf, remindedAt } from '../remindable';

export const remindable: Act<'notice.remindable'> = async ({ now }, { noticeId }) => {
  const { notice, at } = await remindedAt(noticeId, now);
  mustStand(notice.state);
  const sum = { push: 0, already: 0, unreachable: 0 };
  for await (const { units } of missingOf(notice, at))
    for (const key of ['push', 'already', 'unreachable'] as const) sum[key] += units[key].size;
  return sum;
};
