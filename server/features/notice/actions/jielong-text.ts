import { jielongPieces } from '@contract/rules/jielong-text';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receipts, type Receipt } from '../../../stores/receipts';
import { mustStand } from '../closed';
import { withAnswerers } from '../jielong/answerers';

/** Rows read in one request, the platform's most. */
const READ = 1000;

/** The notice as a 接龙 for the group: who confirmed, and a blank for everybody missing. */
export const jielongText: Act<'notice.jielongText'> = async (ctx, { noticeId }) => {
  const notice = await notices.get(noticeId);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  mustStand(notice.state);
  // A unit that left (退会) is neither.
  const done = await withAnswerers((await every(noticeId, true)).filter(({ closed }) => closed !== 'left'));
  const missing = await every(noticeId, false);
  return {
    confirmed: done.length,
    missing: missing.length,
    pieces: jielongPieces(
      notice.title,
      notice.dueAt,
      ctx.now,
      done.map(({ unitName, confirmed }) => ({ unitName, name: confirmed?.name ?? '' })),
      missing.map(({ unitName }) => unitName),
      notice.asking.kind,
    ),
  };
};

async function every(noticeId: string, done: boolean): Promise<Receipt[]> {
  const all: Receipt[] = [];
  for (let after: string | undefined; ;) {
    const page = await receipts.byPlace(noticeId, { done }, after, READ);
    all.push(...page);
    after = page[page.length - 1]?.place;
    if (page.length < READ) return all;
  }
}
