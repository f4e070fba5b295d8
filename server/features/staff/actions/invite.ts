import { INVITATION_DAYS } from '@contract/staff';
import type { Parsed } from '@contract/index';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError, isDuplicate } from '../../../kit/errors';
import { oneTimeCode } from '../../../kit/one-time-code';
import { transact, type Tx } from '../../../kit/table';
import { checkText } from '../../../kit/text-check';
import { claims, type Claim } from '../../../stores/claims';

const DAY = 86_400_000;

/**
 * The code is told once and stored nowhere, so a repeat whose first answer was lost cannot hear it again: it gets a new
 * one, and the first is revoked in the same transaction. One request never leaves two codes that open.
 */
export const invite: Act<'staff.invite'> = async (ctx, input) => {
  await checkText(ctx.caller.openid, input.name, 'name', 'profile', '工作人员姓名');
  const { code, hash } = oneTimeCode();
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * DAY);
  const claim: Claim = {
    _id: hash,
    role: input.role,
    name: input.name,
    expiresAt,
    usedAt: null,
    usedBy: null,
    revokedAt: null,
    invitedBy: { openid: ctx.caller.openid, name: ctx.caller.person?.staff?.name ?? '' },
    createdAt: ctx.now,
    requestId: ctx.requestId,
  };
  const store = () => transact((tx) => put(ctx, tx, claim, input));
  // The same request at the same moment wrote its entry first: now its code is there to be replaced.
  await store().catch((error: unknown) => {
    if (isDuplicate(error)) return store();
    throw error;
  });
  return { code, role: input.role, expiresAt: expiresAt.toISOString() };
};

async function put(ctx: Context, tx: Tx, claim: Claim, input: Parsed<'staff.invite'>): Promise<void> {
  const earlier = await claims.ofRequest(ctx.requestId);
  if (earlier.some((one) => !same(one, claim, input))) throw new AppError('conflict');
  if (earlier.some(({ usedAt }) => usedAt))
    throw new AppError('closed', '这次邀请的验证码已经有人用过，如要再邀请请重新生成');
  for (const { _id, revokedAt } of earlier) if (!revokedAt) await claims.revokeIn(tx, _id, ctx.now);
  await claims.addIn(tx, claim);
  if (earlier.length === 0) await ctx.recordIn(tx, { collection: 'claims', subjectId: claim._id });
}

const same = (one: Claim, { invitedBy }: Claim, { role, name }: Parsed<'staff.invite'>): boolean =>
  one.invitedBy?.openid === invitedBy?.openid && one.role === role && one.name === name;
