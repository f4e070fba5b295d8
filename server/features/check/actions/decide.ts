import { may } from '@contract/rules/rights';
import type { Act } from '../../../kit/act';
import type { Caller } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { checks, type Check } from '../../../stores/checks';
import { people } from '../../../stores/people';
import { carryOut } from '../carry-out';

/** One conditional update decides; what follows from it is done again by a repeat, should the first have died there. */
export const decide: Act<'check.decide'> = async (ctx, { checkId, pass, note }) => {
  const { caller, now, requestId } = ctx;
  const subject = { collection: 'checks', subjectId: checkId };
  const check = await found(checkId);
  if (!check.requests.includes(requestId)) {
    if (!check.open) throw over(check);
    if (check.openid === caller.openid) await mustBeAlone(caller);
    const decidedBy = { openid: caller.openid, name: caller.person?.staff?.name ?? '' };
    const change = {
      state: pass ? ('passed' as const) : ('refused' as const),
      decidedBy,
      decidedAt: now,
      note,
    };
    await checks.decide(checkId, change, requestId);
  }
  // Read again: somebody else may have been first, or the same request at the same moment.
  const decided = await found(checkId);
  if (!decided.requests.includes(requestId)) throw over(decided);
  await carryOut(decided, now);
  ctx.record(subject, 'repeat');
  return { state: decided.state };
};

async function found(checkId: string): Promise<Check> {
  const check = await checks.get(checkId);
  if (!check) throw new AppError('missing', '没有找到这项内容，可能已被删除', 'checkId');
  return check;
}

const over = ({ decidedBy, state }: Check) =>
  new AppError(
    'closed',
    `${decidedBy?.name ?? '微信'}已经审核为“${state === 'passed' ? '通过' : '不通过'}”，不用再办`,
  );

/** Two pairs of eyes, as long as there are two. */
async function mustBeAlone({ openid }: Caller): Promise<void> {
  const others = (await people.ofOffice(1000)).filter(
    ({ _id, staff }) => _id !== openid && may(staff?.role, 'content.check'),
  );
  if (others.length > 0)
    throw new AppError('forbidden', '这是您自己写的内容，请由另一位有“内容审核”权限的同事审核');
}
