import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { linkId, links, type Link } from '../../../stores/links';
import { notices } from '../../../stores/notices';
import { receiptId, receipts } from '../../../stores/receipts';
import { units } from '../../../stores/units';
import { isFresh, makeLink, textOf } from '../ladder/linking';

/** The link of the unit's liaison of today, as it is kept, or made now. The audit entry names the receipt, not the link. */
export const link: Act<'notice.link'> = async (ctx, { noticeId, unitId }) => {
  const [notice, receipt, unit] = await Promise.all([
    notices.get(noticeId),
    receipts.get(noticeId, unitId),
    units.get(unitId),
  ]);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  if (!receipt) throw new AppError('missing', '这条通知没有发给这家单位', 'unitId');
  if (notice.state !== 'published') throw new AppError('closed', '这条通知已不再催办，不用发短信');
  const openid = unit?.seats.main?.openid;
  if (!unit || !openid)
    throw new AppError('conflict', '这家单位没有登记的联络员，链接没有人可用；请打电话', 'unitId');
  const [kept] = await links.byIds([linkId(noticeId, unitId, openid)]);
  const found =
    kept && isFresh(kept, ctx.now)
      ? kept
      : await made(kept, await makeLink(noticeId, unitId, openid, ctx.now));
  ctx.record({ collection: 'receipts', subjectId: receiptId(noticeId, unitId), unitId });
  const { url, expiresAt } = found;
  return { url, text: textOf(notice, unit, url, ctx.now), expiresAt: expiresAt.toISOString() };
};

/** Keeps it; of two made at once the first is everybody's. */
async function made(kept: Link | undefined, fresh: Link): Promise<Link> {
  const { _id, url, expiresAt } = fresh;
  const won = kept ? await links.renew(_id, kept.expiresAt, { url, expiresAt }) : await links.add(fresh);
  return won ? fresh : ((await links.byIds([_id]))[0] ?? fresh);
}
