import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { sha256 } from '../../../kit/hash';
import { checkText } from '../../../kit/text-check';
import { audits } from '../../../stores/audits';
import { claims, type Claim } from '../../../stores/claims';
import { offices } from '../../../stores/offices';
import { newPerson, people } from '../../../stores/people';

const wrong = () => new AppError('invalid', '验证码不正确或已用过，请向管理员索取新的验证码', 'code');

/**
 * Uses a one-time code: the first makes the office, each gives its bearer the staff post written on it.
 * The code goes to whoever marks it used; a repeat of that request finishes what a crash left undone.
 */
export const claim: Act<'office.claim'> = async (ctx, { code, name }) => {
  const hash = sha256(code);
  const row = await claims.get(hash);
  if (!row) throw wrong();
  const { openid } = ctx.caller;
  const by = `${openid} ${ctx.requestId}`;
  const again = row.usedBy === by;
  if (!again && row.role !== 'admin' && ctx.caller.person?.staff?.role === 'admin')
    throw new AppError('conflict', '您现在是管理员，不能用这个验证码改任其他岗位', 'code');
  if (!again) await take(row, by, ctx.now, () => checkText(openid, name, 'name', 'profile', '工作人员姓名'));
  const first = (await offices.found(hash, ctx.now)) || (await offices.get())?.foundedBy === hash;
  // The audit entry is the last write: with it there, an old request that arrives again must not undo a later post.
  if (!again || !(await audits.get(ctx.requestId))) {
    await people.add(newPerson(openid, ctx.now));
    await people.appoint(openid, { role: row.role, name }, ctx.now);
  }
  ctx.record({ collection: 'offices', subjectId: 'office' });
  return { role: row.role, first };
};

async function take(
  { _id, expiresAt, usedAt, revokedAt }: Claim,
  by: string,
  now: Date,
  check: () => Promise<unknown>,
): Promise<void> {
  if (expiresAt <= now) throw new AppError('expired', '验证码已过期，请向管理员索取新的验证码', 'code');
  // A code that is no good asks nothing of WeChat.
  if (!usedAt && !revokedAt) await check();
  if (await claims.use(_id, by, now)) return;
  // Lost, unless it was lost to the same request sent twice at once.
  if ((await claims.get(_id))?.usedBy !== by) throw wrong();
}
