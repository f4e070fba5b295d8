import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { sha256 } from '../../../kit/hash';
import { claims } from '../../../stores/claims';
import { offices } from '../../../stores/offices';
import { newPerson, people } from '../../../stores/people';

/**
 * Uses a one-time code: the first makes the office, each gives its bearer the staff post written on it.
 * The code goes to whoever marks it used; a repeat of that request finishes what a crash left undone.
 */
export const claim: Act<'office.claim'> = async (ctx, { code, name }) => {
  const wrong = new AppError('invalid', '验证码不正确或已用过，请向管理员索取新的验证码', 'code');
  const hash = sha256(code);
  const row = await claims.get(hash);
  if (!row) throw wrong;
  const { openid } = ctx.caller;
  const by = `${openid} ${ctx.requestId}`;
  if (row.usedBy !== by) {
    if (row.expiresAt <= ctx.now) throw new AppError('expired', '验证码已过期，请向管理员索取新的验证码', 'code');
    if (!(await claims.use(hash, by, ctx.now))) throw wrong;
  }
  const first = await offices.found(ctx.now);
  await people.add(newPerson(openid, ctx.now));
  await people.appoint(openid, { role: row.role, name });
  ctx.record({ collection: 'offices', subjectId: 'office' });
  return { role: row.role, first };
};
